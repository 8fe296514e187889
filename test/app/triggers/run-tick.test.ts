import { beforeEach, expect, it } from 'vitest';
import { adoptPolicy } from '../../../app/triggers/adopt-policy.ts';
import { readPolicy } from '../../../app/triggers/read-policy.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type AppForTest, appForTest, pass, pullEvent, rulesPath, shop } from './app-for-test.ts';

describeEachStore('a tick', (store) => {
  let app: AppForTest;
  beforeEach(async () => {
    app = await appForTest(store());
    app.github.files.set(rulesPath, 'triggers:\n  schedule:\n    cron: "0 8 * * *"\n');
    await app.hear('pull_request', pullEvent('closed', 7));
    await adopt();
  });
  const db = () => store().db;
  const adopt = async () => {
    const policy = await readPolicy(app.github.port, { installationId: '99', fullName: shop.full_name });
    await db()
      .transaction()
      .execute(async (trx) => {
        const repository = await trx.selectFrom('repositories').selectAll().executeTakeFirstOrThrow();
        await adoptPolicy(trx, app.edges, repository, policy);
      });
  };
  const tick = async () => {
    await app.handlers.tick({});
    await app.drain();
  };
  const nextSlotAt = async () =>
    (await db().selectFrom('repositories').select('next_slot_at').executeTakeFirstOrThrow()).next_slot_at;
  const messages = () =>
    db().selectFrom('messages').select(['business_key', 'inputs']).orderBy('business_key').execute();

  it('starts the pulse of a slot when it is due, once', async () => {
    expect(await nextSlotAt()).toEqual(new Date('2026-11-21T08:00:00Z'));
    app.now = new Date('2026-11-21T07:59:00Z');
    await tick();
    expect(await messages()).toEqual([]);
    app.now = new Date('2026-11-21T08:00:30Z');
    await tick();
    await tick();
    expect(await messages()).toMatchObject([
      { business_key: 'schedule:4711:2026-11-21T08:00:00.000Z', inputs: { trigger_prs: '7' } },
    ]);
    expect(await nextSlotAt()).toEqual(new Date('2026-11-22T08:00:00Z'));
  });

  it('starts one pulse for a series of slots it slept through, at the latest one', async () => {
    app.now = new Date('2026-11-25T12:00:00Z');
    await tick();
    expect(await messages()).toMatchObject([{ business_key: 'schedule:4711:2026-11-25T08:00:00.000Z' }]);
    expect(await nextSlotAt()).toEqual(new Date('2026-11-26T08:00:00Z'));
  });

  it('takes no slot of a schedule that is gone, or cannot be read', async () => {
    app.github.files.set(rulesPath, 'triggers:\n  schedule:\n    cron: "61 8 * * *"\n');
    app.onboarded.length = 0;
    app.now = new Date('2026-11-21T08:00:30Z');
    await tick();
    expect(await messages()).toEqual([]);
    expect(await nextSlotAt()).toBeNull();
    expect(app.onboarded).toEqual(['4711']);
  });

  it('looks at no repository that is asleep', async () => {
    await db().updateTable('repositories').set({ state: 'suspended' }).execute();
    app.now = new Date('2026-11-21T08:00:30Z');
    await tick();
    expect(await messages()).toEqual([]);
  });

  it('wakes up lines, messages, posts and deliveries whose jobs were lost', async () => {
    app.github.files.set(rulesPath, '');
    await adopt();
    const delivery = await app.deliver('ping', {});
    const message = {
      id: 'message-1',
      business_key: 'release:4711:v1:c0ffee',
      request_id: 'request-1',
      repository_id: '4711',
      kind: 'release',
      base: 'v1',
      status: 'queued',
      inputs: '{}',
      problems: '[]',
      created_at: app.now,
      updated_at: app.now,
    } as const;
    await db().insertInto('messages').values(message).execute();
    const post = { revision: 1, channel: null, ts: null, problem: null, updated_at: app.now } as const;
    await db()
      .insertInto('posts')
      .values({ message_id: 'message-2', state: 'due', ...post })
      .execute();
    for (const job of await app.jobs.waiting())
      await app.jobs.run(job, { ...app.handlers, delivery: async () => {}, stream: async () => {} });
    expect(await app.jobs.waiting()).toEqual([]);

    pass(app, 30);
    await app.handlers.tick({});
    const waiting = await app.jobs.waiting();
    expect(waiting.map(({ name, data }) => ({ name, data }))).toEqual([
      { name: 'stream', data: { repositoryId: '4711', kind: 'merge', base: 'main' } },
      { name: 'dispatch', data: { messageId: 'message-1' } },
      { name: 'post', data: { messageId: 'message-2' } },
      { name: 'delivery', data: { deliveryId: delivery } },
    ]);
  });

  it('forgets deliveries after thirty days', async () => {
    const count = async () => (await db().selectFrom('deliveries').select('id').execute()).length;
    expect(await count()).toBe(1);
    pass(app, 30 * 24 * 60 - 1);
    await tick();
    expect(await count()).toBe(1);
    pass(app, 2);
    await tick();
    expect(await count()).toBe(0);
  });
});
