import { beforeEach, describe, expect, it } from 'vitest';
import { endPulse } from '../../../app/pulses/end-pulse.ts';
import type { PostState } from '../../../app/store/tables.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type AppForTest, appForTest, installed, pass, pullEvent, type PullOptions } from './app-for-test.ts';

describeEachStore('a pull request that is labelled after its merge', (store) => {
  let app: AppForTest;
  beforeEach(async () => {
    app = await appForTest(store());
    await app.hear('installation', installed());
  });
  const db = () => store().db;
  const merge = (number: number, options: PullOptions = {}) =>
    app.hear('pull_request', pullEvent('closed', number, options));
  let minute = 0;
  const change = (
    action: 'labeled' | 'unlabeled' | 'edited',
    number: number,
    options: PullOptions,
    more = {},
  ) => {
    minute += 1;
    const updatedAt = new Date(app.now.getTime() + minute * 1_000).toISOString();
    return app.hear('pull_request', pullEvent(action, number, { updatedAt, ...options }, more));
  };
  const unlabel = (number: number) => change('unlabeled', number, {}, { label: { name: 'skip-changelog' } });
  const skip = (number: number) =>
    change('labeled', number, { labels: ['skip-changelog'] }, { label: { name: 'skip-changelog' } });
  const messages = () => db().selectFrom('messages').selectAll().orderBy('created_at').execute();
  const nextPulse = async () => {
    pass(app, 30);
    await app.drain();
    const all = await messages();
    return all.at(-1);
  };
  /** The run of the newest message tells of these. */
  const finish = async (told: number[], post: PostState | null = 'waiting') => {
    const message = (await messages()).at(-1);
    if (!message) throw new Error('there is no message');
    await db()
      .transaction()
      .execute(async (trx) => {
        await trx
          .updateTable('messages')
          .set({ status: 'completed', updated_at: app.now })
          .where('id', '=', message.id)
          .execute();
        const { id: message_id, repository_id, kind, base } = message;
        for (const number of told)
          await trx.insertInto('ledger').values({ repository_id, kind, base, number, message_id }).execute();
        if (post)
          await trx
            .insertInto('posts')
            .values({
              message_id,
              revision: 1,
              state: post,
              channel: null,
              ts: null,
              problem: null,
              updated_at: app.now,
            })
            .execute();
        await endPulse(trx, app.edges.enqueue, message, told, app.now);
      });
  };

  it('does not wait any more when the label leaves it out', async () => {
    await merge(7);
    await skip(7);
    expect(await nextPulse()).toBeUndefined();
  });

  it('waits when the label that left it out is taken away', async () => {
    await merge(7, { labels: ['skip-changelog'] });
    expect(await nextPulse()).toBeUndefined();
    await unlabel(7);
    expect((await nextPulse())?.inputs.trigger_prs).toBe('7');
  });

  it('waits again when a pulse left it out and told others', async () => {
    await merge(7);
    await merge(8);
    expect((await nextPulse())?.inputs.trigger_prs).toBe('7,8');
    // The label came while the run was under way, and the run saw it.
    await skip(8);
    await finish([7]);
    await unlabel(8);
    expect((await nextPulse())?.inputs.trigger_prs).toBe('8');
  });

  it('does not wait again when it was told', async () => {
    await merge(7);
    await nextPulse();
    await finish([7]);
    await skip(7);
    await unlabel(7);
    await nextPulse();
    expect(await messages()).toHaveLength(1);
  });

  it('is not asked for again by a change that lets nothing in', async () => {
    await merge(7);
    await nextPulse();
    // The run left it out by a rule over paths.
    await finish([], null);
    await change(
      'edited',
      7,
      { title: 'feat: another title' },
      { changes: { title: { from: 'feat: change 7' } } },
    );
    await nextPulse();
    expect(await messages()).toHaveLength(1);
  });

  it('waits when its title was what left it out', async () => {
    app.github.files.set('acme/shop: .github/zenpulse.yml', "excludes:\n  titles: ['^chore']\n");
    await merge(7, { title: 'chore: tidy up' });
    await change(
      'edited',
      7,
      { title: 'feat: sell tea' },
      { changes: { title: { from: 'chore: tidy up' } } },
    );
    expect((await nextPulse())?.inputs.trigger_prs).toBe('7');
  });

  describe('marks a finished draft that tells of it', () => {
    it.each(['waiting', 'due', null] as const)('as outdated while its post is %s', async (state) => {
      await merge(7);
      await merge(8);
      await nextPulse();
      await finish([7, 8], state);
      await skip(8);
      expect((await messages())[0]?.outdated_reason).toBe(
        'The rules now leave out what it tells of: #8 (label skip-changelog).',
      );
    });

    it.each(['sending', 'sent', 'unknown'] as const)('not when its post is %s', async (state) => {
      await merge(7);
      await nextPulse();
      await finish([7], state);
      await skip(7);
      expect((await messages())[0]?.outdated_reason).toBeNull();
    });

    it('and takes the mark away with the label', async () => {
      await merge(7);
      await nextPulse();
      await finish([7]);
      await skip(7);
      await unlabel(7);
      expect((await messages())[0]?.outdated_reason).toBeNull();
    });
  });

  it('is not changed by older news that comes late', async () => {
    await merge(7);
    await skip(7);
    await change(
      'labeled',
      7,
      { labels: ['bug'], updatedAt: '2026-11-20T11:59:30Z' },
      { label: { name: 'bug' } },
    );
    expect(await db().selectFrom('merges').select('labels').execute()).toEqual([
      { labels: ['skip-changelog'] },
    ]);
  });
});
