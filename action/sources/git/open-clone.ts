import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
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

/**
 * Checks that a path is the whole of a usable clone: its top folder, or a bare repository, not shallow.
 * @throws ZenPulseError `repository_not_found`, `repository_not_git`, `repository_not_top`, `repository_shallow`,
 *   `repository_owner`, `git_missing`
 */
export async function openClone(path: string, environment: NodeJS.ProcessEnv): Promise<Git> {
  if (!(await isFolder(path))) throw new ZenPulseError('repository_not_git', { path });
  const git = createGit(path, environment);
  const [isBare, isShallow, gitFolder = ''] = (
    await git.text(['rev-parse', '--is-bare-repository', '--is-shallow-repository', '--absolute-git-dir'])
  ).split('\n');
  const top = isBare === 'true' ? gitFolder : (await git.text(['rev-parse', '--show-toplevel'])).trim();
  if ((await realpath(path)) !== (await realpath(top))) {
    throw new ZenPulseError('repository_not_top', { path, top });
  }
  if (isShallow === 'true') throw new ZenPulseError('repository_shallow', { path });
  return { ...git, path: resolve(path) };
}
