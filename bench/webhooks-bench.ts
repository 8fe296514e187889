import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeTempFolder } from '../test/git/temp-folder.ts';
import { findPrograms, startServer } from '../test/setup/postgres.ts';

export type ServerOptions = { secret: string } & (
  | { kind: 'bare' }
  | { kind: 'probot' }
  | { kind: 'embedded'; folder: string }
  | { kind: 'postgres'; url: string }
);

const secret = 'a webhook secret of the bench';
const warmUps = 500;
const deliveries = 3_000;
const connections = 32;

/** GitHub's own example of a pull request that was closed. */
function exampleBody(): string {
  const published = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
    name: string;
    examples: { action?: string }[];
  }[];
  const closed = published
    .find(({ name }) => name === 'pull_request')
    ?.examples.find(({ action }) => action === 'closed');
  return JSON.stringify(closed);
}

interface Target {
  port: number;
  agent: Agent;
  body: string;
  signature: string;
}

/** @returns milliseconds until the answer was there */
function deliver({ port, agent, body, signature }: Target, id: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(
      {
        agent,
        port,
        method: 'POST',
        path: '/api/github/webhooks',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'GitHub-Hookshot/0000000',
          'x-github-event': 'pull_request',
          'x-github-delivery': id,
          'x-hub-signature-256': signature,
        },
      },
      (response) => {
        response.resume().on('end', () => {
          const { statusCode = 0 } = response;
          if (statusCode >= 200 && statusCode < 300) resolve(performance.now() - started);
          else reject(new Error(`answered with ${statusCode}`));
        });
      },
    );
    sent.on('error', reject).end(body);
  });
}

/** Sends so many, each connection the next one as soon as it is answered. */
async function load(
  target: Target,
  count: number,
  name: string,
): Promise<{ seconds: number; times: number[] }> {
  const times: number[] = [];
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    for (;;) {
      const at = next;
      next += 1;
      if (at >= count) return;
      times.push(await deliver(target, `${name}-delivery-${at}`));
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return { seconds: (performance.now() - started) / 1000, times: times.toSorted((a, b) => a - b) };
}

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  stored: number | null;
}

async function measure(options: ServerOptions, body: string): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'webhooks-server.ts'), [JSON.stringify(options)]);
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const target = {
      port,
      body,
      agent: new Agent({ keepAlive: true, maxSockets: connections }),
      signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    };
    await load(target, warmUps, 'warm-up');
    const { seconds, times } = await load(target, deliveries, 'measured');
    target.agent.destroy();
    child.send('how many?');
    const [{ count }] = (await once(child, 'message')) as [{ count: number | null }];
    if (count !== null && count !== warmUps + deliveries)
      throw new Error(`stored ${count} of ${warmUps + deliveries}`);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    return { perSecond: deliveries / seconds, p50: at(0.5), p99: at(0.99), stored: count };
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

/** Webhooks taken in a second and how long each waits, beside servers that remember nothing of them. */
export async function run(): Promise<void> {
  const body = exampleBody();
  const folder = await makeTempFolder();
  const programs = findPrograms();
  const postgres = programs === null ? null : await startServer(programs, true);
  const contenders: [string, ServerOptions][] = [
    ['@octokit/webhooks, nothing stored', { kind: 'bare', secret }],
    ['Probot with an empty handler, nothing stored', { kind: 'probot', secret }],
    ['ZenPulse on the embedded database', { kind: 'embedded', secret, folder: folder.path }],
    ...(postgres
      ? [
          ['ZenPulse on PostgreSQL', { kind: 'postgres', secret, url: postgres.url }] as [
            string,
            ServerOptions,
          ],
        ]
      : []),
  ];
  try {
    const rows: Record<string, string | number>[] = [];
    let first: Measured | undefined;
    for (const [name, options] of contenders) {
      const measured = await measure(options, body);
      first ??= measured;
      rows.push({
        server: name,
        'per second': Math.round(measured.perSecond),
        'p50 ms': Math.round(measured.p50 * 10) / 10,
        'p99 ms': Math.round(measured.p99 * 10) / 10,
        'of the first': `${(measured.perSecond / first.perSecond).toFixed(2)}×`,
        stored: measured.stored ?? '–',
      });
    }
    console.log(
      `${deliveries} signed deliveries of ${Math.round(body.length / 1000)} kB over ${connections} connections, each server in a process of its own; stored means committed to disk with its job before the answer`,
    );
    if (!postgres) console.log('PostgreSQL is not installed here, so it was not measured.');
    console.table(rows);
  } finally {
    await postgres?.stop();
    await folder.remove();
  }
}
