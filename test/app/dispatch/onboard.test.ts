import { expect, test } from 'vitest';
import { onboard } from '../../../app/dispatch/onboard.ts';
import { armStream } from '../../../app/pulses/arm-stream.ts';
import { startReleasePulse } from '../../../app/pulses/start-release-pulse.ts';
import type { Store } from '../../../app/store/store.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { baseline, seedRepository } from '../kit/seed-message.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { dispatchWorld, goodWorkflow, shop, workflowKey } from './dispatch-world.ts';

const byText = (a: string, b: string) => a.localeCompare(b);
const rulesKey = 'acme/shop: .github/zenpulse.yml';

async function installed(store: Store) {
  const world = await dispatchWorld(store);
  const { db } = world.edges;
  await seedRepository(db, shop);
  return {
    ...world,
    onboard: () => onboard(world.edges, world.options, shop.id),
    repository: () =>
      db.selectFrom('repositories').selectAll().where('id', '=', shop.id).executeTakeFirstOrThrow(),
    tags: async () =>
      (await db.selectFrom('tags').select('tag').orderBy('tag').execute()).map(({ tag }) => tag),
  };
}

describeEachStore('looking at a repository', (store) => {
  test('that is set up makes it active, with its next slot', async () => {
    const world = await installed(store());
    world.github.files.set(rulesKey, 'triggers: { schedule: { cron: "0 8 * * 1", zone: Europe/Berlin } }');
    await world.onboard();

    expect(await world.repository()).toMatchObject({
      state: 'active',
      problems: [],
      next_slot_at: new Date('2026-11-23T07:00:00Z'),
    });
  });

  test('without the workflow needs set-up, with the link that makes it', async () => {
    const world = await installed(store());
    world.github.files.delete(workflowKey);
    await world.onboard();
    const { state, problems } = await world.repository();

    expect(state).toBe('needs_setup');
    expect(problems).toMatchObject([{ code: 'workflow_missing' }]);
    expect(problems[0]?.url).toContain('/acme/shop/new/main?filename=.github%2Fworkflows%2Fzenpulse.yml');
    expect(problems[0]?.url).toContain('pulses.acme.example');
  });

  test('with rules that cannot be used says so', async () => {
    const world = await installed(store());
    world.github.files.set(rulesKey, 'triggers: { schedule: { cron: "61 8 * * 1" } }');
    await world.onboard();

    expect(await world.repository()).toMatchObject({
      state: 'needs_setup',
      problems: [{ code: 'repository_file_invalid' }],
    });
  });

  test('that may not be read names the permission', async () => {
    const world = await installed(store());
    const refused = { repository: shop.fullName, permission: 'contents=read', message: 'no' };
    world.github.port.readFile = () => Promise.reject(new ZenPulseError('github_forbidden', refused));
    await world.onboard();

    expect(JSON.stringify((await world.repository()).problems)).toContain('contents=read');
  });

  test('while GitHub is down changes nothing', async () => {
    const world = await installed(store());
    world.github.port.listTags = () =>
      Promise.reject(new ZenPulseError('github_unavailable', { what: 'tags', tries: 3 }));

    await expect(world.onboard()).rejects.toMatchObject({ code: 'github_unavailable' });
    expect(await world.repository()).toMatchObject({ state: 'active', problems: [] });
  });

  test('takes the tags that are there for old, once', async () => {
    const world = await installed(store());
    world.github.tags.push({ tag: 'v1.0.0', commit: 'a' }, { tag: 'v1.1.0', commit: 'b' });
    await world.onboard();
    world.github.tags.push({ tag: 'v2.0.0', commit: 'c' });
    await world.onboard();

    expect(await world.tags()).toEqual(['v1.0.0', 'v1.1.0']);
  });

  test('takes them anew for a repository that left and came back', async () => {
    const world = await installed(store());
    await world.onboard();
    world.github.tags.push({ tag: 'v2.0.0', commit: 'c' });
    await world.edges.db.updateTable('repositories').set({ baseline_at: world.now() }).execute();
    await world.onboard();

    expect(await world.tags()).toEqual(['v2.0.0']);
  });

  test('follows its name and its default branch, and the lines of that', async () => {
    const world = await installed(store());
    const covered = new Date('2026-11-15T00:00:00Z');
    await world.edges.db
      .insertInto('streams')
      .values({ repository_id: shop.id, kind: 'merge', base: 'main', covered_until: covered })
      .execute();
    world.github.port.getRepository = async () => ({
      id: shop.id,
      fullName: 'acme/store',
      defaultBranch: 'trunk',
    });
    world.github.files.set('acme/store: .github/workflows/zenpulse.yml', goodWorkflow);
    await world.onboard();
    const lines = await world.edges.db
      .selectFrom('streams')
      .select(['base', 'covered_until'])
      .orderBy('base')
      .execute();

    expect(await world.repository()).toMatchObject({ full_name: 'acme/store', default_branch: 'trunk' });
    expect(lines).toEqual([
      { base: 'main', covered_until: covered },
      { base: 'trunk', covered_until: covered },
    ]);
  });

  test.each(['removed', 'suspended'] as const)('that is %s leaves it so', async (state) => {
    const world = await installed(store());
    await world.edges.db.updateTable('repositories').set({ state }).execute();
    await world.onboard();

    expect(await world.repository()).toMatchObject({ state });
  });

  test('out of reach says so', async () => {
    const world = await installed(store());
    world.github.port.getRepository = async () => null;
    await world.onboard();

    expect(await world.repository()).toMatchObject({
      state: 'needs_setup',
      problems: [{ code: 'repository_gone' }],
    });
  });
});

describeEachStore('a repair', (store) => {
  async function waiting() {
    const world = await installed(store());
    const { db } = world.edges;
    world.github.files.delete(workflowKey);
    await db
      .insertInto('merges')
      .values({
        repository_id: shop.id,
        number: 12,
        base: 'main',
        title: 'feat: dark mode',
        author: 'ada',
        labels: '[]',
        merged_at: new Date('2026-11-19T00:00:00Z'),
      })
      .execute();
    await db.transaction().execute(async (trx) => {
      await armStream(
        trx,
        world.jobs.enqueue,
        { repositoryId: shop.id, kind: 'merge', base: 'main' },
        { now: world.now(), quietMs: 0, baseline },
      );
      await startReleasePulse(trx, world.edges, {
        repositoryId: shop.id,
        fullName: shop.fullName,
        tag: 'v1.0.0',
        commit: 'c0ffee',
      });
    });
    await world.drain();
    const messages = () =>
      db
        .selectFrom('messages')
        .select(['kind', 'status', 'business_key'])
        .orderBy('created_at')
        .orderBy('id')
        .execute();
    return { ...world, messages };
  }

  test('is waited for without a message an hour', async () => {
    const world = await waiting();
    await world.settle(24 * 3_600);

    expect((await world.messages()).map(({ kind, status }) => `${kind} ${status}`).toSorted(byText)).toEqual([
      'merge needs_setup',
      'release needs_setup',
    ]);
  });

  test('lets the line tell what waited, and the same message of a release be dispatched', async () => {
    const world = await waiting();
    const before = await world.messages();
    world.github.files.set(workflowKey, goodWorkflow);
    await world.onboard();
    await world.settle(0);
    const after = await world.messages();

    expect(
      world.github.runs.map(({ inputs }) => inputs.trigger_prs ?? inputs.tag_range ?? '').toSorted(byText),
    ).toEqual(['12', 'v1.0.0']);
    expect(after.map(({ kind, status }) => `${kind} ${status}`).toSorted(byText)).toEqual([
      'merge generating',
      'merge needs_setup',
      'release generating',
    ]);
    const releaseKeys = (rows: typeof after) =>
      rows.filter(({ kind }) => kind === 'release').map(({ business_key }) => business_key);
    expect(releaseKeys(after)).toEqual(releaseKeys(before));
  });

  test('that no file shows leaves the pause of the line as it is', async () => {
    const world = await installed(store());
    world.github.answerDispatch = () => ({
      answer: { kind: 'refused', status: 403, message: 'no' },
      exists: false,
    });
    const { id } = await world.seed({ triggerPulls: [12] });
    await world.edges.db
      .insertInto('merges')
      .values({
        repository_id: shop.id,
        number: 12,
        base: 'main',
        title: 'feat',
        author: null,
        labels: '[]',
        merged_at: new Date('2026-11-19T00:00:00Z'),
      })
      .execute();
    await world.drain();
    await world.onboard();

    expect(await world.message(id)).toMatchObject({ status: 'needs_setup' });
    expect((await world.stream())?.due_at).toEqual(new Date('2026-11-20T13:00:00Z'));
    expect(await world.repository()).toMatchObject({ state: 'active' });
  });
});
