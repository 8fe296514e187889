import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from '../git/temp-folder.ts';
import { until } from '../app/kit/until.ts';

const root = join(import.meta.dirname, '..', '..');

/** Processes that still run with a place in this folder among their variables; only Linux tells. */
async function processesOf(folder: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // It may end, or be another user's.
    const variables = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (variables.includes(folder)) found.push(pid);
  }
  return found;
}

/** The demo as a process of its own, held to this machine, in an empty temporary folder. */
export async function startDemo(args: readonly string[] = [], variables: NodeJS.ProcessEnv = {}) {
  const temp = await tempFolder();
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'test/cli/demo-guard.ts'), join(root, 'cli/demo.ts'), ...args],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], TMPDIR: temp, ...variables },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    said,
    /** Waits for a text on stdout. */
    says: (text: string) =>
      until(() => {
        if (!said.stdout.includes(text)) throw new Error(`not yet: ${text}\n${said.stdout}${said.stderr}`);
      }, 90_000),
    stop: (signal: 'SIGINT' | 'SIGTERM') => child.kill(signal),
    /** Exit code, once it has ended. */
    code,
    /** What is left of it. */
    left: async () => ({ files: await readdir(temp), processes: await processesOf(temp) }),
  };
}
