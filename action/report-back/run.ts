import '../parse-once.ts';
import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { proxiedFetch } from '../proxied-fetch.ts';
import { reportBack } from './runner.ts';

// What unpacks artifacts in the toolkit is older than Node's present Buffer, and a warning would look like a fault.
process.noDeprecation = true;

// The runner sends SIGINT, then SIGTERM: what can be said by then is still said.
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopping.abort(new Error(signal)));

await reportBack({
  variables: process.env,
  fetch: proxiedFetch(process.env),
  resolve: (host) => lookup(host, { all: true }),
  clock: () => new Date(),
  sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }),
  random: Math.random,
  newId: randomUUID,
  signal: stopping.signal,
});

// A connection that was given up must not hold the job.
process.exit();
