import { expect, test } from 'vitest';
import { armStream } from '../../../app/pulses/arm-stream.ts';
import { startStreamPulse } from '../../../app/pulses/start-stream-pulse.ts';
import { dispatchWorld, shop } from '../dispatch/dispatch-world.ts';
import { baseline, seedRepository } from '../kit/seed-message.ts';
import { describeEachStore } from '../kit/store-for-test.ts';

describeEachStore('a pulse that is woken up too early', (store) => {
  test('is put off to its time, without a question to GitHub', async () => {
    const world = await dispatchWorld(store());
    const { edges, jobs, now } = world;
    await seedRepository(edges.db, shop);
    const asked: PropertyKey[] = [];
    const github = new Proxy(edges.github, {
      get: (port, name) => {
        asked.push(name);
        return Reflect.get(port, name);
      },
    });
    const key = { repositoryId: shop.id, kind: 'merge', base: 'main' } as const;
    const options = { now: now(), quietMs: 600_000, baseline };
    await edges.db.transaction().execute((trx) => armStream(trx, jobs.enqueue, key, options));
    await startStreamPulse({ ...edges, github }, key);

    expect(asked).toEqual([]);
    const due = new Date(now().getTime() + 600_000);
    expect((await jobs.waiting()).map(({ startAfter }) => startAfter)).toEqual([due, due]);
  });
});
