import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaults } from '@actions/github/lib/utils';
import { run } from './runner.ts';

// Node's own fetch knows no proxy; the toolkit's does, but loads a network stack of its own.
const isProxied = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some(
  (name) => process.env[name],
);

await run({
  variables: process.env,
  fetch: (isProxied && (defaults.request?.fetch as typeof globalThis.fetch | undefined)) || globalThis.fetch,
  clock: () => new Date(),
  sleep: (ms) => sleep(ms),
  random: Math.random,
  newId: randomUUID,
  runtime: `node ${process.version}`,
});
