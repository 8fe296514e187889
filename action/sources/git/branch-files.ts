import { repositoryFilePath } from '../../../contract/repository-file-path.ts';
import { strayNotices } from '../../../rules/stray-rules.ts';
import type { Reading } from '../source.ts';
import type { Branch } from './refs.ts';
import type { Git } from './run-git.ts';

async function pathsIn(git: Git, { commit }: Branch, folder: readonly string[]): Promise<string[]> {
  return (await git.text(['ls-tree', '--name-only', commit, '--', ...folder])).split('\n');
}

const textOf = (git: Git, { commit }: Branch, path: string) =>
  git.text(['cat-file', 'blob', `${commit}:${path}`]);

/** The rules on the branch, and what looks like rules there. */
export async function readRules(
  git: Git,
  key: string,
  branch: Branch,
): Promise<Pick<Reading, 'rules' | 'notices'>> {
  const [top, folder] = await Promise.all([pathsIn(git, branch, []), pathsIn(git, branch, ['.github/'])]);
  const paths = [...top, ...folder];
  const notices = strayNotices(key, paths);
  if (!paths.includes(repositoryFilePath)) return { rules: [], notices };
  const text = await textOf(git, branch, repositoryFilePath);
  return { rules: [{ text, source: `${repositoryFilePath} on ${branch.name}` }], notices };
}

const templateFolders = ['PULL_REQUEST_TEMPLATE/', 'pull_request_template/'];
const templatePlaces = [
  '.github/',
  'docs/',
  ...['', '.github/', 'docs/'].flatMap((folder) => templateFolders.map((name) => folder + name)),
];
const templateFile = /^(?:\.github\/|docs\/)?pull_request_template(?:\.\w+|\/[^/]+)$/i;

/** Pull request templates, wherever GitHub looks for them. */
export async function readTemplates(git: Git, branch: Branch): Promise<string[]> {
  const listed = await Promise.all([pathsIn(git, branch, []), pathsIn(git, branch, templatePlaces)]);
  const paths = [...new Set(listed.flat())].filter((path) => templateFile.test(path));
  return Promise.all(paths.map((path) => textOf(git, branch, path)));
}
