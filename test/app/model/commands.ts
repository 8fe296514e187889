import fc from 'fast-check';
import { Crash, type CrashPoints } from '../kit/crash-points.ts';
import type { DispatchMode, RunEnd, SlackMode, World } from './world.ts';

/** What the property holds the world against: nothing but the world itself knows more. */
export interface Real {
  world: World;
  points: CrashPoints;
}

type Command = fc.AsyncCommand<object, Real>;

const command = (name: string, run: (real: Real) => Promise<void> | void): Command => ({
  check: () => true,
  run: async (_model, real) => run(real),
  toString: () => name,
});

/** The element at an index that may be any number; undefined of an empty list. */
const pick = <Element>(list: readonly Element[], at: number): Element | undefined =>
  list.length === 0 ? undefined : list[at % list.length];

/** Does something that may die at a place; who died is started anew. Errors of the App are its own to survive. */
async function dying({ points }: Real, place: number | null, act: () => Promise<unknown>): Promise<void> {
  if (place !== null) points.dieAt(place);
  try {
    await act();
  } catch (error) {
    const isDeath = points.revive();
    if (!isDeath && !(error instanceof Crash)) throw error;
  }
  points.revive();
}

const index = fc.nat(20);
/** Most commands survive; the others die early or late. */
const place = fc.option(fc.nat(25), { freq: 3 });

/** For commands that do much. */
const deepPlace = fc.option(fc.nat(150), { freq: 3 });

const due = async ({ jobs, now }: World) =>
  (await jobs.waiting()).filter(({ startAfter }) => startAfter <= now());

const merge = fc
  .record({ isIgnored: fc.boolean(), hasWebhook: fc.integer({ min: 0, max: 3 }).map((n) => n > 0) })
  .map((options) =>
    command(
      `merge(${options.isIgnored ? 'ignored' : ''}${options.hasWebhook ? '' : ' silent'})`,
      ({ world }) => world.merge(options),
    ),
  );
const relabel = index.map((at) =>
  command(`relabel(${at})`, ({ world }) => {
    const pull = pick(world.pulls, at);
    if (pull) world.relabel(pull);
  }),
);
const rename = fc
  .boolean()
  .map((hasWebhook) =>
    command(`rename(${hasWebhook ? '' : 'silent'})`, ({ world }) => world.rename({ hasWebhook })),
  );
/** Any webhook at any time, so that they come twice, late and out of order. */
const deliver = fc.tuple(index, place).map(([at, death]) =>
  command(`deliver(${at}, ${death})`, async (real) => {
    const webhook = pick(real.world.webhooks, at);
    if (webhook) await dying(real, death, () => real.world.deliver(webhook)).catch(() => undefined);
  }),
);
const runJob = fc.tuple(index, place).map(([at, death]) =>
  command(`job(${at}, ${death})`, async (real) => {
    const job = pick(await due(real.world), at);
    if (job) await dying(real, death, () => real.world.jobs.run(job, real.world.handlers));
  }),
);
const advance = fc
  .constantFrom(5_000, 40_000, 180_000, 1_200_000, 7_200_000)
  .map((ms) => command(`advance(${ms / 1000} s)`, ({ world }) => world.advance(ms)));
const endRun = fc
  .tuple(index, fc.constantFrom<RunEnd>('well', 'well', 'well', 'failed', 'silent', 'late'))
  .map(([at, end]) =>
    command(`end(${at}, ${end})`, ({ world }) => {
      const run = pick(
        world.github.runs.filter(({ status }) => status === 'queued'),
        at,
      );
      if (run) world.endRun(run, end);
    }),
  );
const callBack = fc.tuple(index, place).map(([at, death]) =>
  command(`callBack(${at}, ${death})`, async (real) => {
    const mail = pick(real.world.mail, at);
    if (mail) await dying(real, death, () => real.world.callBack(mail));
  }),
);
/** Everything that is due, and what that makes due. */
const work = deepPlace.map((death) =>
  command(`work(${death})`, (real) =>
    dying(real, death, () => real.world.jobs.drain(real.world.handlers, real.world.now)),
  ),
);
const deliverAll = deepPlace.map((death) =>
  command(`deliver all(${death})`, (real) =>
    dying(real, death, async () => {
      for (const webhook of real.world.webhooks)
        if (!webhook.isAcknowledged) await real.world.deliver(webhook);
    }).catch(() => undefined),
  ),
);
const callBackAll = deepPlace.map((death) =>
  command(`call back all(${death})`, (real) =>
    dying(real, death, async () => {
      for (const mail of real.world.mail) if (!mail.isAnswered) await real.world.callBack(mail);
    }),
  ),
);
const sweep = fc
  .tuple(fc.constantFrom('tick', 'reconcile'), place)
  .map(([name, death]) =>
    command(`${name}(${death})`, (real) =>
      dying(real, death, () =>
        name === 'tick' ? real.world.handlers.tick({}) : real.world.handlers.reconcile({}),
      ),
    ),
  );
const dispatchMode = fc.constantFrom<DispatchMode>('started', 'lost answer', 'lost request').map((mode) =>
  command(`dispatch: ${mode}`, ({ world }) => {
    world.dispatchMode = mode;
  }),
);
const slackMode = fc.constantFrom<SlackMode>('ok', 'lost answer', 'unreachable', 'busy').map((mode) =>
  command(`slack: ${mode}`, ({ world }) => {
    world.slackMode = mode;
  }),
);

/**
 * What may happen, often what happens often: with single steps alone, few stories would come as far as a second
 * callback.
 */
export const anyCommands = fc.commands(
  [
    merge,
    merge,
    deliver,
    deliverAll,
    deliverAll,
    runJob,
    work,
    work,
    work,
    advance,
    advance,
    endRun,
    endRun,
    endRun,
    callBack,
    callBackAll,
    callBackAll,
    relabel,
    rename,
    sweep,
    dispatchMode,
    slackMode,
  ],
  { maxCommands: 150, size: 'max' },
);
