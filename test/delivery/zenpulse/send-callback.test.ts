import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { callbackAudience } from '../../../contract/callback-audience.ts';
import type { CallbackTarget } from '../../../delivery/zenpulse.ts';
import { webhookIdOf } from '../../../delivery/zenpulse/webhook-id.ts';
import { startReceiver } from '../receivers/start-receiver.ts';
import { payload, secrets, send, sendingTo } from './sending.ts';

test('everything about a callback is in its headers, and the payload is its body', async () => {
  const receiver = await startReceiver(() => ({ status: 201, body: ' ok\n' }));
  const url = `${receiver.url}?key=${secrets.query}`;
  const proof = { kind: 'token', token: secrets.token } as const;
  const delivery = await send({ url, proof, signingSecret: secrets.signing }, sendingTo(receiver.host));

  expect(delivery).toMatchObject({ state: 'delivered', answer: 'ok', problem: null });
  expect(delivery.tries).toEqual([{ at: new Date('2026-11-20T12:00:00Z'), outcome: 'answered 201 (ok)' }]);
  const [{ headers, url: asked, body }] = receiver.received as [(typeof receiver.received)[0]];
  expect(headers).toEqual({
    'content-type': 'application/json',
    'user-agent': 'zenpulse/1',
    'webhook-id': delivery.webhookId,
    'webhook-timestamp': '1795176000',
    'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/),
    authorization: `Bearer ${secrets.token}`,
    host: receiver.host,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  });
  expect([asked.searchParams.get('key'), asked.searchParams.get('token')]).toEqual([
    secrets.query,
    secrets.token,
  ]);
  expect(JSON.parse(body)).toEqual(payload);
});

test('the audience names the address without its query, and the body by its digest', async () => {
  const receiver = await startReceiver();
  const asked: string[] = [];
  const idToken = async (audience: string) => {
    asked.push(audience);
    return 'a.b.c';
  };
  await send({ url: `${receiver.url}?x=1#y`, proof: { kind: 'oidc', idToken } }, sendingTo(receiver.host));

  const digest = createHash('sha256').update(receiver.received[0]!.body).digest('hex');
  expect(asked).toEqual([`${receiver.url}#sha256=${digest}`]);
  expect(receiver.received[0]?.headers.authorization).toBe('Bearer a.b.c');
});

test.each([
  [
    'https://Zenpulse.Example.com:443/callbacks?token=x#y',
    'https://zenpulse.example.com/callbacks#sha256=00',
  ],
  ['https://me:pw@zenpulse.example.com', 'https://zenpulse.example.com/#sha256=00'],
  ['http://receiver.internal:8080/a/../b%20c/', 'http://receiver.internal:8080/b%20c/#sha256=00'],
])('the audience of %s is %s', (url, audience) => {
  expect(callbackAudience(url, '00')).toBe(audience);
});

test('an id is the same for the same run, another for another attempt, and fit for a signature', () => {
  const again = { ...payload, status: 'failed' as const };
  expect(webhookIdOf(again)).toBe(webhookIdOf(payload));
  expect(webhookIdOf({ ...payload, pipeline_run_id: '4711-2' })).not.toBe(webhookIdOf(payload));
  const odd = { request_id: 'a.b:c', pipeline_run_id: '1-1' };
  expect(webhookIdOf(odd)).toMatch(/^zenpulse_[0-9a-f]{32}$/);
});

test.each<[string, Partial<CallbackTarget> & { url: string }, string, RegExp]>([
  [
    'nothing to prove it',
    { url: 'https://a.example/x' },
    'callback_unproven',
    /id-token: write.*callback_signing_secret.*webhook_token/,
  ],
  ['no URL', { url: 'a.example', signingSecret: secrets.signing }, 'destination_refused', /https:\/\//],
  [
    'a token with a line break',
    { url: 'https://a.example/', proof: { kind: 'token', token: `${secrets.token}\n` } },
    'callback_secret_invalid',
    /as the receiver issued it/,
  ],
  [
    'a secret that is not base64',
    { url: 'https://a.example/', signingSecret: 'whsec_not base64!' },
    'callback_secret_invalid',
    /whsec_/,
  ],
  [
    'an empty secret',
    { url: 'https://a.example/', signingSecret: 'whsec_' },
    'callback_secret_invalid',
    /whsec_/,
  ],
])('with %s nothing is tried', async (_, target, code, next) => {
  const { state, tries, problem } = await send(target, sendingTo('a.example'));
  expect([state, tries, problem?.code]).toEqual(['refused', [], code]);
  expect(problem?.nextStep).toMatch(next);
});

test('an identity that GitHub does not issue is asked for again, then the error names the permission', async () => {
  const receiver = await startReceiver();
  let asked = 0;
  const failing = (until: number) => async () => {
    asked += 1;
    if (asked <= until) throw new Error(`GitHub answered 503 for ${secrets.query}`);
    return 'a.b.c';
  };
  const url = `${receiver.url}?key=${secrets.query}`;
  const good = await send({ url, proof: { kind: 'oidc', idToken: failing(2) } }, sendingTo(receiver.host));
  expect([good.state, good.tries.length, receiver.received.length]).toEqual(['delivered', 3, 1]);

  asked = 0;
  const bad = await send({ url, proof: { kind: 'oidc', idToken: failing(99) } }, sendingTo(receiver.host));
  expect([bad.state, bad.problem?.code, receiver.received.length]).toEqual([
    'exhausted',
    'callback_identity_missing',
    1,
  ]);
  expect(bad.problem?.message).toContain('GitHub answered 503 for ***');
  expect(bad.problem?.nextStep).toContain('id-token: write');
});

test('a receiver that quotes the identity it was shown does not spread it', async () => {
  const token = 'eyJ.zpcanaryIdentityOfTheRun5Jh7.c2ln';
  const receiver = await startReceiver(({ headers }) => ({
    status: 401,
    body: `bad: ${headers.authorization}`,
  }));
  const { answer } = await send(
    { url: receiver.url, proof: { kind: 'oidc', idToken: async () => token } },
    sendingTo(receiver.host),
    { alsoSecret: [token] },
  );
  expect(answer).toBe('bad: Bearer ***');
});

test('an answer is shown short, on one line, without what it quotes', async () => {
  const quoted = `<p>${encodeURIComponent(secrets.signing)}</p>\n::error::${secrets.token}\n${'x'.repeat(999)}`;
  const receiver = await startReceiver(() => ({ status: 400, body: quoted }));
  const { answer } = await send(
    { url: receiver.url, proof: { kind: 'token', token: secrets.token }, signingSecret: secrets.signing },
    sendingTo(receiver.host),
  );
  expect(answer).toMatch(/^<p>\*\*\*<\/p> ::error::\*\*\* x+…$/);
  expect(answer).toHaveLength(201);
});
