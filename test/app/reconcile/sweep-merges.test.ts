import { expect, test } from 'vitest';
import { onboard } from '../../../app/dispatch/onboard.ts';
import { sweepMerges } from '../../../app/reconcile/sweep-merges.ts';
import type { MergedPull } from '../../../app/github/github-port.ts';
import type { Store } from '../../../app/store/store.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { shop as shopName } from '../../github/github-for-test.ts';
import { mergePull, openPull, placeTag } from '../../github/state.ts';
import { dispatchWorld, shop } from '../dispatch/dispatch-world.ts';
import { portForTest, shopId } from '../github/port-for-test.ts';
import { seedRepository } from '../kit/seed-message.ts';
import { describeEachStore } from '../kit/store-for-test.ts';

async function swept(store: Store) {
  const world = await dispatchWorld(store);
  const { db } = world.edges;
  await seedRepository(db, shop);
  world.github.tags.push({ tag: 'v1.0.0', commit: 'a' });
  await onboard(world.edges, world.options, shop.id);
  const merged = (number: number, more: Partial<MergedPull> = {}) => {
    world.github.merged.push({
      number,
      base: 'main',
      title: `change ${number}`,
      author: 'ada',
      labels: [],
      mergedAt: new Date(world.now().getTime() - 60_000),
      changedAt: world.now(),
      ...more,
    });
  };
  return {
    ...world,
    merged,
    sweep: () => sweepMerges(world.edges),
    rows: () => db.selectFrom('merges').selectAll().orderBy('number').execute(),
    sweptUntil: async () =>
      (
        await db
          .selectFrom('repositories')
          .select('swept_until')
          .where('id', '=', shop.id)
          .executeTakeFirstOrThrow()
      ).swept_until,
    releases: async () =>
      (await db.selectFrom('messages').select('business_key').orderBy('business_key').execute()).map(
        ({ business_key }) => business_key,
      ),
  };
}

describeEachStore('sweeping merges and tags', (store) => {
  test('finds a merge no webhook told of, and makes its line due', async () => {
    const world = await swept(store());
    world.merged(12);
    expect(await world.sweep()).toEqual([]);

    expect(await world.rows()).toMatchObject([{ number: 12, merge_settled_by: null }]);
    expect(await world.stream()).toMatchObject({ due_at: new Date('2026-11-20T12:10:00Z') });
    expect(await world.sweptUntil()).toEqual(world.now());
  });

  test('finds what merged before the baseline no news', async () => {
    const world = await swept(store());
    world.merged(3, { mergedAt: new Date('2026-10-01T00:00:00Z') });
    await world.sweep();

    expect(await world.rows()).toEqual([]);
  });

  test('run again finds nothing new', async () => {
    const world = await swept(store());
    world.merged(12);
    await world.sweep();
    await world.settle(0);
    const jobs = await world.jobs.waiting();
    await world.sweep();

    expect(await world.rows()).toHaveLength(1);
    expect(await world.jobs.waiting()).toHaveLength(jobs.length);
  });

  test('takes over late labels of what waits', async () => {
    const world = await swept(store());
    world.merged(12);
    await world.sweep();
    world.advance(7_200);
    world.github.port.listMerged = async () =>
      world.github.merged.map((pull) => ({ ...pull, labels: ['zenpulse:ignore'], changedAt: world.now() }));
    await world.sweep();

    expect(await world.rows()).toMatchObject([{ labels: ['zenpulse:ignore'] }]);
  });

  test('never finds one new again that was told and forgotten', async () => {
    const world = await swept(store());
    world.merged(12);
    await world.sweep();
    world.advance(7_200);
    await world.sweep();
    await world.edges.db.deleteFrom('merges').execute();
    // Somebody commented on it.
    world.github.port.listMerged = async () => world.github.merged;
    await world.sweep();

    expect(await world.rows()).toEqual([]);
  });

  test('asks for notes of a new tag, not of old ones, and not of those the rules leave out', async () => {
    const world = await swept(store());
    world.github.tags.push({ tag: 'v2.0.0', commit: 'b' }, { tag: 'nightly', commit: 'c' });
    await world.sweep();
    await world.sweep();

    expect(await world.releases()).toEqual([`release:${shop.id}:v2.0.0:b`]);
  });

  test('asks for notes anew of a tag that was moved', async () => {
    const world = await swept(store());
    world.github.tags[0] = { tag: 'v1.0.0', commit: 'moved' };
    await world.sweep();

    expect(await world.releases()).toEqual([`release:${shop.id}:v1.0.0:moved`]);
  });

  test('without a baseline of tags takes none for news', async () => {
    const world = await swept(store());
    await world.edges.db.deleteFrom('cursors').execute();
    await world.edges.db.deleteFrom('tags').execute();
    await world.sweep();

    expect(await world.releases()).toEqual([]);
    expect((await world.jobs.waiting()).map(({ name }) => name)).toContain('onboard');
  });

  test('that fails leaves its place, and other repositories are swept', async () => {
    const world = await swept(store());
    await seedRepository(world.edges.db, { id: '1002', fullName: 'acme/broken' });
    const { listMerged } = world.github.port;
    const failure = new ZenPulseError('github_unavailable', { what: 'pulls', tries: 3 });
    world.github.port.listMerged = (address, since) =>
      address.fullName === 'acme/broken' ? Promise.reject(failure) : listMerged(address, since);
    const before = await world.sweptUntil();
    const errors = await world.sweep();
    const broken = await world.edges.db
      .selectFrom('repositories')
      .select('swept_until')
      .where('id', '=', '1002')
      .executeTakeFirstOrThrow();

    expect(errors).toEqual([failure]);
    expect(await world.sweptUntil()).toEqual(world.now());
    expect(broken.swept_until).toEqual(before);
  });

  test('at a rate limit leaves the rest of the installation alone', async () => {
    const world = await swept(store());
    for (let id = 2000; id < 2020; id += 1)
      await seedRepository(world.edges.db, { id: String(id), fullName: `acme/r${id}` });
    let asked = 0;
    world.github.port.listMerged = () => {
      asked += 1;
      return Promise.reject(
        new ZenPulseError('github_rate_limited', { resetAt: '2026-11-20T13:00:00.000Z' }),
      );
    };
    await world.sweep();

    expect(asked).toBeLessThanOrEqual(4);
  });

  test('writes merges down although the rules cannot be used; they are told when they can', async () => {
    const world = await swept(store());
    const rules = 'acme/shop: .github/zenpulse.yml';
    world.github.files.set(rules, 'triggers: 12');
    world.merged(12);
    world.github.tags.push({ tag: 'v2.0.0', commit: 'b' });
    await world.sweep();
    expect([await world.rows(), await world.stream(), await world.releases()]).toMatchObject([
      [{ number: 12 }],
      undefined,
      [],
    ]);
    world.github.files.delete(rules);
    await world.sweep();

    expect(await world.stream()).toMatchObject({ due_at: expect.any(Date) });
    expect(await world.releases()).toEqual([`release:${shop.id}:v2.0.0:b`]);
  });

  test('makes a line due for what waits behind a merge that the rules leave out', async () => {
    const world = await swept(store());
    const rules = 'acme/shop: .github/zenpulse.yml';
    world.github.files.set(rules, 'triggers: 12');
    world.merged(12, { labels: ['zenpulse:ignore'] });
    world.merged(13);
    await world.sweep();
    world.github.files.delete(rules);
    await world.sweep();

    expect(await world.stream()).toMatchObject({ due_at: expect.any(Date) });
  });

  test('over HTTP finds a merge, and four tags of one push, which sends no webhook', async () => {
    const context = await portForTest();
    const { github, port } = context;
    const world = await dispatchWorld(store(), { port, start: new Date(github.state.now()) });
    const repository = { id: shopId(context), fullName: shopName };
    await seedRepository(world.edges.db, repository);
    await onboard(world.edges, world.options, repository.id);
    openPull(github.state, shopName, { title: 'feat: dark mode', labels: ['feature'] });
    mergePull(github.state, shopName, 1);
    for (const tag of ['v1.0.0', 'v1.0.1', 'v1.0.2', 'v1.0.3'])
      placeTag(github.state, shopName, tag, { annotated: true });

    expect(await sweepMerges(world.edges)).toEqual([]);
    const merges = await world.edges.db.selectFrom('merges').select(['title', 'labels']).execute();
    expect(merges).toEqual([{ title: 'feat: dark mode', labels: ['feature'] }]);
    const messages = await world.edges.db.selectFrom('messages').select('base').orderBy('base').execute();
    expect(messages.map(({ base }) => base)).toEqual(['v1.0.0', 'v1.0.1', 'v1.0.2', 'v1.0.3']);
  });
});
