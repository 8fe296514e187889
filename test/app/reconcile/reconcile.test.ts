import { expect, test } from 'vitest';
import { reconcile } from '../../../app/reconcile/reconcile.ts';
import { prune } from '../../../app/reconcile/prune.ts';
import type { Db } from '../../../app/store/store.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { dispatchWorld, shop } from '../dispatch/dispatch-world.ts';
import { seedRepository } from '../kit/seed-message.ts';
import { describeEachStore } from '../kit/store-for-test.ts';

const day = 24 * 3_600_000;

describeEachStore('the hourly reconciliation', (store) => {
  test('does every part although others fail, logs each failure and ends with one', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    await world.drain();
    Object.assign(world.github.runs[0] ?? {}, { status: 'completed', conclusion: 'failure' });
    const down = new ZenPulseError('github_unavailable', { what: 'deliveries', tries: 3 });
    world.github.port.listDeliveries = () => Promise.reject(down);
    world.github.port.listMerged = () => Promise.reject(new Error('a fault of our own'));
    world.advance(3_600);

    await expect(reconcile(world.edges, world.options)).rejects.toBe(down);
    expect(await world.message(id)).toMatchObject({ status: 'failed' });
    expect(world.warned.map(({ fields }) => fields)).toEqual(
      expect.arrayContaining([
        { part: 'deliveries', code: 'github_unavailable' },
        { part: 'merges', code: 'unexpected' },
      ]),
    );
  });

  test('ends with the rate limit where there is one, so that the job comes back then', async () => {
    const world = await dispatchWorld(store());
    await seedRepository(world.edges.db, shop);
    const limit = new ZenPulseError('github_rate_limited', { resetAt: '2026-11-20T13:00:00.000Z' });
    world.github.port.listDeliveries = () => Promise.reject(new Error('something else'));
    world.github.port.listMerged = () => Promise.reject(limit);

    await expect(reconcile(world.edges, world.options)).rejects.toBe(limit);
  });

  test('has repositories that need set-up looked at again', async () => {
    const world = await dispatchWorld(store());
    await seedRepository(world.edges.db, shop);
    await world.edges.db.updateTable('repositories').set({ state: 'needs_setup' }).execute();
    await reconcile(world.edges, world.options);
    await world.drain();

    expect(await world.edges.db.selectFrom('repositories').select('state').executeTakeFirstOrThrow()).toEqual(
      { state: 'active' },
    );
  });
});

describeEachStore('forgetting merges', (store) => {
  async function kept(db: Db, now: Date): Promise<number[]> {
    await prune({ db, clock: () => now });
    const rows = await db.selectFrom('merges').select('number').orderBy('number').execute();
    return rows.map(({ number }) => number);
  }

  test('keeps those of a quarter, and older ones that a line has not passed', async () => {
    const { db } = store();
    const now = new Date('2026-11-20T12:00:00Z');
    const ago = (days: number) => new Date(now.getTime() - days * day);
    const merge = (number: number, base: string, merged_at: Date) => ({
      repository_id: shop.id,
      number,
      base,
      title: 'change',
      author: null,
      labels: '[]',
      merged_at,
    });
    await db
      .insertInto('merges')
      .values([
        merge(1, 'main', ago(120)),
        merge(2, 'main', ago(80)),
        merge(3, 'slow', ago(120)),
        merge(4, 'none', ago(120)),
      ])
      .execute();
    await db
      .insertInto('streams')
      .values([
        { repository_id: shop.id, kind: 'merge', base: 'main', covered_until: ago(1) },
        { repository_id: shop.id, kind: 'merge', base: 'slow', covered_until: ago(1) },
        { repository_id: shop.id, kind: 'schedule', base: 'slow', covered_until: ago(121) },
      ])
      .execute();

    expect(await kept(db, now)).toEqual([2, 3]);
  });
});
