import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

/**
 * Which process this is, so that a later one can tell whether it still lives. A pid alone does not: it is given out
 * again, and in every container the first process has the same one.
 */
export const processIdentity = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Of the running system and of its space of pids; null where the system does not tell. */
  space: z.string().nullable(),
  /** When the process started, in ticks since boot; null where the system does not tell. */
  started: z.string().nullable(),
});
export type ProcessIdentity = z.output<typeof processIdentity>;

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** Only Linux has `/proc`. */
const orNull = <Value>(read: Promise<Value>): Promise<Value | null> => read.catch(() => null);

async function spaceOfPids(): Promise<string | null> {
  const [boot, namespace] = await Promise.all([
    orNull(readFile('/proc/sys/kernel/random/boot_id', 'utf8')),
    orNull(readlink('/proc/self/ns/pid')),
  ]);
  return boot === null || namespace === null ? null : `${boot.trim()} ${namespace}`;
}

async function startOf(pid: number): Promise<string | null> {
  const stat = await orNull(readFile(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program stands in brackets and may hold anything; the 20th field after it is the start.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** Of this process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const { pid } = process;
  const [space, started] = await Promise.all([spaceOfPids(), startOf(pid)]);
  return { pid, host: hostname(), space, started };
}

/** True also for a process of another user, which may not be asked. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Whether a process still lives. `unknown`: it runs on another machine or in another container, if it does. */
export async function lifeOf(other: ProcessIdentity): Promise<'alive' | 'gone' | 'unknown'> {
  const own = await ownIdentity();
  if (other.space !== own.space || (own.space === null && other.host !== own.host)) return 'unknown';
  if (!isRunning(other.pid)) return 'gone';
  return other.started === (await startOf(other.pid)) ? 'alive' : 'gone';
}
