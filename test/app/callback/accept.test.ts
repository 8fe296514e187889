import { describe, expect, it } from 'vitest';
import { endPulse } from '../../../app/pulses/end-pulse.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type Asked, type CallbackWorld, callbackWorlds, stored } from './callback-world.ts';

/** As a sweep does for a run that ended without a callback. */
async function declareFailed({ edges }: CallbackWorld, { messageId }: Asked): Promise<void> {
  await edges.db.transaction().execute(async (trx) => {
    const message = await trx
      .updateTable('messages')
      .set({ status: 'failed' })
      .where('id', '=', messageId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await endPulse(trx, edges.enqueue, message, null, edges.clock());
  });
}

const attempt = ({ run }: Asked, number: number) => ({ runId: `${run.id}-${number}` });

describeEachStore('a callback that was proved', (store) => {
  const worldOn = callbackWorlds();

  it('has its report posted', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await world.report(asked);
    expect((await stored(world, asked.messageId)).post?.state).toBe('due');
    const jobs = await world.jobs.waiting();
    expect(jobs.filter(({ name }) => name === 'post').map(({ data }) => data)).toEqual([
      { messageId: asked.messageId },
    ]);
  });

  it('moves its line on to where the window ended', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    world.advance(60_000);
    await world.report(asked);
    const stream = await world.edges.db.selectFrom('streams').selectAll().executeTakeFirstOrThrow();
    const { message } = await stored(world, asked.messageId);
    expect(stream).toMatchObject({ active_message_id: null, batch: 2, covered_until: message.window_end });
  });

  it.each(['no_changes', 'failed', 'validated'] as const)(
    'and says %s leaves nothing to post',
    async (status) => {
      const world = await worldOn(store());
      const asked = await world.ask();
      await world.report(asked, asked.payload({ status }));
      const { message, post } = await stored(world, asked.messageId);
      expect([message.status, post]).toEqual([status === 'validated' ? 'no_changes' : status, undefined]);
      if (status === 'failed') expect(message.problems).toMatchObject([{ code: 'git_missing' }]);
    },
  );

  it('and is incomplete waits for a person', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await world.report(asked, asked.payload({ complete: false }));
    const { message, post } = await stored(world, asked.messageId);
    expect(message.review_reason).toContain('incomplete');
    expect(post?.state).toBe('waiting');
    expect((await world.jobs.waiting()).filter(({ name }) => name === 'post')).toEqual([]);
  });

  it('and tells what another report told meanwhile waits for a person', async () => {
    const world = await worldOn(store());
    const first = await world.ask();
    const second = await world.ask();
    await world.report(first, first.payload({ told: ['acme/shop#1', 'acme/shop#2'] }));
    await world.report(second, second.payload({ told: ['acme/shop#2', 'acme/shop#3'] }));
    const { message, post, told } = await stored(world, second.messageId);
    expect(message.review_reason).toBe('Another report told of #2 meanwhile.');
    expect([post?.state, told]).toEqual(['waiting', [3]]);
  });

  it('comes late, and beats the failure that was declared for want of it', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await declareFailed(world, asked);
    expect((await world.report(asked)).body).toEqual({ outcome: 'accepted' });
    const { message, post, told } = await stored(world, asked.messageId);
    expect([message.status, post?.state, told]).toEqual(['completed', 'due', [1, 2]]);
    expect(message.problems).toEqual([]);
  });

  describe('of a later attempt of the same run', () => {
    it('replaces a text that is not posted yet, and what it told', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      await world.report(asked);
      const later = asked.payload({ ...attempt(asked, 2), headline: 'Better', told: ['acme/shop#2'] });
      expect((await world.report(asked, later)).body).toEqual({ outcome: 'revision' });
      const { message, post, told } = await stored(world, asked.messageId);
      expect([message.revision, message.results?.summary_message]).toEqual([2, '# Better']);
      expect([post?.revision, post?.state, told]).toEqual([2, 'due', [2]]);
    });

    it.each(['sending', 'sent', 'unknown', 'failed'] as const)(
      'never touches a text whose post is %s',
      async (state) => {
        const world = await worldOn(store());
        const asked = await world.ask();
        await world.report(asked);
        await world.edges.db.updateTable('posts').set({ state }).execute();
        const later = asked.payload({ ...attempt(asked, 2), headline: 'Too late' });
        expect((await world.report(asked, later)).body).toEqual({ outcome: 'revision' });
        const { message, post, outcomes } = await stored(world, asked.messageId);
        expect([message.revision, message.results?.summary_message]).toEqual([1, '# Two changes shipped']);
        expect([post?.state, outcomes]).toEqual([state, ['accepted', 'revision']]);
      },
    );

    it('takes nothing away when it failed', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      await world.report(asked);
      await world.report(asked, asked.payload({ ...attempt(asked, 2), status: 'failed' }));
      const { message, post } = await stored(world, asked.messageId);
      expect([message.status, post?.state]).toEqual(['completed', 'due']);
    });

    it('brings a text after an attempt that failed', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      await world.report(asked, asked.payload({ status: 'failed' }));
      expect((await world.report(asked, asked.payload(attempt(asked, 2)))).body).toEqual({
        outcome: 'revision',
      });
      const { message, post } = await stored(world, asked.messageId);
      expect([message.status, post?.state, message.problems]).toEqual(['completed', 'due', []]);
    });

    it('takes the post along when it found nothing to report', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      await world.report(asked);
      await world.report(asked, asked.payload({ ...attempt(asked, 2), status: 'no_changes' }));
      const { message, post, told } = await stored(world, asked.messageId);
      expect([message.status, post, told]).toEqual(['no_changes', undefined, []]);
    });

    it('is a duplicate when a newer attempt came before it', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      await world.report(asked, asked.payload({ ...attempt(asked, 2), headline: 'Newer' }));
      expect((await world.report(asked, asked.payload())).body).toEqual({ outcome: 'duplicate' });
      expect((await stored(world, asked.messageId)).message.results?.summary_message).toBe('# Newer');
    });
  });

  it('comes fifty times at once, and is accepted once', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.report(asked)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const outcomes = answers.map(({ body }) => body.outcome);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(49);
    expect((await world.jobs.waiting()).filter(({ name }) => name === 'post')).toHaveLength(1);
    expect((await stored(world, asked.messageId)).message.revision).toBe(1);
  });

  it('comes fifty times at once with the same token, and leaves one row', async () => {
    const world = await worldOn(store(), { accepts: ['token'] });
    const asked = await world.ask({ token: 'the-token' });
    const body = JSON.stringify(asked.payload());
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.send(body, { token: 'the-token' })),
    );
    expect(answers.filter(({ body: { outcome } }) => outcome === 'accepted')).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect((await stored(world, asked.messageId)).callbacks).toHaveLength(1);
  });

  it('tells of more pull requests than one statement could name', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const told = Array.from({ length: 14_000 }, (_, at) => `acme/shop#${at + 1}`);
    const outline = { headline: 'Many', context: [], summary: 'Many.', sections: [], notes: [] };
    expect((await world.report(asked, asked.payload({ told, outline }))).status).toBe(200);
    expect((await stored(world, asked.messageId)).told).toHaveLength(14_000);
  });
});
