import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { yamlBlocks } from './yaml-blocks.ts';

/** A workflow of the repository: a file of its own, or a block of a page. */
export interface WorkflowSource {
  /** The file or page, from the root. */
  place: string;
  /** Where it starts there, from 1. */
  line: number;
  /** YAML; its lines have the numbers that they have in `place`. */
  text: string;
  /** Jobs alone, for a workflow that the reader has: what stands around them is made up. */
  isFragment: boolean;
}

export const workflowFolders = ['.github/workflows', 'templates/workflows'];
export const pagesWithYaml = ['README.md', 'docs/recipes.md'];
const pagesWithWorkflows = [...pagesWithYaml, 'action/report-back/README.md'];

/** The workflow a fragment is read in. */
const around = `name: Reader's own
on: { push: { tags: ['v*'] } }
permissions: {}
concurrency: { group: 'own-\${{ github.run_id }}', cancel-in-progress: false }
jobs:
`;

const lineCount = (text: string) => text.split('\n').length - 1;

async function filesIn(root: string, folder: string): Promise<WorkflowSource[]> {
  const names = (await readdir(path.join(root, folder))).filter((name) => /\.ya?ml$/.test(name)).sort();
  return await Promise.all(
    names.map(async (name) => {
      const place = `${folder}/${name}`;
      return { place, line: 1, text: await readFile(path.join(root, place), 'utf8'), isFragment: false };
    }),
  );
}

async function blocksIn(root: string, page: string): Promise<WorkflowSource[]> {
  const blocks = yamlBlocks(page, await readFile(path.join(root, page), 'utf8'));
  return blocks.flatMap(({ line, kind, text }) => {
    if (kind === 'rules') return [];
    const isFragment = kind === 'jobs';
    const before = isFragment ? around : '';
    const padding = '\n'.repeat(line - 1 - lineCount(before));
    return [{ place: page, line, text: padding + before + text, isFragment }];
  });
}

/** Every workflow of the repository that somebody runs or copies. */
export async function workflowSources(root: string): Promise<WorkflowSource[]> {
  const found = await Promise.all([
    ...workflowFolders.map((folder) => filesIn(root, folder)),
    ...pagesWithWorkflows.map((page) => blocksIn(root, page)),
  ]);
  return found.flat();
}
