import { type FileHandle, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { lifeOf, ownIdentity, type ProcessIdentity, processIdentity } from './process-identity.ts';

export interface LockOptions {
  /** Told when another process took the folder, for this one gave no sign of life: it must not write any more. */
  onLost: (error: ZenPulseError) => void;
  /** Time between two signs of life. */
  beatMs?: number;
  /** A holder that cannot be asked and gives no sign for so long is gone. */
  silenceMs?: number;
}

/** What a lock file says; the last line of a holder's life is `isFree`. */
const lockText = z.object({ holder: processIdentity, beat: z.int(), isFree: z.boolean() });

const prefix = 'zenpulse.lock.';
const pathOf = (folder: string, number: number) => join(folder, `${prefix}${number}`);

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** Numbers of all lock files, the highest first; that one counts. */
async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /^zenpulse\.lock\.\d+$/.test(name))
    .map((name) => Number(name.slice(prefix.length)))
    .toSorted((a, b) => b - a);
}

function parse(text: string): z.output<typeof lockText> | null {
  try {
    return lockText.parse(JSON.parse(text));
  } catch {
    // Not written to its end yet, or never: nothing is known of its holder.
    return null;
  }
}

/** Null once the file is gone, for its successor has tidied up. */
async function readLock(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const nameOf = (holder: ProcessIdentity | undefined, own: ProcessIdentity) => {
  if (!holder) return 'another process';
  return holder.space === own.space && holder.host === own.host
    ? `process ${holder.pid}`
    : `process ${holder.pid} of host ${holder.host}`;
};

/** Whether the holder gives a sign of life while it is watched. Clocks of two machines are never compared. */
async function isSilent(path: string, before: string, silenceMs: number, beatMs: number): Promise<boolean> {
  for (let waited = 0; waited < silenceMs; waited += beatMs) {
    await sleep(beatMs);
    if ((await readLock(path)) !== before) return false;
  }
  return true;
}

/** @throws ZenPulseError `data_folder_locked` unless the holder gave the folder free or is gone */
async function checkFree(folder: string, number: number, silenceMs: number, beatMs: number): Promise<void> {
  const path = pathOf(folder, number);
  const text = await readLock(path);
  if (text === null) return;
  const lock = parse(text);
  if (lock?.isFree) return;
  const life = lock ? await lifeOf(lock.holder) : 'unknown';
  if (life === 'gone') return;
  if (life === 'unknown' && (await isSilent(path, text, silenceMs, beatMs))) return;
  const holder = nameOf(lock?.holder, await ownIdentity());
  throw new ZenPulseError('data_folder_locked', { folder, holder });
}

/** Null: somebody else was quicker. */
async function create(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return null;
    throw error;
  }
}

/** Takes the number after the last one. @throws ZenPulseError `data_folder_locked` when another was quicker */
async function takeNext(folder: string, last: number): Promise<{ number: number; file: FileHandle }> {
  const number = last + 1;
  const file = await create(pathOf(folder, number));
  const [highest] = await lockNumbers(folder);
  if (file && highest === number) return { number, file };
  if (file) {
    await file.close();
    await rm(pathOf(folder, number), { force: true });
  }
  throw new ZenPulseError('data_folder_locked', { folder, holder: 'a process that starts right now' });
}

/**
 * Holds a folder for this process, against every other one that sees it, on this machine or through a shared volume.
 *
 * Each holder has a file with the next number; the highest counts, and creating it decides between two that try at
 * once. Files stay behind as a mark that the number was given out, until the next holder has one. A holder of the same
 * machine is asked whether it lives, by pid and start. One of another machine or container cannot be asked: it counts
 * as gone when its file has not changed for a while, and should it wake up, it is told that it lost the folder.
 *
 * @returns a function that gives the folder free
 * @throws ZenPulseError `data_folder_locked`
 */
export async function lockFolder(
  folder: string,
  { onLost, beatMs = 2_000, silenceMs = 20_000 }: LockOptions,
): Promise<() => Promise<void>> {
  const [last = 0] = await lockNumbers(folder);
  if (last > 0) await checkFree(folder, last, silenceMs, beatMs);
  const { number, file } = await takeNext(folder, last);
  const holder = await ownIdentity();
  let beat = 0;
  const write = (isFree: boolean) => {
    beat += 1;
    // Of one length, so that a later text covers an earlier one whole.
    return file.write(JSON.stringify({ holder, beat, isFree }).padEnd(1_000), 0);
  };
  await write(false);
  for (const old of await lockNumbers(folder))
    if (old < number) await rm(pathOf(folder, old), { force: true });

  let beating: Promise<void> = Promise.resolve();
  const giveSign = async () => {
    const [highest = 0] = await lockNumbers(folder);
    if (highest === number) await write(false);
    else {
      clearInterval(timer);
      onLost(new ZenPulseError('data_folder_locked', { folder, holder: 'a process that took it over' }));
    }
  };
  const timer = setInterval(() => {
    // A disk that fails now is met by the database too, which says so.
    beating = beating.then(giveSign).catch(() => undefined);
  }, beatMs);
  timer.unref();

  return async () => {
    clearInterval(timer);
    await beating;
    // Without this last word a successor waits for the silence, and takes the folder all the same.
    await write(true).catch(() => undefined);
    await file.close();
  };
}
