import { expect, it } from 'vitest';
import { createGuardedFetch } from '../../../delivery/guarded-fetch.ts';
import { type CallbackProof, sendCallback } from '../../../delivery/zenpulse.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type CallbackWorld, callbackWorlds, stored } from './callback-world.ts';

/** What the action sends with, by a clock that does not wait. */
const edgesTo = ({ url, edges, advance }: CallbackWorld) => ({
  fetch: createGuardedFetch({
    allowedHosts: [new URL(url).host],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  }),
  clock: edges.clock,
  sleep: async (ms: number) => advance(ms),
  random: () => 0.5,
  signal: new AbortController().signal,
});

const target = ({ url }: CallbackWorld, proof: CallbackProof) => ({ url, proof, signingSecret: null });

describeEachStore("the action's own sender", (store) => {
  const worldOn = callbackWorlds();

  it('is understood with the identity that its runner asks for', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const idToken = async (audience: string) => {
      const url = new URL(world.github.oidc.requestUrl('acme/shop', asked.run.id));
      url.searchParams.set('audience', audience);
      const answer = await fetch(url, { headers: { authorization: 'Bearer of-the-runner' } });
      return ((await answer.json()) as { value: string }).value;
    };
    const delivery = await sendCallback(
      asked.payload(),
      target(world, { kind: 'oidc', idToken }),
      edgesTo(world),
    );
    expect(delivery).toMatchObject({ state: 'delivered', problem: null });
    expect((await stored(world, asked.messageId)).message.status).toBe('completed');
  });

  it('is understood with a one-time token, and told when it is used up', async () => {
    const world = await worldOn(store(), { accepts: ['oidc', 'token'] });
    const asked = await world.ask({ token: 'one-time' });
    const send = (headline: string) =>
      sendCallback(
        asked.payload({ headline }),
        target(world, { kind: 'token', token: 'one-time' }),
        edgesTo(world),
      );
    expect((await send('First')).state).toBe('delivered');
    expect(await send('Second')).toMatchObject({
      state: 'refused',
      problem: { code: 'callback_already_used' },
    });
  });
});
