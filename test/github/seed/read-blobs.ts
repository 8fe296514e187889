import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { gitEnvironment } from '../../git/run-git.ts';

/** Texts of blobs by their id, read by one process. */
export async function readBlobs(path: string, blobs: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(blobs)];
  if (wanted.length === 0) return new Map();
  const child = spawn('git', ['cat-file', '--batch'], {
    cwd: path,
    env: gitEnvironment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(wanted.map((blob) => `${blob}\n`).join(''));
  const output = await buffer(child.stdout);
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', , size = '0'] = output.toString('utf8', at, end).split(' ');
    texts.set(id, output.toString('utf8', end + 1, end + 1 + Number(size)));
    // A newline follows each blob.
    at = end + 2 + Number(size);
  }
  return texts;
}
