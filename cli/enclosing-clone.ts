import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** True when a folder holds `.git`, a folder in a clone and a file in a worktree. */
async function isTop(folder: string): Promise<boolean> {
  try {
    await access(join(folder, '.git'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** The top folder of the clone somebody stands in; the folder itself when it is in none, for its own error. */
export async function enclosingClone(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isTop(at)) return at;
    if (dirname(at) === at) return folder;
  }
}
