import { expect, test } from 'vitest';
import { callbackAudience } from '../../../contract/callback-audience.ts';
import type { DeliveryEdges } from '../../../delivery/edges.ts';
import { aRun } from '../receivers/a-run.ts';
import { oidcReceiver } from '../receivers/oidc-receiver.ts';
import { type Handle, startReceiver } from '../receivers/start-receiver.ts';
import { payload, send, sendingTo } from './sending.ts';

/** A receiver that waits for the callback of one run, and the run. */
async function waiting() {
  const run = await aRun();
  let handle: Handle = () => ({ status: 500 });
  const receiver = await startReceiver((received) => handle(received));
  const { oidc } = run.github;
  const own = await oidcReceiver({
    issuer: oidc.issuer,
    url: receiver.url,
    expected: run.expected,
    now: run.now,
  });
  handle = own.handle;
  const sendWith = (idToken: (audience: string) => Promise<string>, change?: DeliveryEdges['fetch']) => {
    const sending = sendingTo(receiver.host);
    if (change !== undefined) sending.edges.fetch = change;
    return send({ url: receiver.url, proof: { kind: 'oidc', idToken } }, sending, { alsoSecret: run.tokens });
  };
  return { run, oidc, receiver, effects: own.effects, sendWith };
}

test("a run's own identity is accepted, with the body it was issued for", async () => {
  const { run, effects, sendWith } = await waiting();
  expect(await sendWith(run.idToken)).toMatchObject({ state: 'delivered', problem: null });
  expect(effects).toEqual([payload]);
});

test('a token that was used is refused, with the same body', async () => {
  const { run, effects, sendWith } = await waiting();
  await sendWith(run.idToken);
  const replayed = await sendWith(async () => run.tokens[0]!);
  expect(replayed).toMatchObject({ state: 'refused', problem: { code: 'callback_already_used' } });
  expect(effects).toHaveLength(1);
});

test('another run of the same repository is refused', async () => {
  const { run, effects, sendWith } = await waiting();
  const { problem } = await sendWith(run.otherRun);
  expect(problem).toMatchObject({ code: 'callback_refused', data: { status: 403, answer: 'another run' } });
  expect(effects).toEqual([]);
});

test.each([
  ['another repository', { repository_id: '4' }, 'another repository'],
  [
    'another workflow',
    { workflow_ref: 'acme/shop/.github/workflows/x.yml@refs/heads/main' },
    'another workflow',
  ],
  ['no id of its own', { jti: undefined }, 'token used'],
  ['another issuer', { iss: 'https://evil.example' }, 'unexpected "iss" claim value'],
  ['another audience', { aud: 'https://github.com/acme' }, 'unexpected "aud" claim value'],
  ['an expired time', { exp: 1 }, '"exp" claim timestamp check failed'],
])('a token with %s is refused', async (_, claims, answer) => {
  const { run, oidc, effects, sendWith } = await waiting();
  const { repositoryId, runId, workflowRef } = run.expected;
  const own = { repository_id: repositoryId, run_id: runId, workflow_ref: workflowRef };
  const minted = async (aud: string) => oidc.mintToken({ ...own, aud, ...claims });
  expect(await sendWith(minted)).toMatchObject({ state: 'refused', answer });
  expect(effects).toEqual([]);
});

test('a token that GitHub did not sign is refused', async () => {
  const { oidc, effects, sendWith } = await waiting();
  const forged = async (aud: string) => oidc.mintToken({ aud }, { withForeignKey: true });
  expect(await sendWith(forged)).toMatchObject({ state: 'refused', answer: 'signature verification failed' });
  expect(effects).toEqual([]);
});

test('a body that was changed on the way is refused', async () => {
  const { run, receiver, effects, sendWith } = await waiting();
  const { fetch } = sendingTo(receiver.host).edges;
  const meddling: DeliveryEdges['fetch'] = (request, signal) =>
    fetch({ ...request, body: request.body.replace('no_changes', 'completed') }, signal);
  const { state, answer } = await sendWith(run.idToken, meddling);
  expect([state, answer]).toEqual(['refused', 'unexpected "aud" claim value']);
  expect(effects).toEqual([]);
});

test('a token for another address is refused', async () => {
  const { run, receiver, effects, sendWith } = await waiting();
  const elsewhere = (audience: string) =>
    run.idToken(callbackAudience(`http://${receiver.host}/other`, audience.split('=')[1]!));
  expect((await sendWith(elsewhere)).state).toBe('refused');
  expect(effects).toEqual([]);
});
