import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { gitEnvironment } from './run-git.ts';

/** A running `git fast-import`: one process writes any number of commits. */
export interface FastImport {
  /** Adds text to the stream; resolves when git can take more. */
  write(text: string): Promise<void>;
  /** SHAs of commits already written, by their marks. One round trip, far below a millisecond. */
  shas(marks: readonly number[]): Promise<string[]>;
  /** Ends the stream and waits until objects and refs are on disk. Throws with git's words when it failed. */
  finish(): Promise<void>;
}

/** Starts `git fast-import` in an existing repository. Nothing becomes visible there before `finish`. */
export function startFastImport(repository: string): FastImport {
  const child = spawn('git', ['fast-import', '--quiet', '--force', '--done'], {
    cwd: repository,
    env: gitEnvironment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const askers: ((sha: string) => void)[] = [];
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  // A broken pipe only says that git ended early; its exit code and its words say why.
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (sha) => askers.shift()?.(sha));

  const failure = (code: number | null) =>
    new Error(`git fast-import ended with ${code ?? 'a signal'}: ${complaint.trim()}`);
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(failure(code));
    });
  });
  // All three methods tell the failure; until one of them is called it must not count as unhandled.
  ended.catch(() => undefined);

  async function write(text: string): Promise<void> {
    if (child.stdin.write(text)) return;
    await Promise.race([once(child.stdin, 'drain').catch(() => ended), ended]);
  }

  async function shas(marks: readonly number[]): Promise<string[]> {
    const answers = marks.map(() => new Promise<string>((resolve) => askers.push(resolve)));
    await write(marks.map((mark) => `get-mark :${mark}\n`).join(''));
    const all = Promise.all(answers);
    // An answer that never comes must end in git's words, not in a test's timeout.
    return Promise.race([all, ended.then(() => all)]);
  }

  async function finish(): Promise<void> {
    child.stdin.end('done\n');
    await ended;
  }

  return { write, shas, finish };
}
