import { expect, test } from 'vitest';
import { sweepRuns } from '../../app/reconcile/sweep-runs.ts';
import type { Store } from '../../app/store/store.ts';
import type { FakeRun } from '../app/kit/fake-github.ts';
import { dispatchWorld, shop } from '../app/dispatch/dispatch-world.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';

/** A message whose workflow was started, with the run as GitHub has it. */
async function generating(store: Store) {
  const world = await dispatchWorld(store);
  const { id, requestId } = await world.seed({ triggerPulls: [12] });
  await world.edges.db
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
  await world.drain();
  const [run] = world.github.runs as [FakeRun];
  return {
    ...world,
    id,
    requestId,
    run,
    ends: (conclusion: string) =>
      void Object.assign(run, { status: 'completed', conclusion, updatedAt: world.now() }),
    sweepAfter: (minutes: number) => {
      world.advance(minutes * 60);
      return sweepRuns(world.edges, world.options);
    },
    read: () => world.message(id),
  };
}

describeEachStore('A1: a run that has not called back', (store) => {
  test.each(['queued', 'in_progress', 'waiting', 'pending'])('and is %s for hours stays', async (status) => {
    const app = await generating(store());
    Object.assign(app.run, { status });
    await app.sweepAfter(20 * 60);

    expect(await app.read()).toMatchObject({ status: 'generating', problems: [] });
  });

  test.each(['cancelled', 'failure', 'timed_out', 'startup_failure', 'success'])(
    'and ended as %s is failed, with the run and the next step',
    async (conclusion) => {
      const app = await generating(store());
      app.ends(conclusion);
      await app.sweepAfter(11);
      const { status, problems } = await app.read();

      expect(status).toBe('failed');
      expect(problems).toMatchObject([
        { code: 'run_ended_silently', url: app.run.url, next_step: expect.stringContaining('failed jobs') },
      ]);
      expect(JSON.stringify(problems)).toContain(conclusion);
    },
  );

  test('and ended a moment ago may still call back', async () => {
    const app = await generating(store());
    app.advance(3_600);
    app.ends('success');
    await app.sweepAfter(9);

    expect(await app.read()).toMatchObject({ status: 'generating' });
  });

  test('and is gone with its runner or its repository is failed', async () => {
    const app = await generating(store());
    app.github.runs.length = 0;
    await app.sweepAfter(10);

    expect(await app.read()).toMatchObject({ status: 'failed', problems: [{ code: 'run_gone' }] });
  });

  test('in a repository that left is failed, without a question to GitHub', async () => {
    const app = await generating(store());
    await app.edges.db.updateTable('repositories').set({ state: 'removed' }).execute();
    app.github.port.getRun = () => Promise.reject(new Error('asked'));

    expect(await app.sweepAfter(10)).toEqual([]);
    expect(await app.read()).toMatchObject({ status: 'failed', problems: [{ code: 'repository_gone' }] });
  });

  test('while GitHub is down stays', async () => {
    const app = await generating(store());
    const down = new Error('down');
    app.github.port.getRun = () => Promise.reject(down);

    expect(await app.sweepAfter(600)).toEqual([down]);
    expect(await app.read()).toMatchObject({ status: 'generating' });
  });

  test('and whose id GitHub did not tell is found by the request id', async () => {
    const app = await generating(store());
    await app.edges.db.updateTable('dispatches').set({ run_id: null, run_url: null }).execute();
    app.ends('cancelled');
    await app.sweepAfter(11);

    expect(await app.read()).toMatchObject({ status: 'failed', problems: [{ url: app.run.url }] });
    expect(await app.dispatches(app.id)).toMatchObject([{ run_id: app.run.id }]);
  });

  test('and whose id is not known is gone only when the list had time enough', async () => {
    const app = await generating(store());
    await app.edges.db.updateTable('dispatches').set({ run_id: null, run_url: null }).execute();
    app.github.runs.length = 0;
    await app.sweepAfter(30);
    expect(await app.read()).toMatchObject({ status: 'generating' });
    await app.sweepAfter(31);

    expect(await app.read()).toMatchObject({ status: 'failed', problems: [{ code: 'run_gone' }] });
  });

  test('leaves its merges to the next pulse of the line', async () => {
    const app = await generating(store());
    app.ends('cancelled');
    await app.sweepAfter(11);
    expect(await app.stream()).toMatchObject({ active_message_id: null, failures: 1 });
    await app.settle(3_600);

    expect(app.github.runs.map(({ inputs }) => inputs.trigger_prs)).toEqual(['12', '12']);
  });
});

describeEachStore('A1: a late callback', (store) => {
  test('beats failed, is posted once, and settles what it tells', async () => {
    const app = await generating(store());
    app.ends('cancelled');
    await app.sweepAfter(11);
    const accepted = await app.callback({
      requestId: app.requestId,
      runId: `${app.run.id}-2`,
      told: ['acme/shop#12'],
    });
    await app.drain();
    const [merge] = await app.edges.db.selectFrom('merges').select('merge_settled_by').execute();

    expect(accepted).toMatchObject({ outcome: 'accepted' });
    expect(await app.read()).toMatchObject({ status: 'completed', problems: [] });
    expect(app.posted).toEqual([app.id]);
    expect(merge?.merge_settled_by).toBe(app.id);
  });

  test('is never beaten by a sweep that looked before it came', async () => {
    const app = await generating(store());
    app.ends('success');
    const { getRun } = app.github.port;
    app.github.port.getRun = async (...given) => {
      const run = await getRun(...given);
      await app.callback({ requestId: app.requestId, runId: `${app.run.id}-1`, told: ['acme/shop#12'] });
      return run;
    };
    await app.sweepAfter(11);

    expect(await app.read()).toMatchObject({ status: 'completed', problems: [] });
  });
});
