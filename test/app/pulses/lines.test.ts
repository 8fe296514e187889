import { expect, test } from 'vitest';
import { createCrashPoints } from '../kit/crash-points.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { createWorld, type RunEnd, type World } from '../model/world.ts';

const newWorld = (store: Parameters<typeof createWorld>[0]) =>
  createWorld(store, createCrashPoints(), { hasBlindSweeps: false });

/** Webhooks come in and the quiet period passes, so that what is due is dispatched. */
async function work(world: World): Promise<void> {
  for (const webhook of world.webhooks) if (!webhook.isAcknowledged) await world.deliver(webhook);
  await world.jobs.drain(world.handlers, world.now);
  world.advance(40_000);
  await world.jobs.drain(world.handlers, world.now);
}

async function endRuns(world: World, end: RunEnd): Promise<void> {
  for (const run of world.github.runs) if (run.status === 'queued') world.endRun(run, end);
  if (end !== 'late') for (const mail of world.mail) if (!mail.isAnswered) await world.callBack(mail);
  await world.jobs.drain(world.handlers, world.now);
}

const merged = { isIgnored: false, hasWebhook: true };
const inputsOf = (world: World) => world.github.runs.map(({ inputs }) => inputs);
const statuses = async ({ store: { db } }: World) =>
  (await db.selectFrom('messages').select('status').orderBy('created_at').execute()).map(
    ({ status }) => status,
  );

describeEachStore('a line of merge pulses', (store) => {
  test('tells what merges within the quiet period together', async () => {
    const world = await newWorld(store());
    world.merge(merged);
    world.merge(merged);
    await work(world);
    expect(inputsOf(world).map(({ trigger_prs }) => trigger_prs)).toEqual(['1,2']);
  });

  test('starts a window where the one before ended', async () => {
    const world = await newWorld(store());
    world.merge(merged);
    await work(world);
    await endRuns(world, 'well');
    world.merge(merged);
    await work(world);
    const [first, second] = inputsOf(world).map(({ date_range }) => date_range?.split('..'));
    expect(second?.[0]).toBe(first?.[1]);
  });

  test('has one pulse under way, and lets what merges meanwhile wait for its end', async () => {
    const world = await newWorld(store());
    world.merge(merged);
    await work(world);
    world.merge(merged);
    await work(world);
    expect(world.github.runs).toHaveLength(1);
    await endRuns(world, 'well');
    await work(world);
    expect(inputsOf(world).map(({ trigger_prs }) => trigger_prs)).toEqual(['1', '2']);
  });

  test('covers the window of a pulse that failed once more, after an hour', async () => {
    const world = await newWorld(store());
    world.merge(merged);
    await work(world);
    await endRuns(world, 'failed');
    await work(world);
    expect(world.github.runs).toHaveLength(1);
    world.advance(3_600_000);
    await work(world);
    const [first, second] = inputsOf(world);
    expect(second?.date_range?.split('..')[0]).toBe(first?.date_range?.split('..')[0]);
    expect(second?.trigger_prs).toBe('1');
  });

  test('keeps out what a callback told that came after its pulse had counted as failed', async () => {
    const world = await newWorld(store());
    world.merge(merged);
    await work(world);
    await endRuns(world, 'late');
    world.advance(3_600_000);
    await world.handlers.reconcile({});
    expect(await statuses(world)).toEqual(['failed']);
    const [late] = world.mail;
    if (late) await world.callBack(late);
    expect(await statuses(world)).toEqual(['completed']);
    world.merge(merged);
    await work(world);
    expect(inputsOf(world).at(-1)).toMatchObject({ ignored_prs: '1', trigger_prs: '2' });
  });

  test('does not ask again for a merge that it heard of only after it was told', async () => {
    const world = await newWorld(store());
    world.merge(merged);
    world.merge({ isIgnored: false, hasWebhook: false });
    await work(world);
    await endRuns(world, 'well');
    await world.handlers.reconcile({});
    world.advance(3_600_000);
    await work(world);
    expect(world.github.runs).toHaveLength(1);
  });
});

describeEachStore(
  'a pull request that was labelled to be left out while its report was being written',
  (store) => {
    test('keeps that report from being posted, and says why', async () => {
      const world = await newWorld(store());
      world.merge(merged);
      await work(world);
      const [run] = world.github.runs;
      if (run) world.endRun(run, 'well');
      for (const pull of world.pulls) world.relabel(pull);
      for (const webhook of world.webhooks) if (!webhook.isAcknowledged) await world.deliver(webhook);
      await world.jobs.drain(world.handlers, world.now);
      for (const mail of world.mail) await world.callBack(mail);
      await world.jobs.drain(world.handlers, world.now);
      expect(world.posted).toEqual([]);
      const [message] = await world.store.db.selectFrom('messages').select('outdated_reason').execute();
      expect(message?.outdated_reason).toContain('#1 (label zenpulse:ignore)');
    });
  },
);

describeEachStore('a label that was taken away after the run had read it', (store) => {
  test('lets the pull request into the next pulse', async () => {
    const world = await newWorld(store());
    world.merge(merged);
    await work(world);
    for (const pull of world.pulls) world.relabel(pull);
    for (const run of world.github.runs) world.endRun(run, 'well');
    for (const pull of world.pulls) world.relabel(pull);
    for (const webhook of world.webhooks) if (!webhook.isAcknowledged) await world.deliver(webhook);
    await world.jobs.drain(world.handlers, world.now);
    for (const mail of world.mail) await world.callBack(mail);
    await work(world);
    expect(inputsOf(world).map(({ trigger_prs }) => trigger_prs)).toEqual(['1', '1']);
  });
});
