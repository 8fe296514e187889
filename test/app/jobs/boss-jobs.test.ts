import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { openJobs } from '../../../app/jobs/boss-jobs.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { until } from '../kit/until.ts';
import { handlersWith, jobsForTest } from './jobs-for-test.ts';

interface JobRow {
  name: string;
  state: string;
  data: { deliveryId?: string };
  start_after: Date;
  output: unknown;
}

describeEachStore('the job queue', (store) => {
  beforeEach(async () => {
    await sql`drop schema if exists pgboss cascade`.execute(store().db);
  });
  const rows = async (name: string) =>
    (
      await sql<JobRow>`select name, state, data, start_after, output from pgboss.job where name = ${name} order by created_on`.execute(
        store().db,
      )
    ).rows;

  it('adds a job with the transaction that needs it, or not at all', async () => {
    const jobs = await jobsForTest(store());
    const failing = store()
      .db.transaction()
      .execute(async (trx) => {
        await jobs.enqueue(trx, 'delivery', { deliveryId: 'rolled-back' });
        throw new Error('something else failed');
      });
    await expect(failing).rejects.toThrow('something else failed');
    await store()
      .db.transaction()
      .execute(async (trx) => {
        await jobs.enqueue(trx, 'delivery', { deliveryId: 'one' });
        await jobs.enqueueAll(trx, 'delivery', [{ deliveryId: 'two' }, { deliveryId: 'three' }]);
      });
    const added = (await rows('delivery')).map(({ data }) => data.deliveryId);
    expect(new Set(added)).toEqual(new Set(['one', 'two', 'three']));
  });

  it('runs a job as soon as its transaction has committed', async () => {
    // Far longer than the test waits, so that only the announcement can be what wakes it.
    const jobs = await jobsForTest(store(), { pollSeconds: 60 });
    const ran: string[] = [];
    await jobs.start(
      handlersWith({
        delivery: async ({ deliveryId }) => {
          ran.push(deliveryId);
        },
      }),
    );
    for (const id of ['one', 'two', 'three']) {
      await store()
        .db.transaction()
        .execute((trx) => jobs.enqueue(trx, 'delivery', { deliveryId: id }));
      await until(() => expect(ran).toContain(id), 5_000);
    }
  });

  it('runs no job before its time', async () => {
    const jobs = await jobsForTest(store());
    const ran: string[] = [];
    await jobs.start(
      handlersWith({
        delivery: async ({ deliveryId }) => {
          ran.push(deliveryId);
        },
      }),
    );
    await jobs.enqueue(
      store().db,
      'delivery',
      { deliveryId: 'later' },
      { startAfter: new Date(Date.now() + 3_600_000) },
    );
    await jobs.enqueue(store().db, 'delivery', { deliveryId: 'now' });
    await until(() => expect(ran).toEqual(['now']));
    await sql`update pgboss.job set start_after = now() where state = 'created'`.execute(store().db);
    await until(() => expect(ran).toEqual(['now', 'later']));
  });

  it('tries a job that failed again after a pause, and keeps of the failure only code and text', async () => {
    const jobs = await jobsForTest(store());
    let tries = 0;
    await jobs.start(
      handlersWith({
        delivery: () => {
          tries += 1;
          return tries === 1
            ? Promise.reject(new ZenPulseError('github_unavailable', { what: 'the rules', tries: 3 }))
            : Promise.resolve();
        },
      }),
    );
    await jobs.enqueue(store().db, 'delivery', { deliveryId: 'one' });
    await until(async () => expect(await rows('delivery')).toMatchObject([{ state: 'retry' }]));
    const [row] = await rows('delivery');
    expect(Object.keys(row?.output ?? {})).toEqual(['code', 'message']);
    expect(row?.start_after.getTime()).toBeGreaterThan(Date.now());
    expect(jobs.failures).toMatchObject([
      { error: { code: 'github_unavailable' }, job: { name: 'delivery', attempt: 1, isLast: false } },
    ]);
    await until(async () => expect(await rows('delivery')).toMatchObject([{ state: 'completed' }]));
    expect(tries).toBe(2);
  });

  it('lets a job that met a rate limit come back when that ends', async () => {
    const jobs = await jobsForTest(store());
    const resetAt = new Date(Date.now() + 1_800_000).toISOString();
    await jobs.start(
      handlersWith({
        delivery: () => Promise.reject(new ZenPulseError('github_rate_limited', { resetAt })),
      }),
    );
    await jobs.enqueue(store().db, 'delivery', { deliveryId: 'one' });
    await until(async () => expect(await rows('delivery')).toHaveLength(2));
    await until(async () =>
      expect(await rows('delivery')).toMatchObject([{ state: 'completed' }, { state: 'created' }]),
    );
    const [, again] = await rows('delivery');
    expect(again?.start_after.getTime()).toBeGreaterThan(Date.parse(resetAt));
    expect(again?.data).toEqual({ deliveryId: 'one' });
  });

  it('adds a second net only once in a while for the same data', async () => {
    const jobs = await jobsForTest(store());
    const { db } = store();
    const line = { repositoryId: '1', kind: 'merge', base: 'a/branch#1@x' } as const;
    // A day is one slot of the clock, which the test would have to hit the end of.
    for (let round = 0; round < 3; round += 1)
      await jobs.enqueue(db, 'stream', line, { onceInMs: 86_400_000 });
    await jobs.enqueue(db, 'stream', { ...line, base: 'main' }, { onceInMs: 86_400_000 });
    await jobs.enqueue(db, 'stream', line);
    expect(await rows('stream')).toHaveLength(3);
  });

  it('works off more than one batch without waiting in between', async () => {
    const jobs = await jobsForTest(store(), { pollSeconds: 60 });
    const ran = new Set<string>();
    await jobs.enqueueAll(
      store().db,
      'delivery',
      Array.from({ length: 180 }, (_, at) => ({ deliveryId: `delivery-${at}` })),
    );
    await jobs.start(
      handlersWith({
        delivery: async ({ deliveryId }) => {
          ran.add(deliveryId);
        },
      }),
    );
    await until(() => expect(ran.size).toBe(180), 10_000);
  });

  it('waits for jobs under way when it stops', async () => {
    const jobs = await jobsForTest(store());
    let isDone = false;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let hasBegun = false;
    await jobs.start(
      handlersWith({
        delivery: async () => {
          hasBegun = true;
          await held;
          isDone = true;
        },
      }),
    );
    await jobs.enqueue(store().db, 'delivery', { deliveryId: 'one' });
    await until(() => expect(hasBegun).toBe(true));
    const stopping = jobs.stop(10_000);
    release();
    await stopping;
    expect(isDone).toBe(true);
    expect(await rows('delivery')).toMatchObject([{ state: 'completed' }]);
  });

  it('has tick and reconcile come by themselves, and at most one of each wait', async () => {
    const jobs = await jobsForTest(store(), { hasCron: true });
    for (let round = 0; round < 3; round += 1) await jobs.enqueue(store().db, 'tick', {});
    expect(await rows('tick')).toHaveLength(1);
    await jobs.start(handlersWith({}));
    const { rows: schedules } = await sql<{ name: string; cron: string }>`
      select name, cron from pgboss.schedule order by name`.execute(store().db);
    expect(schedules).toEqual([
      { name: 'reconcile', cron: '17 * * * *' },
      { name: 'tick', cron: '* * * * *' },
    ]);
  });

  it('can be opened by several processes at once, where there may be several', async ({ skip }) => {
    skip(store().engine.kind === 'pglite', 'the embedded database has one process');
    const options = { onError: () => undefined, clock: () => new Date(), hasCron: false };
    const opened = await Promise.all([
      openJobs(store(), options),
      openJobs(store(), options),
      openJobs(store(), options),
    ]);
    await Promise.all(opened.map((jobs) => jobs.enqueue(store().db, 'delivery', { deliveryId: 'one' })));
    expect(await rows('delivery')).toHaveLength(3);
    for (const jobs of opened) await jobs.stop(1_000);
  });
});
