import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { actionReference } from '../generate/workflow-template.ts';
import type { WorkflowSource } from './workflow-sources.ts';

/** A project on disk that holds nothing but workflows and our action. */
export interface WrittenProject {
  /** Files from the project's folder, of whole workflows and of fragments. */
  whole: string[];
  fragments: string[];
  /** Output of a linter, with the real places in place of the files. */
  withPlaces: (output: string) => string;
}

/** `docs/recipes.md` from line 57 on, as the path of a workflow file. */
const fileOf = ({ place, line }: WorkflowSource) =>
  `.github/workflows/${place.replaceAll('/', '_')}_${line}.yml`;

/**
 * Writes workflows as those of one project. With `usesLocalAction` they use our action by its path: actionlint checks
 * the inputs and outputs of an action only then.
 */
export async function writeProject(
  root: string,
  folder: string,
  sources: readonly WorkflowSource[],
  { usesLocalAction }: { usesLocalAction: boolean },
): Promise<WrittenProject> {
  await mkdir(path.join(folder, '.github/workflows'), { recursive: true });
  // Where actionlint finds .git, it takes the folder for the root of a project.
  await mkdir(path.join(folder, '.git'));
  await mkdir(path.join(folder, 'dist/action'), { recursive: true });
  await writeFile(path.join(folder, 'dist/action/run.js'), '');
  await copyFile(path.join(root, 'action.yml'), path.join(folder, 'action.yml'));
  for (const source of sources) {
    const text = usesLocalAction ? source.text.replaceAll(actionReference, './') : source.text;
    await writeFile(path.join(folder, fileOf(source)), text);
  }
  return {
    whole: sources.filter(({ isFragment }) => !isFragment).map(fileOf),
    fragments: sources.filter(({ isFragment }) => isFragment).map(fileOf),
    withPlaces: (output) =>
      sources.reduce((shown, source) => shown.replaceAll(fileOf(source), source.place), output),
  };
}
