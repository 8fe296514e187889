import { expect, test } from 'vitest';
import type { FakeGitHub } from '../kit/fake-github.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts';

const unclear = { kind: 'unclear', cause: 'GitHub answered 502' } as const;

/** The first dispatches are unclear, each with or without a run; later ones are started. */
function unclearFirst(github: FakeGitHub, ...exist: boolean[]): { count: number } {
  const made = { count: 0 };
  github.answerDispatch = ({ id, url }) => {
    const exists = exist[made.count];
    made.count += 1;
    return exists === undefined
      ? { answer: { kind: 'started', runId: id, runUrl: url }, exists: true }
      : { answer: unclear, exists };
  };
  return made;
}

const states = async (world: DispatchWorld, id: string) =>
  (await world.dispatches(id)).map(({ state }) => state);

describeEachStore('an unclear dispatch', (store) => {
  test('whose run is found is taken for sent, and not made again', async () => {
    const world = await dispatchWorld(store());
    const made = unclearFirst(world.github, true);
    world.github.listLagMs = 60_000;
    const { id } = await world.seed();
    await world.settle();

    expect(made.count).toBe(1);
    expect(await states(world, id)).toEqual(['sent']);
    expect(await world.message(id)).toMatchObject({ status: 'generating' });
  });

  test('is looked up over two minutes by jobs of their own, before it is made again', async () => {
    const world = await dispatchWorld(store());
    const made = unclearFirst(world.github, false);
    const { findRuns } = world.github.port;
    const start = world.now().getTime();
    const lookUps: number[] = [];
    world.github.port.findRuns = (...given) => {
      lookUps.push((world.now().getTime() - start) / 1_000);
      return findRuns(...given);
    };
    const { id } = await world.seed();
    await world.settle();

    expect(lookUps).toEqual([10, 20, 40, 80, 120]);
    expect(made.count).toBe(2);
    expect(await states(world, id)).toEqual(['lost', 'sent']);
    expect(await world.message(id)).toMatchObject({ status: 'generating' });
  });

  test('found by a worker hours later is lost after one look', async () => {
    const world = await dispatchWorld(store());
    const made = unclearFirst(world.github, false);
    const { id } = await world.seed();
    await world.drain();
    world.advance(6 * 3_600);
    await world.drain();

    expect(await states(world, id)).toEqual(['lost', 'sent']);
    expect(made.count).toBe(2);
  });

  test('is not taken for lost while GitHub cannot be asked', async () => {
    const world = await dispatchWorld(store());
    unclearFirst(world.github, false);
    const { id } = await world.seed();
    await world.drain();
    world.advance(3_600);
    world.github.port.findRuns = () => Promise.reject(new Error('GitHub is down'));

    await expect(world.drain()).rejects.toThrow('GitHub is down');
    expect(await states(world, id)).toEqual(['sending']);
  });

  test('that stays unclear fails after three, and its line goes on', async () => {
    const world = await dispatchWorld(store());
    const made = unclearFirst(world.github, false, false, false);
    const { id } = await world.seed();
    await world.settle();

    expect(made.count).toBe(3);
    expect(await states(world, id)).toEqual(['lost', 'lost', 'lost']);
    expect(await world.message(id)).toMatchObject({
      status: 'failed',
      problems: [{ code: 'dispatch_lost' }],
    });
    expect(await world.stream()).toMatchObject({ active_message_id: null, failures: 1 });
  });

  test('whose callback comes before it is settled needs no look', async () => {
    const world = await dispatchWorld(store());
    const made = unclearFirst(world.github, true);
    const { id, requestId } = await world.seed();
    await world.drain();
    await world.callback({ requestId, runId: '1000-1' });
    await world.settle();

    expect(made.count).toBe(1);
    expect(await world.message(id)).toMatchObject({ status: 'completed' });
    expect(await world.dispatches(id)).toMatchObject([{ state: 'sent', run_id: '1000' }]);
  });

  test('answered after all, when it counted as lost, is a run all the same', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    const { dispatchWorkflow } = world.github.port;
    world.github.port.dispatchWorkflow = async (...given) => {
      world.github.port.dispatchWorkflow = dispatchWorkflow;
      const answer = await dispatchWorkflow(...given);
      world.github.listLagMs = 3_600_000;
      world.advance(300);
      // Another worker takes the job while this one is held up.
      await world.jobs.enqueue(world.edges.db, 'dispatch', { messageId: id });
      await world.settle(0);
      return answer;
    };
    await world.settle();

    expect(await states(world, id)).toEqual(['sent', 'sent']);
    expect(await world.message(id)).toMatchObject({ status: 'generating' });
  });
});
