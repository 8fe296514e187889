import { lookup } from 'node:dns/promises';
import { createServer, type AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeliveryEdges } from '../../../delivery/edges.ts';
import { createGuardedFetch } from '../../../delivery/guarded-fetch.ts';
import { deliverToSlack } from '../../../delivery/slack.ts';
import { renderSlack } from '../../../delivery/slack/render-slack.ts';
import { longOutline, noLinks } from './samples.ts';

/** A Slack that somebody else wrote: it knows threads and channels as we do not. */
const token = 'xoxb-of-the-test';
const messages = renderSlack(longOutline(150), noLinks);
let emulator: { close: () => Promise<void> };
let host = '';

interface Stored {
  text: string;
  ts: string;
  thread_ts?: string;
  blocks?: unknown[];
}

/** The emulator takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  const scopes = ['chat:write', 'channels:history'];
  emulator = await createEmulator({
    service: 'slack',
    port,
    seed: { tokens: { [token]: { login: 'U000000001', scopes } } },
  });
  host = `127.0.0.1:${port}`;
});
afterAll(async () => emulator.close());

const edges = (): DeliveryEdges => ({
  fetch: createGuardedFetch({
    allowedHosts: [host],
    resolve: async (name) => lookup(name, { all: true }),
  }),
  clock: () => new Date('2026-11-08T09:00:00Z'),
  sleep: async () => {},
  random: () => 0,
  signal: new AbortController().signal,
});

async function ask(method: string, body: object): Promise<Stored[]> {
  const answer = await fetch(`http://${host}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return ((await answer.json()) as { messages: Stored[] }).messages;
}

test('with a token, the report is a head and its thread', async () => {
  const bot = { kind: 'bot', token, channel: 'general', apiUrl: `http://${host}/api` } as const;
  const delivery = await deliverToSlack(messages, bot, edges());
  const { channel = '', ts = '' } = delivery.message ?? {};
  const thread = await ask('conversations.replies', { channel, ts });

  expect(delivery).toMatchObject({ state: 'sent', posted: messages.length, problem: null });
  expect(messages.length).toBeGreaterThan(2);
  expect(thread.map(({ blocks }) => blocks)).toEqual(messages.map(({ blocks }) => blocks));
  expect(thread.slice(1).map(({ thread_ts: head }) => head)).toEqual(messages.slice(1).map(() => ts));
});

test('with a webhook, its messages stand in the channel, in order', async () => {
  const url = `http://${host}/services/T000000001/B000000001/X000000001`;
  const delivery = await deliverToSlack(messages, { kind: 'webhook', url }, edges());
  const posted = await ask('conversations.history', { channel: 'C000000001', limit: messages.length });

  expect(delivery).toMatchObject({ state: 'sent', posted: messages.length });
  expect(posted.map(({ blocks }) => blocks).toReversed()).toEqual(messages.map(({ blocks }) => blocks));
});

test('a channel it does not know is said to be so', async () => {
  const bot = { kind: 'bot', token, channel: 'nowhere', apiUrl: `http://${host}/api` } as const;
  const nowhere = await deliverToSlack(messages, bot, edges());
  expect([nowhere.state, nowhere.problem?.message]).toEqual([
    'failed',
    'Slack refused the message: it knows no such channel, or the app may not see it (channel_not_found).',
  ]);
});
