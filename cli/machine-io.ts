import { randomBytes } from 'node:crypto';
import { scrubTracing } from '../action/agent/scrub-environment.ts';
import type { Io } from './io.ts';

/** This machine, bound once by each entry. */
export function machineIo(): Io {
  scrubTracing(process.env);
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort(new Error('SIGTERM')));
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    folder: process.cwd(),
    clock: () => new Date(),
    newId: () => randomBytes(4).toString('hex'),
    runtime: `node ${process.version}`,
    signal: stopping.signal,
  };
}
