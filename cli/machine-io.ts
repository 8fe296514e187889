import { randomBytes } from 'node:crypto';
import { scrubTracing } from '../action/scrub-tracing.ts';
import type { Io } from './io.ts';

/** This machine, bound once by each entry. */
export function machineIo(): Io {
  scrubTracing(process.env);
  const stopping = new AbortController();
  // Whoever reads a pipe may leave early, as head does: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
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
