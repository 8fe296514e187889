import { expect, test } from 'vitest';
import { startReceiver } from '../delivery/receivers/start-receiver.ts';
import { standardWebhooksReceiver } from '../delivery/receivers/standard-webhooks-receiver.ts';
import { secrets, send, sendingTo } from '../delivery/zenpulse/sending.ts';

const minute = 60_000;

test.each([
  [-12, 'its clock is 12 minutes ahead of that of this machine', 'too old'],
  [12, 'its clock is 12 minutes behind that of this machine', 'too new'],
])('C5: a clock that is %i minutes off is named as the cause', async (minutes, words, reason) => {
  const { handle, effects } = standardWebhooksReceiver(secrets.signing);
  const receiver = await startReceiver(handle);
  const sending = sendingTo(receiver.host, { startAt: Date.now() + minutes * minute });
  const { state, problem } = await send({ url: receiver.url, signingSecret: secrets.signing }, sending);

  expect([state, problem?.code, effects]).toEqual(['refused', 'callback_clock_skew', []]);
  expect(problem?.message).toContain(words);
  expect(problem?.message).toContain(reason);
  expect(problem?.nextStep).toContain('NTP');
});

test('C5: a clock four minutes off is tolerated', async () => {
  const { handle, effects } = standardWebhooksReceiver(secrets.signing);
  const receiver = await startReceiver(handle);
  const sending = sendingTo(receiver.host, { startAt: Date.now() - 4 * minute });
  const { state } = await send({ url: receiver.url, signingSecret: secrets.signing }, sending);
  expect([state, effects.length]).toEqual(['delivered', 1]);
});

test('C5: a refusal from a clock that is right, or that says nothing, is a plain one', async () => {
  const startAt = Date.parse('2026-11-20T12:00:00Z');
  for (const date of ['Fri, 20 Nov 2026 12:04:59 GMT', 'whenever']) {
    const receiver = await startReceiver(() => ({ status: 401, headers: { date } }));
    const sending = sendingTo(receiver.host, { startAt });
    const { problem } = await send({ url: receiver.url, signingSecret: secrets.signing }, sending);
    expect(problem?.code).toBe('callback_refused');
    expect(problem?.nextStep).toContain('callback_signing_secret is the one');
  }
});
