import { expect, it } from 'vitest';
import { intakeForTest } from '../app/intake/intake-for-test.ts';
import { handlersWith, jobsForTest } from '../app/jobs/jobs-for-test.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';
import { until } from '../app/kit/until.ts';

describeEachStore('W2: the same delivery a hundred times at once', (store) => {
  it('is one row and one run', async () => {
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

    const copies = Array.from({ length: 100 }, () =>
      send({ action: 'closed' }, { event: 'pull_request', deliveryId: 'delivery-1' }),
    );
    const answers = await Promise.all(copies);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(100);
    expect(answers.filter(({ body }) => (body as { duplicate: boolean }).duplicate)).toHaveLength(99);

    // The marker is enqueued after all of them, so whatever else waits has run before it.
    await jobs.enqueue(store().db, 'delivery', { deliveryId: 'marker' });
    await until(() => expect(ran).toContain('marker'));
    expect(ran).toEqual(['delivery-1', 'marker']);
    expect(await store().db.selectFrom('deliveries').select('id').execute()).toEqual([{ id: 'delivery-1' }]);
  });
});
