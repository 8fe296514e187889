import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { describeEachStore } from '../kit/store-for-test.ts';
import { callbackWorlds, stored } from './callback-world.ts';

const minute = 60_000;
const token = 'one-time-canary-9f8Kd2mQ';

describeEachStore('a one-time token proves a callback', (store) => {
  const worldOn = callbackWorlds();
  const accepts = ['oidc', 'token'] as const;

  it('in the query, as it is published', async () => {
    const world = await worldOn(store(), { accepts });
    const asked = await world.ask({ token });
    const answer = await world.send(JSON.stringify(asked.payload()), { token });
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    const { callbacks } = await stored(world, asked.messageId);
    expect(callbacks[0]?.proof_id).toBe(`token:${createHash('sha256').update(token).digest('hex')}`);
  });

  it('as a bearer, where a log might show the query', async () => {
    const world = await worldOn(store(), { accepts });
    const asked = await world.ask({ token });
    expect((await world.send(JSON.stringify(asked.payload()), { bearer: token })).status).toBe(200);
  });

  it('once: another body is refused', async () => {
    const world = await worldOn(store(), { accepts });
    const asked = await world.ask({ token });
    await world.send(JSON.stringify(asked.payload()), { token });
    const other = await world.send(JSON.stringify(asked.payload({ headline: 'Another' })), { token });
    expect([other.status, other.body.code]).toEqual([409, 'callback_proof_used']);
    expect((await stored(world, asked.messageId)).message.revision).toBe(1);
  });

  it('again for the same body, whose first answer may have been lost, even after it expired', async () => {
    const world = await worldOn(store(), { accepts });
    const asked = await world.ask({ token });
    const body = JSON.stringify(asked.payload());
    await world.send(body, { token });
    expect(await world.send(body, { token })).toMatchObject({ status: 200, body: { outcome: 'duplicate' } });
    world.advance(90 * minute);
    expect(await world.send(body, { token })).toMatchObject({ status: 200, body: { outcome: 'duplicate' } });
    expect((await stored(world, asked.messageId)).callbacks).toHaveLength(1);
  });

  it('not after it has expired', async () => {
    const world = await worldOn(store(), { accepts });
    const asked = await world.ask({ token, tokenMinutes: 60 });
    world.advance(60 * minute);
    const answer = await world.send(JSON.stringify(asked.payload()), { token });
    expect([answer.status, answer.body.code]).toEqual([410, 'callback_proof_expired']);
    expect(answer.body.message).toContain('2026-11-20T13:00:00.000Z');
  });

  it('only for its own request, and says no more about one that nobody made', async () => {
    const world = await worldOn(store(), { accepts });
    await world.ask({ token });
    const other = await world.ask({ token: 'another-token' });
    const foreign = await world.send(JSON.stringify(other.payload()), { token });
    const unknown = await world.send(JSON.stringify(other.payload({ requestId: 'nobody' })), { token });
    expect([foreign.status, foreign.body.code]).toEqual([401, 'callback_proof_refused']);
    expect([unknown.status, unknown.body]).toEqual([foreign.status, foreign.body]);
  });

  it('not where only identities are accepted', async () => {
    const world = await worldOn(store(), { accepts: ['oidc'] });
    const asked = await world.ask({ token });
    const answer = await world.send(JSON.stringify(asked.payload()), { token });
    expect([answer.status, answer.body.code]).toEqual([401, 'callback_proof_missing']);
  });

  it('and never stands in a log', async () => {
    const world = await worldOn(store(), { accepts });
    const asked = await world.ask({ token });
    const body = JSON.stringify(asked.payload());
    await world.send(body, { token });
    await world.send(JSON.stringify(asked.payload({ headline: 'Another' })), { token });
    await world.send('{', { token });
    expect(world.lines.join('')).toContain('callback taken');
    expect(world.lines.join('')).not.toContain('canary');
  });
});
