import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { actionReference, reportBackReference } from '../generate/workflow-template.ts';
import type { WorkflowSource } from './workflow-sources.ts';

/** A project on disk that holds nothing but workflows and our actions. */
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

/** Our actions, each with the bundle that it runs. */
const ourActions = [
  ['action.yml', 'dist/action/run.js'],
  ['action/report-back/action.yml', 'dist/report-back/run.js'],
] as const;

/**
 * Writes workflows as those of one project. With `usesLocalAction` they use our actions by their paths: actionlint checks
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
  for (const [file, bundle] of ourActions) {
    for (const name of [file, bundle])
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, bundle), '');
    await copyFile(path.join(root, file), path.join(folder, file));
  }
  for (const source of sources) {
    const text = usesLocalAction
      ? source.text.replaceAll(reportBackReference, './action/report-back').replaceAll(actionReference, './')
      : source.text;
    await writeFile(path.join(folder, fileOf(source)), text);
  }
  return {
    whole: sources.filter(({ isFragment }) => !isFragment).map(fileOf),
    fragments: sources.filter(({ isFragment }) => isFragment).map(fileOf),
    withPlaces: (output) =>
      sources.reduce((shown, source) => shown.replaceAll(fileOf(source), source.place), output),
  };
}
