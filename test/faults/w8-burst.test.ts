import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { intakeForTest } from '../app/intake/intake-for-test.ts';
import { handlersWith, jobsForTest } from '../app/jobs/jobs-for-test.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';
import { until } from '../app/kit/until.ts';

const count = 1_000;

const published = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
  name: string;
  examples: { action?: string }[];
}[];

/** A webhook as GitHub sends it, in its full size. */
const hook = published
  .find(({ name }) => name === 'pull_request')
  ?.examples.find(({ action }) => action === 'closed');

describeEachStore('W8: a thousand deliveries in a burst', (store) => {
  it('are all acknowledged, stored and handed on, each once', async ({ annotate }) => {
    const jobs = await jobsForTest(store());
    const { send } = await intakeForTest({ store: store(), enqueueAll: jobs.enqueueAll });
    const ran: string[] = [];
    await jobs.start(
      handlersWith({
        delivery: async ({ deliveryId }) => {
          ran.push(deliveryId);
        },
      }),
    );
    const times: number[] = [];
    const sent = Array.from({ length: count }, async (_, at) => {
      const started = performance.now();
      const { status } = await send(hook ?? {}, { event: 'pull_request', deliveryId: `delivery-${at}` });
      times.push(performance.now() - started);
      return status;
    });
    const statuses = await Promise.all(sent);
    expect(statuses.filter((status) => status !== 202)).toEqual([]);
    const stored = await store().db.selectFrom('deliveries').select('id').execute();
    expect(stored).toHaveLength(count);
    await until(() => expect(ran.length).toBeGreaterThanOrEqual(count), 25_000);
    expect(new Set(ran).size).toBe(count);
    expect(ran).toHaveLength(count);
    const ordered = times.toSorted((a, b) => a - b);
    await annotate(
      `answered in ${Math.round(ordered[count / 2] ?? 0)} ms (median), ${Math.round(ordered[Math.floor(count * 0.99)] ?? 0)} ms (p99), all sent at once by this process`,
    );
  });
});
