import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Milliseconds from the start of a Node process to its end, in the surroundings `runAction` gives the action.
 * @throws Error when the script fails
 */
export async function timeScript(path: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [path], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
  child.stdout.resume();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${path} ended with code ${code}: ${stderr}`);
  return performance.now() - started;
}
