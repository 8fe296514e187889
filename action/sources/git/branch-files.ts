import { repositoryFilePath } from '../../../contract/repository-file-path.ts';
import { strayNotices } from '../../../rules/stray-rules.ts';
import type { Reading } from '../source.ts';
import type { Branch } from './refs.ts';
import type { Git } from './run-git.ts';

/** What a branch holds beside its history. */
export interface BranchFiles {
  rules: Reading['rules'];
  /** On what looks like rules there. */
  notices: Reading['notices'];
  /** Pull request templates, as texts. */
  templates: string[];
}

/** Folders of templates: at the top, and in the two folders that GitHub looks into. */
const templateFolders = ['', '.github/', 'docs/'].flatMap((folder) => [
  `${folder}PULL_REQUEST_TEMPLATE/`,
  `${folder}pull_request_template/`,
]);
const templateFile = /^(?:\.github\/|docs\/)?pull_request_template(?:\.\w+|\/[^/]+)$/i;

/** Rules and templates on a branch, wherever GitHub looks for them. */
export async function readBranchFiles(git: Git, key: string, branch: Branch): Promise<BranchFiles> {
  const pathsIn = async (folders: readonly string[]) =>
    (await git.text(['ls-tree', '--name-only', branch.commit, '--', ...folders])).split('\n');
  const textOf = (path: string) => git.text(['cat-file', 'blob', `${branch.commit}:${path}`]);
  const listed = await Promise.all([pathsIn([]), pathsIn(['.github/', 'docs/', ...templateFolders])]);
  const paths = [...new Set(listed.flat())];
  const hasRules = paths.includes(repositoryFilePath);
  return {
    rules: hasRules
      ? [{ text: await textOf(repositoryFilePath), source: `${repositoryFilePath} on ${branch.name}` }]
      : [],
    notices: strayNotices(key, paths),
    templates: await Promise.all(paths.filter((path) => templateFile.test(path)).map(textOf)),
  };
}
