import { expect, it } from 'vitest';
import { describeEachStore } from '../kit/store-for-test.ts';
import { adminWorld } from './admin-world.ts';

const list = '/admin/pulse/messages';

interface Listed {
  messages: { id: string; status: string; post: string | null; repository: string; problems: string[] }[];
  next_cursor: string | null;
}

describeEachStore('the list of messages', (store) => {
  it('has the newest first, page by page, each once', async () => {
    const { ask, reported, advance } = await adminWorld(store());
    const ids: string[] = [];
    for (let at = 0; at < 7; at += 1) {
      ids.push(await reported());
      // Some of them in the same millisecond.
      if (at % 3 === 0) advance(1_000);
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await ask(`${list}?limit=2${cursor && `&cursor=${cursor}`}`);
      const page = body as unknown as Listed;
      expect(page.messages.length).toBeLessThanOrEqual(2);
      seen.push(...page.messages.map(({ id }) => id));
      cursor = page.next_cursor;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen.at(-1)).toBe(ids[0]);
  });

  it('can be narrowed to a status and a repository', async () => {
    const { ask, reported, edges } = await adminWorld(store());
    const failed = await reported({ status: 'failed' });
    await reported();
    const idsOf = async (query: string) =>
      ((await ask(`${list}?${query}`)).body as unknown as Listed).messages.map(({ id }) => id);
    expect(await idsOf('status=failed')).toEqual([failed]);
    expect(await idsOf('repository=Acme/Shop')).toHaveLength(2);
    expect(await idsOf('repository=42&status=failed')).toEqual([failed]);
    expect(await idsOf('repository=acme/other')).toEqual([]);
    await edges.db.deleteFrom('repositories').execute();
    expect(await idsOf('status=failed')).toEqual([failed]);
  });

  it('says where each stands', async () => {
    const { ask, reported, drain } = await adminWorld(store());
    await reported();
    await drain();
    const { body } = await ask(list);
    expect((body as unknown as Listed).messages).toMatchObject([
      {
        repository: 'acme/shop',
        status: 'completed',
        post: 'sent',
        problems: [],
        kind: 'merge',
        revision: 1,
      },
    ]);
  });

  it.each(['status=great', 'limit=0', 'limit=many', 'cursor=!', 'cursor=AAAA', 'repository=a/b/c', 'page=2'])(
    'refuses a query it does not know: %s',
    async (query) => {
      const { ask } = await adminWorld(store());
      const { status, body } = await ask(`${list}?${query}`);
      expect([status, body['code']]).toEqual([400, 'admin_request_invalid']);
      expect(body['message']).toContain(query.split('=')[0]);
    },
  );
});

describeEachStore('a message in detail', (store) => {
  it('tells its whole story: dispatches, callbacks, what it told, its post and its times', async () => {
    const world = await adminWorld(store());
    const id = await world.reported({ told: ['acme/shop#7', 'acme/shop#3'] });
    await world.edges.db
      .insertInto('dispatches')
      .values({
        id: 'one',
        message_id: id,
        attempt: 1,
        state: 'sent',
        run_id: '4711',
        run_url: 'https://github.com/acme/shop/actions/runs/4711',
        sent_at: new Date('2026-11-20T11:59:00Z'),
        token_hash: 'hash-canary',
      })
      .execute();
    world.advance(5_000);
    await world.drain();
    const { status, body } = await world.ask(`/admin/pulse/messages/${id}/status`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      repository: 'acme/shop',
      status: 'completed',
      told: [3, 7],
      results: { summary_message: '# Two changes shipped', complete: true },
      dispatches: [{ attempt: 1, state: 'sent', run_id: '4711' }],
      callbacks: [{ outcome: 'accepted', pipeline_run_id: '4711-1' }],
      post: { state: 'sent', problem: null },
      timings: {
        created_at: '2026-11-20T12:00:00.000Z',
        seconds_to_answer: 60,
        seconds_to_post: 5,
      },
    });
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  it('tells what is wrong, with the next step', async () => {
    const world = await adminWorld(store());
    world.setRules('delivery:\n  post: review\n');
    const id = await world.reported();
    await world.drain();
    const { body } = await world.ask(`/admin/pulse/messages/${id}/status`);
    expect(body['post']).toMatchObject({
      state: 'waiting',
      problem: { code: 'post_waits', next_step: 'Post it, or set delivery.post: at_once for the next ones.' },
    });
  });

  it('of one that is not there is 404', async () => {
    const { ask } = await adminWorld(store());
    const { status, body } = await ask('/admin/pulse/messages/nothing/status');
    expect([status, body['code']]).toEqual([404, 'message_unknown']);
  });
});
