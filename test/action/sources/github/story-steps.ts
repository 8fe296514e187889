import fc from 'fast-check';
import type { GitHistory, StoryCommit } from '../../../git/git-history.ts';
import { startedHistory } from '../git/read-story.ts';

/** One step of a generated story. Numbers of pull requests are given in the order of the steps. */
export type StoryStep =
  | { kind: 'squash' }
  | { kind: 'merge'; commits: number; wording: 'number' | 'title' }
  | { kind: 'push' }
  | { kind: 'tag' }
  /** A branch of its own with pull requests, merged by a plain merge or by a pull request. */
  | { kind: 'side'; squashes: number; pushes: number; by: 'merge' | 'pull' }
  | { kind: 'revert'; of: number; by: 'git' | 'button' | 'push' }
  | { kind: 'reapply'; of: number };

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
);

export const storySteps = fc.array(step, { minLength: 1, maxLength: 9 });

/** Tells a story of the steps; its first commit is v1.0.0, its last v1.99.0, and every tag step a version between. */
export function tellStory(steps: readonly StoryStep[]): { history: GitHistory; tags: string[] } {
  const history = startedHistory();
  const tags = ['v1.0.0'];
  const pulls: StoryCommit[] = [];
  const reverts: StoryCommit[] = [];
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
  for (const given of steps) {
    if (given.kind === 'squash') pulls.push(history.squash(next(), `feat: squashed ${number}`));
    else if (given.kind === 'merge') {
      const commits = Array.from({ length: given.commits }, (_, at) => `part ${at} of ${number + 1}`);
      pulls.push(history.mergePull(next(), `fix: merged ${number}`, { commits, wording: given.wording }));
    } else if (given.kind === 'push') history.commit(`Fix typo ${next()}`);
    else if (given.kind === 'tag') tag(`v1.${tags.length}.0`);
    else if (given.kind === 'side') side(given);
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
  return { history, tags };
}
