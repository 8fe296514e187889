import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFile } from '../action/lineage/run-files.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';

const unwritable = (path: string, error: unknown) => {
  const cause = error instanceof Error ? error.message : String(error);
  return new ZenPulseError('output_unwritable', { path, cause }, { cause: error });
};

/**
 * Writes a run's files into a folder: all under other names first, then renamed, the lineage last. A run that is
 * stopped on the way leaves no lineage that names files which are not there.
 * @throws ZenPulseError `output_unwritable`
 */
export async function writeRunFiles(folder: string, files: readonly RunFile[]): Promise<void> {
  const partial = (name: string) => join(folder, `.${name}.partial`);
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, content } of files) await writeFile(partial(name), content);
    for (const { name } of files) await rename(partial(name), join(folder, name));
  } catch (error) {
    await Promise.allSettled(files.map(({ name }) => rm(partial(name), { force: true })));
    throw unwritable(folder, error);
  }
}

/**
 * Keeps the default output folder out of the user's commits, as other tools do with their caches.
 * @throws ZenPulseError `output_unwritable`
 */
export async function ignoreInGit(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '.gitignore'), '*\n');
  } catch (error) {
    throw unwritable(folder, error);
  }
}
