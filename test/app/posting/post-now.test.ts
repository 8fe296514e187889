import { expect, it } from 'vitest';
import { postNow } from '../../../app/posting/post-now.ts';
import type { PostState } from '../../../app/store/tables.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { postingWorld } from './posting-world.ts';

const who = 'ada';

describeEachStore('a person has a report posted', (store) => {
  async function withPost(state: PostState) {
    const world = await postingWorld(store());
    const id = await world.reported();
    await world.edges.db.updateTable('posts').set({ state }).execute();
    return { world, id };
  }

  it.each(['waiting', 'failed'] as const)('that is %s, whatever the rules say', async (state) => {
    const { world, id } = await withPost(state);
    world.setRules('delivery:\n  post: review\n');
    await world.edges.db.updateTable('messages').set({ review_reason: 'It is incomplete.' }).execute();
    expect(await postNow(world.edges, id, { who })).toEqual({ state: 'sent', problem: null });
    expect((await world.state(id)).state).toBe('sent');
    expect(world.lines.join('')).toContain('"who":"ada"');
  });

  it('that may be posted already only after they looked', async () => {
    const { world, id } = await withPost('unknown');
    await expect(postNow(world.edges, id, { who })).rejects.toMatchObject({ code: 'post_not_possible' });
    expect(world.slack.received).toEqual([]);
    expect((await postNow(world.edges, id, { who, isConfirmed: true })).state).toBe('sent');
  });

  it.each(['due', 'sending', 'sent'] as const)('but not one that is %s, confirmed or not', async (state) => {
    const { world, id } = await withPost(state);
    for (const isConfirmed of [false, true])
      await expect(postNow(world.edges, id, { who, isConfirmed })).rejects.toMatchObject({
        code: 'post_not_possible',
      });
    expect((await world.state(id)).state).toBe(state);
    expect(world.slack.received).toEqual([]);
  });

  it('once, when two people click in the same moment', async () => {
    const { world, id } = await withPost('waiting');
    const ends = await Promise.allSettled([1, 2, 3].map(() => postNow(world.edges, id, { who })));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(world.slack.received).toHaveLength(1);
  });

  it('and is told why it failed, which waits for them instead of a job', async () => {
    const { world, id } = await withPost('waiting');
    world.slack.replies.push({ status: 404, body: 'no_service' });
    expect(await postNow(world.edges, id, { who })).toMatchObject({
      state: 'failed',
      problem: { code: 'slack_refused' },
    });
  });

  it('that does not exist, or has no text, and is told so', async () => {
    const world = await postingWorld(store());
    await expect(postNow(world.edges, 'nothing', { who })).rejects.toMatchObject({ code: 'message_unknown' });
    const id = await world.reported({ status: 'no_changes' });
    await expect(postNow(world.edges, id, { who })).rejects.toMatchObject({ code: 'post_not_possible' });
  });
});
