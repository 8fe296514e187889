import { spawn } from 'node:child_process';

export interface Finished {
  /** Null when there is no such command. */
  code: number | null;
  output: string;
}

/** Runs a command to its end; output and errors come in the order in which they were written. */
export const runCommand = (
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve({ code: null, output: '' });
      else reject(error);
    });
    child.on('close', (code) => resolve({ code: code ?? -1, output: Buffer.concat(parts).toString() }));
  });
