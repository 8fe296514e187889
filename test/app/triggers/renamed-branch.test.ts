import { beforeEach, expect, it } from 'vitest';
import { endPulse } from '../../../app/pulses/end-pulse.ts';
import { sweepMerges } from '../../../app/reconcile/sweep-merges.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import {
  type AppForTest,
  appForTest,
  installation,
  installed,
  pass,
  pullEvent,
  rulesPath,
  shop,
} from './app-for-test.ts';

const trunk = { ...shop, default_branch: 'trunk' };
/** Tells that the repository's default branch is another one. */
const edited = (repository: object, from = 'main') => ({
  action: 'edited',
  changes: { default_branch: { from } },
  repository,
  installation,
});

describeEachStore('a default branch that was renamed', (store) => {
  let app: AppForTest;
  beforeEach(async () => {
    app = await appForTest(store());
    await app.hear('installation', installed());
  });
  const db = () => store().db;
  /** What was asked for, in the order of its numbers: `7@trunk`. */
  const told = async () => {
    const rows = await db().selectFrom('messages').select('inputs').orderBy('created_at').execute();
    return rows.map(({ inputs }) => `${inputs.trigger_prs ?? ''}@${inputs.base_branch}`);
  };
  const lines = () =>
    db()
      .selectFrom('streams')
      .select(['kind', 'base', 'due_at', 'active_message_id', 'batch'])
      .orderBy('kind')
      .orderBy('base')
      .execute();
  const wait = async (minutes: number) => {
    pass(app, minutes);
    await app.drain();
  };
  /** The pulse under way ends with a report that tells so. */
  const answer = async (numbers: readonly number[]) => {
    await db()
      .transaction()
      .execute(async (trx) => {
        const message = await trx
          .selectFrom('messages')
          .selectAll()
          .where('status', '=', 'queued')
          .executeTakeFirstOrThrow();
        const { id: message_id, repository_id, kind, base } = message;
        await trx.updateTable('messages').set({ status: 'completed' }).where('id', '=', message_id).execute();
        await trx
          .insertInto('ledger')
          .values(numbers.map((number) => ({ repository_id, kind, base, number, message_id })))
          .execute();
        await endPulse(trx, app.edges.enqueue, message, numbers, app.now);
      });
  };

  it('takes what waits along: the report names the branch that is there, once', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await app.hear('repository', edited(trunk));
    await wait(15);
    await answer([7]);
    await app.hear('pull_request', {
      ...pullEvent('closed', 8, { base: 'trunk', mergedAt: '2026-11-20T12:14:00Z' }),
      repository: trunk,
    });
    await wait(60);
    expect(await told()).toEqual(['7@trunk', '8@trunk']);
  });

  it('is followed to the name that GitHub leads on to, not to the new default branch', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    app.github.renamedBranches.set('main', 'classic');
    app.github.branches.add('classic');
    await app.hear('repository', edited(trunk));
    await wait(15);
    expect(await told()).toEqual(['7@classic']);
  });

  it.each([false, true])(
    'is noticed by the pulse itself, its webhook lost (GitHub leads on: %s)',
    async (leads) => {
      await app.hear('pull_request', pullEvent('closed', 7));
      app.github.repository = { ...app.github.repository, defaultBranch: 'trunk' };
      if (leads) app.github.renamedBranches.set('main', 'trunk');
      await wait(15);
      await wait(0);
      expect(await told()).toEqual(['7@trunk']);
    },
  );

  it('gives a pulse under way its end, and the line goes on from there', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await wait(15);
    await db().updateTable('messages').set({ status: 'generating' }).execute();
    await app.hear('repository', edited(trunk));
    expect(await told()).toEqual(['7@main']);
    await db().updateTable('messages').set({ status: 'queued' }).execute();
    await answer([7]);
    expect(await lines()).toMatchObject([
      { base: 'main', due_at: null, active_message_id: null },
      { base: 'trunk', due_at: null, active_message_id: null, batch: 2 },
    ]);
    expect(await db().selectFrom('ledger').select(['base', 'number']).execute()).toEqual([
      { base: 'trunk', number: 7 },
    ]);
  });

  it('changes what is queued already, so that the dispatch names the branch that is there', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await wait(15);
    expect(await told()).toEqual(['7@main']);
    await app.hear('repository', edited(trunk));
    expect(await told()).toEqual(['7@trunk']);
  });

  it('is one branch to merges that come late under the old name, and under either name from sweeps', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await wait(15);
    await answer([7]);
    await app.hear('repository', edited(trunk));
    await app.hear('pull_request', pullEvent('closed', 8));
    const swept = { title: 'swept', author: 'ada', labels: [], changedAt: null };
    const mergedAt = new Date('2026-11-20T12:10:00Z');
    app.github.merged.push(
      { ...swept, number: 7, base: 'trunk', mergedAt },
      { ...swept, number: 9, base: 'main', mergedAt },
      { ...swept, number: 10, base: 'trunk', mergedAt },
    );
    expect(await sweepMerges(app.edges)).toEqual([]);
    await wait(60);
    expect(await told()).toEqual(['7@main', '8,9,10@trunk']);
  });

  it('is noticed by the sweep, its webhooks lost, also where it was renamed twice', async () => {
    const swept = { title: 'swept', author: 'ada', labels: [], changedAt: new Date('2026-11-20T12:11:00Z') };
    const merge = { ...swept, number: 7, mergedAt: new Date('2026-11-20T12:10:00Z') };
    app.github.merged.push({ ...merge, base: 'trunk' });
    await db().updateTable('repositories').set({ default_branch: 'main' }).execute();
    expect(await sweepMerges(app.edges)).toEqual([]);
    app.github.merged.splice(0, 1, { ...merge, base: 'stem' });
    app.github.repository = { ...app.github.repository, defaultBranch: 'stem' };
    expect(await sweepMerges(app.edges)).toEqual([]);
    await wait(15);
    expect(await told()).toEqual(['7@stem']);
  });

  it('is not the branch that somebody makes anew under the old name', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await app.hear('repository', edited(trunk));
    pass(app, 60);
    await app.hear('pull_request', {
      ...pullEvent('closed', 8, { mergedAt: app.now.toISOString() }),
      repository: trunk,
    });
    const merges = await db().selectFrom('merges').select(['number', 'base']).orderBy('number').execute();
    expect(merges).toEqual([
      { number: 7, base: 'trunk' },
      { number: 8, base: 'main' },
    ]);
  });

  it('is told twice, late and the other way round, and stays what GitHub says', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await app.hear('repository', edited(trunk));
    await app.hear('repository', edited(trunk));
    await app.deliver('repository', edited(shop, 'master'));
    app.github.repository = { ...app.github.repository, defaultBranch: 'trunk' };
    await app.drain();
    await wait(15);
    expect(await told()).toEqual(['7@trunk']);
  });

  it('joins the line that a webhook opened under the new name before the rename was told', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await wait(15);
    await answer([7]);
    const [before] = await db().selectFrom('streams').select('covered_until').execute();
    await app.hear('pull_request', {
      ...pullEvent('closed', 8, { base: 'trunk', mergedAt: '2026-11-20T12:14:00Z' }),
      repository: trunk,
    });
    await app.hear('repository', edited(trunk));
    await wait(30);
    const ranges = await db().selectFrom('messages').select('inputs').orderBy('created_at').execute();
    expect(await told()).toEqual(['7@main', '8@trunk']);
    expect(ranges[1]?.inputs.date_range?.split('..')[0]).toBe(before?.covered_until.toISOString());
  });

  it('takes its slots along', async () => {
    app.github.files.set(rulesPath, 'triggers: { schedule: { cron: "30 12 * * *", zone: UTC } }');
    await app.hear('pull_request', pullEvent('closed', 7));
    await db()
      .updateTable('repositories')
      .set({ next_slot_at: new Date('2026-11-20T12:30:00Z') })
      .execute();
    pass(app, 30);
    app.github.repository = { ...app.github.repository, defaultBranch: 'trunk' };
    await app.handlers.tick({});
    await wait(0);
    expect(await told()).toEqual(['7@trunk']);
  });

  it('goes back to its old name without a business key that was used', async () => {
    for (const [name, number] of [
      ['trunk', 7],
      ['main', 8],
      ['trunk', 9],
    ] as const) {
      const repository = { ...shop, default_branch: name };
      await app.hear('repository', edited(repository));
      const mergedAt = app.now.toISOString();
      await app.hear('pull_request', {
        ...pullEvent('closed', number, { base: name, mergedAt }),
        repository,
      });
      await wait(15);
      await answer([number]);
    }
    const keys = await db().selectFrom('messages').select('business_key').orderBy('created_at').execute();
    expect(keys.map(({ business_key }) => business_key)).toEqual([
      'merge:4711:trunk:1',
      'merge:4711:main:2',
      'merge:4711:trunk:3',
    ]);
  });
});

describeEachStore('another branch that was renamed', (store) => {
  it('is reported on under its new name', async () => {
    const app = await appForTest(store());
    app.github.files.set(rulesPath, 'triggers: { merge: { branches: ["releases/*"] } }');
    app.github.branches.add('releases/2');
    app.github.renamedBranches.set('releases/1', 'releases/2');
    await app.hear('pull_request', pullEvent('closed', 7, { base: 'releases/1' }));
    pass(app, 15);
    await app.drain();
    const rows = await store().db.selectFrom('messages').select('inputs').execute();
    expect(rows.map(({ inputs }) => inputs.base_branch)).toEqual(['releases/2']);
  });

  it('that is gone for good keeps its line, so that the run says so', async () => {
    const app = await appForTest(store());
    app.github.files.set(rulesPath, 'triggers: { merge: { branches: ["releases/*"] } }');
    await app.hear('pull_request', pullEvent('closed', 7, { base: 'releases/1' }));
    pass(app, 15);
    await app.drain();
    const rows = await store().db.selectFrom('messages').select('inputs').execute();
    expect(rows.map(({ inputs }) => inputs.base_branch)).toEqual(['releases/1']);
  });
});
