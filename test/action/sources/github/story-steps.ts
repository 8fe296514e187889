import fc from 'fast-check';
import type { GitHistory, StoryCommit } from '../../../git/git-history.ts';
import { startedHistory } from '../git/read-story.ts';
import { type Alteration, closedUnmerged, inFork, withLeftOut } from './alterations.ts';

/** One step of a generated story. Numbers of pull requests are given in the order of the steps. */
export type StoryStep =
  | { kind: 'squash' }
  | { kind: 'merge'; commits: number; wording: 'number' | 'title' }
  | { kind: 'push' }
  | { kind: 'tag' }
  /** A branch of its own with pull requests, merged by a plain merge or by a pull request. */
  | { kind: 'side'; squashes: number; pushes: number; by: 'merge' | 'pull' }
  | { kind: 'revert'; of: number; by: 'git' | 'button' | 'push' }
  | { kind: 'reapply'; of: number }
  /** Merged by a bot; GitHub may not know of the merge. */
  | { kind: 'bot'; how: 'batch' | 'rollup'; pulls: number; isKnown: boolean }
  /** GitHub counts the merges from main that the branch held, and a rebase leaves out. */
  | { kind: 'rebase'; commits: number; leftOut: number }
  /** Words that name a number of another repository, or a fork's pull request with the same commit. */
  | { kind: 'foreign'; how: 'revert' | 'trailer' | 'fork'; of: number }
  /** Merged into a branch of its own and picked to main. */
  | { kind: 'pick'; of: 'squash' | 'merge'; recordOrigin: boolean };

const step: fc.Arbitrary<StoryStep> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('squash' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      commits: fc.integer({ min: 1, max: 3 }),
      wording: fc.constantFrom('number' as const, 'title' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('push' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tag' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('side' as const),
      squashes: fc.integer({ min: 0, max: 2 }),
      pushes: fc.integer({ min: 0, max: 2 }),
      by: fc.constantFrom('merge' as const, 'pull' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('revert' as const),
      of: fc.nat(),
      by: fc.constantFrom('git' as const, 'button' as const, 'push' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reapply' as const), of: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('bot' as const),
      how: fc.constantFrom('batch' as const, 'rollup' as const),
      pulls: fc.integer({ min: 1, max: 3 }),
      isKnown: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rebase' as const),
      commits: fc.integer({ min: 1, max: 3 }),
      leftOut: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('foreign' as const),
      how: fc.constantFrom('revert' as const, 'trailer' as const, 'fork' as const),
      of: fc.nat(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ of: fc.constantFrom('squash' as const, 'merge' as const), recordOrigin: fc.boolean() })
      // Of a commit of a branch only its origin tells the pull request.
      .map(({ of, recordOrigin }) => ({
        kind: 'pick' as const,
        of,
        recordOrigin: recordOrigin || of === 'merge',
      })),
  },
);

export const storySteps = fc.array(step, { minLength: 1, maxLength: 9 });

/** Tells a story of the steps; its first commit is v1.0.0, its last v1.99.0, and every tag step a version between. */
export function tellStory(steps: readonly StoryStep[]): {
  history: GitHistory;
  tags: string[];
  alterations: Alteration[];
} {
  const history = startedHistory();
  const tags = ['v1.0.0'];
  const pulls: StoryCommit[] = [];
  const reverts: StoryCommit[] = [];
  const alterations: Alteration[] = [];
  let number = 10;
  const next = () => (number += 1);
  const tag = (name: string) => {
    history.tag(name);
    tags.push(name);
  };
  const side = (given: Extract<StoryStep, { kind: 'side' }>) => {
    const branch = `side-${next()}`;
    history.branch(branch);
    history.checkout(branch);
    for (let at = 0; at < given.squashes; at += 1) history.squash(next(), `feat: side ${number}`);
    for (let at = 0; at < given.pushes; at += 1) history.commit(`glue ${next()}`);
    if (given.squashes + given.pushes === 0) history.commit(`only ${next()}`);
    history.checkout('main');
    if (given.by === 'merge') history.merge(branch);
    else pulls.push(history.mergePull(next(), `feat: branch ${number}`, { branch }));
  };
  const bot = ({ how, pulls: count, isKnown }: Extract<StoryStep, { kind: 'bot' }>) => {
    const made = Array.from({ length: count }, () => ({ number: next(), title: `fix: by bot ${number}` }));
    if (how === 'batch') history.batch(made);
    else history.rollup(next(), made);
    if (!isKnown) for (const each of made) alterations.push(closedUnmerged(each.number));
  };
  const rebase = ({ commits, leftOut }: Extract<StoryStep, { kind: 'rebase' }>) => {
    const [first = '', ...others] = Array.from({ length: commits }, (_, at) => `part ${at} of ${number + 1}`);
    history.rebase(next(), [first, ...others], { trailer: true });
    alterations.push(withLeftOut(number, leftOut));
  };
  const foreign = ({ how, of }: Extract<StoryStep, { kind: 'foreign' }>) => {
    const named = history.pulls[of % Math.max(1, history.pulls.length)]?.number ?? 5;
    if (how === 'revert')
      history.squash(next(), `Revert "feat: engine ${number}"`, { body: `Reverts acme/engine#${named}` });
    else if (how === 'trailer')
      history.commit(`Import ${next()}`, { body: `PR-URL: https://github.com/acme/engine/pull/${named}` });
    else alterations.push(inFork(named, history.commit(`Work of a fork ${next()}`)));
  };
  const pick = ({ of, recordOrigin }: Extract<StoryStep, { kind: 'pick' }>) => {
    const branch = `release-${next()}`;
    history.branch(branch);
    history.checkout(branch);
    if (of === 'squash') history.squash(number, `fix: picked ${number}`);
    else history.mergePull(number, `fix: picked ${number}`, { commits: [`only part of ${number}`] });
    const tip = history.tip();
    history.checkout('main');
    history.cherryPick(of === 'squash' ? tip : (tip.parents[1] as StoryCommit), { recordOrigin });
  };
  for (const given of steps) {
    if (given.kind === 'squash') pulls.push(history.squash(next(), `feat: squashed ${number}`));
    else if (given.kind === 'merge') {
      const commits = Array.from({ length: given.commits }, (_, at) => `part ${at} of ${number + 1}`);
      pulls.push(history.mergePull(next(), `fix: merged ${number}`, { commits, wording: given.wording }));
    } else if (given.kind === 'push') history.commit(`Fix typo ${next()}`);
    else if (given.kind === 'tag') tag(`v1.${tags.length}.0`);
    else if (given.kind === 'side') side(given);
    else if (given.kind === 'bot') bot(given);
    else if (given.kind === 'rebase') rebase(given);
    else if (given.kind === 'foreign') foreign(given);
    else if (given.kind === 'pick') pick(given);
    else {
      const among = given.kind === 'revert' ? pulls : reverts;
      const target = among[given.of % Math.max(1, among.length)];
      if (!target) continue;
      among.splice(among.indexOf(target), 1);
      if (given.kind === 'reapply') history.reapply(target, { number: next() });
      else if (given.by === 'push') reverts.push(history.revert(target));
      else reverts.push(history.revert(target, { number: next(), by: given.by }));
    }
  }
  tag('v1.99.0');
  return { history, tags, alterations };
}
