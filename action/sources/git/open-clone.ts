import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { createGit, type Git } from './run-git.ts';

/** True for a folder, false for anything else that is there; @throws `repository_not_found` when nothing is. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new ZenPulseError('repository_not_found', { path }, { cause: error });
  }
}

/** True for a folder with a `.git` of its own; with a bare repository elsewhere, that is a file which names it. */
async function hasGit(path: string): Promise<boolean> {
  try {
    await access(join(path, '.git'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Only git's own line break: a folder's name may end in white space. */
const withoutLineEnd = (text: string) => text.replace(/\n$/, '');

/**
 * Checks that a path is the whole of a usable clone: its top folder, or a bare repository, not shallow.
 * @throws ZenPulseError `repository_not_found`, `repository_not_git`, `repository_not_top`, `repository_shallow`,
 *   `repository_owner`, `git_missing`
 */
export async function openClone(path: string, environment: NodeJS.ProcessEnv): Promise<Git> {
  if (!(await isFolder(path))) throw new ZenPulseError('repository_not_git', { path });
  const asking = createGit(path, environment);
  const asked = [
    '--is-bare-repository',
    '--is-shallow-repository',
    '--is-inside-work-tree',
    '--absolute-git-dir',
  ];
  const [isBare, isShallow, isInWorkTree, ...rest] = (await asking.text(['rev-parse', ...asked])).split('\n');
  const gitFolder = withoutLineEnd(rest.join('\n'));
  const top =
    isBare === 'true'
      ? (await hasGit(path))
        ? path
        : gitFolder
      : isInWorkTree === 'true'
        ? withoutLineEnd(await asking.text(['rev-parse', '--show-toplevel']))
        : dirname(gitFolder);
  if ((await realpath(path)) !== (await realpath(top))) {
    throw new ZenPulseError('repository_not_top', { path, top });
  }
  if (isShallow === 'true') throw new ZenPulseError('repository_shallow', { path });
  return createGit(resolve(path), environment, { folder: gitFolder });
}
