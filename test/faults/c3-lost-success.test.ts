import { expect, test } from 'vitest';
import { aRun } from '../delivery/receivers/a-run.ts';
import { oidcReceiver } from '../delivery/receivers/oidc-receiver.ts';
import { oneTimeTokenReceiver } from '../delivery/receivers/one-time-token-receiver.ts';
import { type Handle, type Mishap, startReceiver } from '../delivery/receivers/start-receiver.ts';
import { standardWebhooksReceiver } from '../delivery/receivers/standard-webhooks-receiver.ts';
import { payload, secrets, send, sendingTo } from '../delivery/zenpulse/sending.ts';

const lost: [string, Mishap][] = [
  ['the connection is reset after the work', { delivery: 'reset', worked: true }],
  ['the answer never comes', { delivery: 'no-answer', worked: true }],
  ['the answer stops half way', { delivery: 'half-headers' }],
  ['a gateway says 502 over it', { after: { status: 502, body: 'Bad Gateway' } }],
  ['a gateway says 504 over it', { after: { status: 504 } }],
];

test.each(lost)('C3: when %s, a signed callback has one effect', async (_, mishap) => {
  const { handle, effects } = standardWebhooksReceiver(secrets.signing);
  const receiver = await startReceiver(handle);
  receiver.mishaps.push(mishap);
  const sending = sendingTo(receiver.host, { startAt: Date.now(), timeoutMs: 100 });
  const { state } = await send({ url: receiver.url, signingSecret: secrets.signing }, sending);

  expect([state, receiver.received.length, effects]).toEqual(['delivered', 2, [payload]]);
});

test.each(lost)('C3: when %s, a one-time token is used once and 409 is good news', async (_, mishap) => {
  const now = () => Date.parse('2026-11-20T12:00:00Z');
  const { handle, effects, issue } = oneTimeTokenReceiver(now);
  issue(secrets.token, payload.request_id);
  const receiver = await startReceiver(handle);
  receiver.mishaps.push(mishap);
  const { state, tries, problem } = await send(
    { url: receiver.url, proof: { kind: 'token', token: secrets.token } },
    sendingTo(receiver.host, { timeoutMs: 100 }),
  );

  expect([state, problem, effects]).toEqual(['delivered', null, [payload]]);
  expect(tries[1]?.outcome).toContain('answered 409');
  expect(tries[1]?.outcome).toContain('it has it from an earlier try');
});

test.each(lost)(
  'C3: when %s, an identity has one effect, with a new token for each try',
  async (_, mishap) => {
    const run = await aRun();
    let handle: Handle = () => ({ status: 500 });
    const receiver = await startReceiver((received) => handle(received));
    const { issuer } = run.github.oidc;
    const own = await oidcReceiver({ issuer, url: receiver.url, expected: run.expected, now: run.now });
    handle = own.handle;
    receiver.mishaps.push(mishap);
    const { state } = await send(
      { url: receiver.url, proof: { kind: 'oidc', idToken: run.idToken } },
      sendingTo(receiver.host, { timeoutMs: 500 }),
      { alsoSecret: run.tokens },
    );

    expect([state, own.effects, new Set(run.tokens).size]).toEqual(['delivered', [payload], 2]);
  },
);

test('C3: 409 after a try that cannot have arrived is no success', async () => {
  const receiver = await startReceiver();
  receiver.mishaps.push({ instead: { status: 429 } }, { instead: { status: 409, body: 'used' } });
  const { state, problem } = await send(
    { url: receiver.url, signingSecret: secrets.signing },
    sendingTo(receiver.host),
  );
  expect([state, problem?.code]).toEqual(['refused', 'callback_already_used']);
});
