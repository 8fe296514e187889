import { expect, test } from 'vitest';
import { maxRedeliveries, sweepDeliveries } from '../../../app/reconcile/sweep-deliveries.ts';
import type { HookDelivery } from '../../../app/github/github-port.ts';
import type { Store } from '../../../app/store/store.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { dispatchWorld } from '../dispatch/dispatch-world.ts';
import { portForTest } from '../github/port-for-test.ts';
import { describeEachStore } from '../kit/store-for-test.ts';

const unavailable = new ZenPulseError('github_unavailable', { what: 'x', tries: 3 });

async function swept(store: Store) {
  const world = await dispatchWorld(store);
  const attempt = (guid: string, secondsAgo: number, statusCode = 502): HookDelivery => {
    const delivery = {
      id: `${guid}@${secondsAgo}`,
      guid,
      deliveredAt: new Date(world.now().getTime() - secondsAgo * 1_000),
      statusCode,
    };
    world.github.deliveries.unshift(delivery);
    return delivery;
  };
  return {
    ...world,
    attempt,
    sweep: () => sweepDeliveries(world.edges),
    store: (id: string) =>
      world.edges.db
        .insertInto('deliveries')
        .values({ id, event: 'push', payload: '{}', received_at: world.now() })
        .execute(),
    cursor: async () =>
      (await world.edges.db.selectFrom('cursors').select('value').executeTakeFirst())?.value,
  };
}

describeEachStore('sweeping deliveries', (store) => {
  test('asks again for what failed and was not stored, oldest first', async () => {
    const world = await swept(store());
    world.attempt('first', 3_000);
    world.attempt('stored', 2_500);
    world.attempt('second', 2_000, 0);
    world.attempt('fine', 1_000, 202);
    await world.store('stored');
    await world.sweep();

    expect(world.github.redelivered).toEqual(['first@3000', 'second@2000']);
  });

  test('looks at the newest attempt of each alone', async () => {
    const world = await swept(store());
    world.attempt('twice', 3_000);
    world.attempt('twice', 2_000);
    world.attempt('mended', 3_000);
    world.attempt('mended', 2_000, 202);
    await world.sweep();

    expect(world.github.redelivered).toEqual(['twice@2000']);
  });

  test('of an App that got none is done at once', async () => {
    const world = await swept(store());
    await world.sweep();

    expect(world.github.redelivered).toEqual([]);
  });

  test('goes on where the last sweep ended, with an overlap', async () => {
    const world = await swept(store());
    world.attempt('old', 3_600);
    await world.sweep();
    world.advance(3_600);
    world.attempt('new', 60);
    await world.sweep();

    expect(world.github.redelivered).toEqual(['old@3600', 'new@60']);
    expect(await world.cursor()).toBe('2026-11-20T12:50:00.000Z');
  });

  test('moves its cursor no further than it came when GitHub fails', async () => {
    const world = await swept(store());
    const [, second] = [world.attempt('a', 9_000), world.attempt('b', 8_000), world.attempt('c', 7_000)];
    const { redeliver } = world.github.port;
    world.github.port.redeliver = (id) => (id === second?.id ? Promise.reject(unavailable) : redeliver(id));

    await expect(world.sweep()).rejects.toBe(unavailable);
    expect(await world.cursor()).toBe(second?.deliveredAt.toISOString());
    world.github.port.redeliver = redeliver;
    await world.store('a');
    await world.sweep();
    expect(world.github.redelivered).toEqual(['a@9000', 'b@8000', 'c@7000']);
  });

  test('is not held up by one that GitHub has no more', async () => {
    const world = await swept(store());
    world.attempt('gone', 9_000);
    world.attempt('next', 8_000);
    const { redeliver } = world.github.port;
    world.github.port.redeliver = (id) =>
      id.startsWith('gone')
        ? Promise.reject(new ZenPulseError('github_not_found', { what: id }))
        : redeliver(id);
    await world.sweep();

    expect(world.github.redelivered).toEqual(['next@8000']);
  });

  test('takes a bounded number, the rest next time', async () => {
    const world = await swept(store());
    for (let number = 0; number < maxRedeliveries + 5; number += 1)
      world.attempt(`d${number}`, 9_000 - number);
    await world.sweep();
    expect(world.github.redelivered).toHaveLength(maxRedeliveries);
    await Promise.all(world.github.redelivered.map((id) => world.store(id.split('@')[0] ?? '')));
    await world.sweep();

    expect(new Set(world.github.redelivered).size).toBe(maxRedeliveries + 5);
  });

  test('looks back no further than GitHub keeps them', async () => {
    const world = await swept(store());
    let asked: Date | undefined;
    const { listDeliveries } = world.github.port;
    world.github.port.listDeliveries = (since) => {
      asked = since;
      return listDeliveries(since);
    };
    await world.sweep();
    world.advance(30 * 24 * 3_600);
    await world.sweep();

    expect(asked).toEqual(new Date(world.now().getTime() - 3 * 24 * 3_600_000));
  });

  test('over HTTP has GitHub deliver again under the same id, and an empty page is no fault', async () => {
    const { port, github } = await portForTest();
    const world = await dispatchWorld(store(), { port, start: new Date(github.state.now()) });
    await sweepDeliveries(world.edges);
    await github.deliver('ping', {}, { secret: 's', to: 'http://127.0.0.1:9/', deliveryId: 'guid' });
    await sweepDeliveries(world.edges);

    expect(github.state.hookDeliveries.map(({ guid }) => guid)).toEqual(['guid', 'guid']);
  });
});
