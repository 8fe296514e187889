import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './runner.ts';

await run({
  variables: process.env,
  fetch: globalThis.fetch,
  clock: () => new Date(),
  sleep: (ms) => sleep(ms),
  random: Math.random,
  newId: randomUUID,
  runtime: `node ${process.version}`,
});
