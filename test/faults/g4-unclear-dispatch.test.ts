import { describe, expect, test } from 'vitest';
import { workflowFor } from '../../app/dispatch/setup-link.ts';
import { hangs, resets } from '../github/faults/connection-faults.ts';
import type { Fault } from '../github/faults/fault.ts';
import { serverError } from '../github/faults/status-faults.ts';
import { shop } from '../github/github-for-test.ts';
import { push, repositoryOf } from '../github/state.ts';
import { callbackUrl, dispatchWorld } from '../app/dispatch/dispatch-world.ts';
import { portForTest, shopId } from '../app/github/port-for-test.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';
import type { Store } from '../../app/store/store.ts';

const limits = { tries: 3, tryMs: 200, rateWaitMs: 0 };
const dispatches = /dispatches$/;

/** The App's dispatch over HTTP, against a GitHub whose list of runs lags. */
async function overHttp(store: Store, runListLagMs: number) {
  const context = await portForTest({ limits, runListLagMs });
  const { github, port } = context;
  const workflow = workflowFor(callbackUrl, { hasDescriptions: true });
  push(github.state, shop, 'workflow', { files: { '.github/workflows/zenpulse.yml': workflow } });
  const start = new Date(github.state.now());
  const world = await dispatchWorld(store, { port, start });
  github.state.now = () => world.now().getTime();
  const repository = { id: shopId(context), fullName: shop };
  return {
    ...world,
    github,
    seed: () => world.seed({ repository }),
    runs: () => repositoryOf(github.state, shop).runs,
    posts: () => github.requests.filter(({ path }) => dispatches.test(path)).length,
  };
}

const faults: [string, Fault][] = [
  ['a 502', serverError(502)],
  ['a reset', resets()],
  ['a timeout', hangs('connect')],
];

describeEachStore('G4: a dispatch answered by', (store) => {
  describe.each(faults)('%s', (_, fault) => {
    test('whose run exists is found in the list that lags, and is not made again', async () => {
      const app = await overHttp(store(), 45_000);
      app.github.faults.inject({ match: { path: dispatches }, fault: { ...fault, takesEffect: true } });
      const { id, requestId } = await app.seed();
      await app.settle();
      const [run] = app.runs();
      const accepted = await app.callback({ requestId, runId: `${run?.id}-1` });
      await app.settle();

      expect([app.runs().length, app.posts()]).toEqual([1, 1]);
      expect(accepted).toMatchObject({ outcome: 'accepted' });
      expect(app.posted).toEqual([id]);
    });

    test('without a run is made again after the look-ups, once', async () => {
      const app = await overHttp(store(), 45_000);
      app.github.faults.inject({ match: { path: dispatches }, fault });
      const { id, requestId } = await app.seed();
      await app.settle();
      const [run] = app.runs();
      await app.callback({ requestId, runId: `${run?.id}-1` });
      await app.settle();

      expect([app.runs().length, app.posts()]).toEqual([1, 2]);
      expect(await app.dispatches(id)).toMatchObject([{ state: 'lost' }, { state: 'sent' }]);
      expect(app.posted).toEqual([id]);
    });

    test('whose run the list hides for too long has two runs: one callback is taken, one is a duplicate', async () => {
      const app = await overHttp(store(), 300_000);
      app.github.faults.inject({ match: { path: dispatches }, fault: { ...fault, takesEffect: true } });
      const { id, requestId } = await app.seed();
      await app.settle();
      const [first, second] = app.runs();
      const outcomes = [];
      for (const run of [second, first]) {
        outcomes.push((await app.callback({ requestId, runId: `${run?.id}-1` })).outcome);
        await app.settle();
      }

      expect([app.runs().length, app.posts()]).toEqual([2, 2]);
      expect(outcomes).toEqual(['accepted', 'duplicate']);
      expect(app.posted).toEqual([id]);
      expect(await app.message(id)).toMatchObject({ status: 'completed' });
    });
  });
});
