import { expect, test } from 'vitest';
import { oneTimeTokenReceiver } from '../delivery/receivers/one-time-token-receiver.ts';
import { startReceiver } from '../delivery/receivers/start-receiver.ts';
import { payload, secrets, send, sendingTo } from '../delivery/zenpulse/sending.ts';

const token = { kind: 'token', token: secrets.token } as const;

test.each([
  [400, 'docs/callbacks.md'],
  [401, 'used or expired'],
  [403, 'used or expired'],
  [404, 'Check the path of callback_url'],
  [405, 'docs/callbacks.md'],
  [410, 'take callback_url out'],
  [413, 'larger bodies'],
  [415, 'docs/callbacks.md'],
  [422, 'docs/callbacks.md'],
])('C4: %i stops it, with what to do', async (status, next) => {
  const receiver = await startReceiver(() => ({ status, body: 'No.' }));
  const sending = sendingTo(receiver.host);
  const { state, problem, answer } = await send({ url: receiver.url, proof: token }, sending);

  expect([state, problem?.code, answer]).toEqual(['refused', 'callback_refused', 'No.']);
  expect(problem?.message).toBe(`${receiver.host} refused the callback with ${status}: No.`);
  expect(problem?.nextStep).toContain(next);
  expect([receiver.received.length, sending.waits]).toEqual([1, []]);
});

function issuing(minutes?: number) {
  let now = Date.parse('2026-11-20T12:00:00Z');
  const receiver = oneTimeTokenReceiver(() => now);
  receiver.issue(secrets.token, payload.request_id, minutes);
  return { ...receiver, later: (ms: number) => (now += ms) };
}

test('C4: a token that was used is used no second time: 409', async () => {
  const { handle, effects } = issuing();
  const receiver = await startReceiver(handle);
  const target = { url: receiver.url, proof: token };
  const first = await send(target, sendingTo(receiver.host));
  const sending = sendingTo(receiver.host);
  const second = await send(target, sending);

  expect([first.state, second.state, second.problem?.code]).toEqual([
    'delivered',
    'refused',
    'callback_already_used',
  ]);
  expect(second.problem?.nextStep).toContain('if the result is there, nothing is left to do');
  expect([effects, sending.waits]).toEqual([[payload], []]);
});

test('C4: a token that has expired stops it, and the receiver that quotes it does not spread it', async () => {
  const { handle, effects, later } = issuing(10);
  later(11 * 60_000);
  const receiver = await startReceiver(handle);
  const { state, problem, answer } = await send(
    { url: receiver.url, proof: token },
    sendingTo(receiver.host),
  );

  expect([state, problem?.code, answer]).toEqual([
    'refused',
    'callback_refused',
    'The token *** has expired.',
  ]);
  expect(effects).toEqual([]);
});

test('C4: a token of another request is refused', async () => {
  const { handle, effects, issue } = issuing();
  issue(secrets.token, 'request-2');
  const receiver = await startReceiver(handle);
  expect((await send({ url: receiver.url, proof: token }, sendingTo(receiver.host))).state).toBe('refused');
  expect(effects).toEqual([]);
});

test('C4: a refusal after a try that may have arrived says to look first', async () => {
  const receiver = await startReceiver();
  receiver.mishaps.push({ delivery: 'reset' }, { instead: { status: 401, body: 'used' } });
  const { state, problem } = await send({ url: receiver.url, proof: token }, sendingTo(receiver.host));

  expect(state).toBe('refused');
  expect(problem?.nextStep).toMatch(/^An earlier try may have arrived: look at receiver\.test:\d+ first\./);
});
