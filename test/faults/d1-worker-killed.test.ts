import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openJobs } from '../../app/jobs/boss-jobs.ts';
import { startAppChild } from '../app/app-child-api.ts';
import { describeEachDatabase } from '../app/each-database.ts';
import { handlersWith, jobsForTest } from '../app/jobs/jobs-for-test.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';
import { until } from '../app/kit/until.ts';
import { pullEvent } from '../app/triggers/app-for-test.ts';

describeEachDatabase('D1: a worker killed in a job', (database) => {
  it.each([
    ['before its handler', 'before-handler'],
    ['after its handler, before the delivery is marked', 'after-handler'],
    ['after it all, before the job ends', 'before-job-ends'],
    ['after a pulse was started', 'after-pulse'],
  ] as const)(
    '%s, has its job run again with one effect',
    async (_, dieAt) => {
      const where = await database();
      const first = await startAppChild({ database: where, dieAt });
      const payload = pullEvent('closed', 7, { mergedAt: new Date().toISOString() });
      await first.send('pull_request', payload, 'delivery-1');
      expect(await first.ended).toBe('SIGKILL');

      const second = await startAppChild({ database: where, isLater: true });
      const whole = {
        deliveries: ['delivery-1'],
        handled: ['delivery-1'],
        messages: ['merge:4711:main:1'],
        triggers: [7],
        merges: [7],
      };
      await until(async () => expect(await second.state()).toEqual(whole), 25_000);
      await second.stop();
    },
    60_000,
  );
});

describeEachStore('D1: a worker that wakes up after its lease', (store) => {
  it('is fenced off: its end changes nothing about the run that took over', async () => {
    const wake: (() => void)[] = [];
    const runs: string[] = [];
    const jobs = await jobsForTest(store());
    await jobs.start(
      handlersWith({
        delivery: async ({ deliveryId }) => {
          runs.push(deliveryId);
          const place = runs.length;
          await new Promise<void>((resolve) => wake.push(resolve));
          if (place === 1) throw new Error('a late failure');
        },
      }),
    );
    await jobs.enqueue(store().db, 'delivery', { deliveryId: 'delivery-1' });
    await until(() => expect(runs).toHaveLength(1));
    // Its process sleeps so long that heartbeat and lease are over. Another one takes over.
    await sql`update pgboss.job set heartbeat_on = 'epoch', started_on = 'epoch' where state = 'active'`.execute(
      store().db,
    );
    const others = await openJobs(store(), {
      onError: () => undefined,
      clock: () => new Date(),
      pollSeconds: 0.5,
      superviseSeconds: 1,
      hasCron: false,
    });
    onTestFinished(() => others.stop(1_000));
    await others.start(
      handlersWith({
        delivery: async ({ deliveryId }) => {
          runs.push(deliveryId);
        },
      }),
    );
    const states = async () =>
      (await sql<{ state: string }>`select state from pgboss.job where name = 'delivery'`.execute(store().db))
        .rows;
    await until(() => expect(runs).toHaveLength(2), 20_000);
    await until(async () => expect(await states()).toEqual([{ state: 'completed' }]));
    for (const each of wake) each();
    await jobs.stop(5_000);
    expect(await states()).toEqual([{ state: 'completed' }]);
    expect(runs).toHaveLength(2);
  }, 60_000);
});

describe('D1: heartbeats', () => {
  it('are shorter than any lease, so that a dead worker is noticed first', async () => {
    const { heartbeatSeconds, queueSettings } = await import('../../app/jobs/queue-settings.ts');
    for (const { leaseSeconds } of Object.values(queueSettings))
      expect(heartbeatSeconds).toBeLessThan(leaseSeconds);
  });
});
