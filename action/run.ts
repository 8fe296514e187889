import './parse-once.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './runner.ts';
import { proxiedFetch } from './proxied-fetch.ts';
import { scrubTracing } from './scrub-tracing.ts';
import { toolkitFetch } from './sources/github/toolkit-fetch.ts';

scrubTracing(process.env);

// The runner sends SIGINT, then SIGTERM: what can be said by then is still written.
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopping.abort(new Error(signal)));

await run({
  variables: process.env,
  gitHubFetch: toolkitFetch,
  fetch: proxiedFetch(process.env),
  clock: () => new Date(),
  sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }),
  random: Math.random,
  newId: randomUUID,
  runtime: `node ${process.version}`,
  platform: process.platform,
  arch: process.arch,
  signal: stopping.signal,
  resolve: async (host) => (await import('node:dns/promises')).lookup(host, { all: true }),
});

// A download or a server that was given up must not hold the job.
process.exit();
