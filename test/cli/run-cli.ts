import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gitEnvironment } from '../git/run-git.ts';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'cli', 'zenpulse.ts');

/** Halves the start of every run after the first. */
const compileCache = join(root, 'node_modules', '.cache', 'zenpulse-tests');

export interface CliRun {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the real command line in a folder, with nothing of the user's git configuration. */
export function runCli(
  folder: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<CliRun> {
  return new Promise((resolve) => {
    const env = { ...gitEnvironment, NODE_COMPILE_CACHE: compileCache, ...environment };
    const child = execFile(process.execPath, [cli, ...args], { cwd: folder, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** Every file below a folder, git's own left out. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.split('/').includes('.git'))
    .toSorted();
}
