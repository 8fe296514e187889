import { expect, test } from 'vitest';
import { deadLetterOf } from '../../delivery/zenpulse/dead-letter.ts';
import { type Mishap, startReceiver } from '../delivery/receivers/start-receiver.ts';
import { standardWebhooksReceiver } from '../delivery/receivers/standard-webhooks-receiver.ts';
import { payload, secrets, send, sendingTo } from '../delivery/zenpulse/sending.ts';

const schedule = [5_000, 15_000, 45_000, 90_000, 150_000];
const always = (mishap: Mishap) => Array.from({ length: 20 }, () => mishap);

async function signed(mishaps: (Mishap | null)[] = [], timeoutMs = 15_000) {
  const { handle, effects } = standardWebhooksReceiver(secrets.signing);
  const receiver = await startReceiver(handle);
  receiver.mishaps.push(...mishaps);
  // The package judges timestamps by the machine's clock; with few pauses that is close enough.
  const sending = sendingTo(receiver.host, { startAt: Date.now(), timeoutMs });
  const target = { url: receiver.url, signingSecret: secrets.signing };
  return { receiver, effects, sending, delivered: await send(target, sending) };
}

test.each<[string, Mishap]>([
  ['answers 500', { instead: { status: 500 } }],
  ['answers 502', { instead: { status: 502, body: '<h1>Bad Gateway</h1>' } }],
  ['answers 503', { instead: { status: 503 } }],
  ['answers 408', { instead: { status: 408 } }],
  ['answers 425', { instead: { status: 425 } }],
  ['answers 429', { instead: { status: 429 } }],
  ['says nothing', { delivery: 'no-answer' }],
  ['resets the connection', { delivery: 'reset' }],
  ['stops in the body', { delivery: 'half-body', instead: { status: 200, body: 'long enough' } }],
])('C2: a receiver that %s is asked again, with the same id and a new timestamp', async (_, mishap) => {
  const { receiver, effects, sending, delivered } = await signed([mishap, mishap], 100);

  expect([delivered.state, delivered.tries.length, delivered.problem]).toEqual(['delivered', 3, null]);
  expect(sending.waits).toEqual(schedule.slice(0, 2));
  expect(effects).toEqual([payload]);
  const header = (name: string) => receiver.received.map(({ headers }) => headers[name]);
  expect(new Set(header('webhook-id'))).toEqual(new Set([delivered.webhookId]));
  const [first, second, third] = header('webhook-timestamp').map(Number);
  expect([second! - first!, third! - second!]).toEqual([5, 15]);
  expect(new Set(header('webhook-signature')).size).toBe(3);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
});

test('C2: a receiver that stays down ends the schedule, and the dead letter holds all but secrets', async () => {
  const { receiver, effects, sending, delivered } = await signed(
    always({ instead: { status: 503, body: `busy, ${secrets.signing}\n\u202Ecome back` } }),
  );

  expect([delivered.state, delivered.problem?.code]).toEqual(['exhausted', 'callback_undelivered']);
  expect(sending.waits).toEqual(schedule);
  expect([receiver.received.length, effects.length]).toEqual([6, 0]);
  expect(delivered.answer).toBe('busy, *** come back');
  expect(deadLetterOf(payload, `${receiver.url}?key=${secrets.query}#x`, delivered)).toEqual({
    contract_version: '1',
    state: 'exhausted',
    destination: receiver.url,
    webhook_id: delivered.webhookId,
    tries: delivered.tries.map(({ at }) => ({
      at: at.toISOString(),
      outcome: 'answered 503 (busy, *** come back)',
    })),
    problem: {
      code: 'callback_undelivered',
      message: `${receiver.host} did not confirm the callback (tries: 6); at last: answered 503 (busy, *** come back).`,
      next_step: expect.stringContaining('run the failed job again'),
    },
    payload,
  });
});

test('C2: with the longest jitter and the slowest tries it ends within eight minutes', async () => {
  const { receiver } = await signed();
  receiver.mishaps.push(...always({ instead: { status: 500 } }));
  const sending = sendingTo(receiver.host);
  sending.edges.random = () => 1;
  await send({ url: receiver.url, signingSecret: secrets.signing }, sending);
  const pauses = sending.waits.reduce((sum, ms) => sum + ms, 0);

  expect(sending.waits).toHaveLength(5);
  expect(pauses + 6 * 15_000).toBeLessThan(8 * 60_000);
});

test('C2: a run of the same job again, after the dead letter, is the same message', async () => {
  const { receiver, effects, delivered } = await signed(always({ instead: { status: 500 } }));
  receiver.mishaps.length = 0;
  const again = await send(
    { url: receiver.url, signingSecret: secrets.signing },
    sendingTo(receiver.host, { startAt: Date.now() }),
  );

  expect([again.state, again.webhookId]).toEqual(['delivered', delivered.webhookId]);
  expect(effects).toEqual([payload]);
});

test.each([
  ['in seconds', '60', {}],
  ['as a date', 'Fri, 20 Nov 2026 12:01:00 GMT', { date: 'Fri, 20 Nov 2026 12:00:00 GMT' }],
  [
    'as a date of a clock that is wrong',
    'Tue, 01 Jan 2030 00:01:00 GMT',
    { date: 'Tue, 01 Jan 2030 00:00:00 GMT' },
  ],
])('C2: Retry-After %s is waited out', async (_, retryAfter, headers) => {
  const receiver = await startReceiver();
  receiver.mishaps.push({ instead: { status: 429, headers: { ...headers, 'retry-after': retryAfter } } });
  const sending = sendingTo(receiver.host);
  const { state } = await send({ url: receiver.url, signingSecret: secrets.signing }, sending);

  expect([state, sending.waits]).toEqual(['delivered', [60_000]]);
});

test('C2: a Retry-After shorter than the schedule does not hurry, and nonsense is ignored', async () => {
  const receiver = await startReceiver();
  for (const retryAfter of ['0', 'Mon, 01 Jan 2001 00:00:00 GMT', 'soon', '-5']) {
    receiver.mishaps.push({ instead: { status: 503, headers: { 'retry-after': retryAfter } } });
  }
  const sending = sendingTo(receiver.host);
  await send({ url: receiver.url, signingSecret: secrets.signing }, sending);
  expect(sending.waits).toEqual(schedule.slice(0, 4));
});

test('C2: a Retry-After of hours ends it at once, and says so', async () => {
  const receiver = await startReceiver();
  receiver.mishaps.push({ instead: { status: 503, headers: { 'retry-after': '7200' } } });
  const sending = sendingTo(receiver.host);
  const { state, problem } = await send({ url: receiver.url, signingSecret: secrets.signing }, sending);

  expect([state, sending.waits]).toEqual(['exhausted', []]);
  expect(problem?.message).toContain('a wait of 7200 s is longer than this job stays');
});

test('C2: nobody listens: nothing was sent, and it is tried again all the same', async () => {
  const sending = sendingTo('receiver.test:1');
  const { state, tries, problem } = await send(
    { url: 'http://receiver.test:1/', signingSecret: secrets.signing },
    sending,
  );

  expect([state, tries.length, problem?.code]).toEqual(['exhausted', 6, 'callback_undelivered']);
  expect(tries[0]?.outcome).toBe('receiver.test:1 could not be reached (ECONNREFUSED); nothing was sent');
});

test('C2: a run that is stopped stops at once, in a pause and in a try, and keeps its letter', async () => {
  const receiver = await startReceiver();
  receiver.mishaps.push({ instead: { status: 503 } }, { delivery: 'no-answer' });
  const inPause = sendingTo(receiver.host, { onPause: () => inPause.stop.abort() });
  const first = await send({ url: receiver.url, signingSecret: secrets.signing }, inPause);
  expect([first.state, first.tries.length, first.problem?.code]).toEqual([
    'exhausted',
    1,
    'callback_undelivered',
  ]);
  expect(first.problem?.message).toContain('answered 503; then the run was stopped');

  const inTry = sendingTo(receiver.host);
  setTimeout(() => inTry.stop.abort(), 30);
  const second = await send({ url: receiver.url, signingSecret: secrets.signing }, inTry);
  expect([second.state, second.tries.length, receiver.received.length]).toEqual(['exhausted', 1, 2]);
});
