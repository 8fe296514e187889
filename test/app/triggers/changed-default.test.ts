import { beforeEach, expect, it } from 'vitest';
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

const develop = { ...shop, default_branch: 'develop' };
const changed = {
  action: 'edited',
  changes: { default_branch: { from: 'main' } },
  repository: develop,
  installation,
};

describeEachStore('another default branch, while the old one is still there', (store) => {
  let app: AppForTest;
  beforeEach(async () => {
    app = await appForTest(store());
    app.github.branches.add('main');
    await app.hear('installation', installed());
  });
  const db = () => store().db;
  const told = async () => {
    const rows = await db().selectFrom('messages').select('inputs').orderBy('created_at').execute();
    return rows.map(({ inputs }) => `${inputs.trigger_prs ?? ''}@${inputs.base_branch}`).toSorted();
  };
  const wait = async (minutes: number) => {
    pass(app, minutes);
    await app.drain();
  };
  const merges = (number: number, base: string) =>
    app.hear('pull_request', {
      ...pullEvent('closed', number, { base, mergedAt: app.now.toISOString() }),
      repository: { ...shop, default_branch: app.github.repository.defaultBranch },
    });

  it('leaves what waits to be reported on the old one', async () => {
    await merges(7, 'main');
    await app.hear('repository', changed);
    await wait(15);
    expect(await told()).toEqual(['7@main']);
  });

  it('is the one that is listened to from then on', async () => {
    await merges(7, 'main');
    await wait(15);
    await app.hear('repository', changed);
    pass(app, 1);
    await merges(8, 'main');
    await merges(9, 'develop');
    await wait(15);
    expect(await told()).toEqual(['7@main', '9@develop']);
  });

  it('does not silence a merge into the old one whose webhook comes late', async () => {
    await app.hear('repository', changed);
    pass(app, 60);
    await app.hear('pull_request', pullEvent('closed', 7));
    await wait(15);
    expect(await told()).toEqual(['7@main']);
  });

  it('has fewer merges than the rules want in one report told all the same, for no more will come', async () => {
    app.github.files.set(rulesPath, 'triggers: { merge: { minimum_merges: 5 } }');
    await merges(7, 'main');
    await app.hear('repository', changed);
    await wait(15);
    expect(await told()).toEqual(['7@main']);
  });

  it('has what waits for the schedule told at the next slot, beside the new one', async () => {
    const slot = new Date('2026-11-20T12:30:00Z');
    app.github.files.set(rulesPath, 'triggers: { schedule: { cron: "30 12 * * *", zone: UTC } }');
    await merges(7, 'main');
    await db()
      .insertInto('streams')
      .values({
        repository_id: '4711',
        kind: 'schedule',
        base: 'main',
        covered_until: new Date('2026-11-20T11:00:00Z'),
      })
      .execute();
    await db().updateTable('repositories').set({ next_slot_at: slot }).execute();
    await app.hear('repository', changed);
    await merges(8, 'develop');
    pass(app, 30);
    await app.handlers.tick({});
    await app.drain();
    expect(await told()).toEqual(['7@main', '8@develop']);
  });

  it('takes over what waits when the old one is deleted afterwards', async () => {
    await merges(7, 'main');
    await app.hear('repository', changed);
    app.github.branches.delete('main');
    await wait(15);
    await wait(0);
    expect(await told()).toEqual(['7@develop']);
  });

  it('starts its line where the old one is, also when its merges were heard of before the change', async () => {
    await merges(7, 'main');
    await wait(15);
    const covered = new Date('2026-11-20T12:10:00Z');
    await db()
      .updateTable('streams')
      .set({ covered_until: covered, active_message_id: null, batch: 2 })
      .execute();
    await app.hear('pull_request', { ...pullEvent('closed', 8, { base: 'develop' }), repository: develop });
    await app.hear('repository', changed);
    const lines = await db()
      .selectFrom('streams')
      .select(['base', 'covered_until'])
      .orderBy('base')
      .execute();
    expect(lines).toEqual([
      { base: 'develop', covered_until: covered },
      { base: 'main', covered_until: covered },
    ]);
  });
});
