import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, RevertHint } from '../../../action/sources/source.ts';
import { cancelReverts } from '../../../action/window/cancel-reverts.ts';

const sha = (number: number) => number.toString(16).padStart(40, '0');

const change = (
  number: number,
  reverts: Partial<RevertHint> | null = null,
  more: Partial<Change> = {},
): Change => ({
  number,
  commit: sha(number),
  aliases: [],
  rebased: [],
  title: `change ${number}`,
  author: { login: null, name: 'Ada' },
  at: '2026-11-01T00:00:00Z',
  url: null,
  labels: null,
  isBreaking: false,
  reverts: reverts && { commits: [], numbers: [], quoted: null, elsewhere: null, isAll: true, ...reverts },
  ...more,
});

const titled = (title: string, number: number | null = null) => ({ title, number });

/** Numbers that stay. */
function standing(changes: Change[]): number[] {
  const { cancelled } = cancelReverts('acme/shop', changes);
  return changes.filter((each) => !cancelled.has(each)).flatMap(({ number }) => number ?? []);
}

test('a commit decides before a number, a number before a title', () => {
  const [one, two, three] = [change(1), change(2), change(3)];

  expect(
    standing([one, two, three, change(4, { commits: [sha(1)], numbers: [2], quoted: titled('change 3') })]),
  ).toEqual([2, 3]);
  expect(standing([one, two, three, change(4, { numbers: [2], quoted: titled('change 3') })])).toEqual([
    1, 3,
  ]);
  expect(standing([one, two, three, change(4, { quoted: titled('change 3') })])).toEqual([1, 2]);
});

test('a change cannot take back what came after it', () => {
  expect(standing([change(1, { numbers: [2] }), change(2)])).toEqual([1, 2]);
});

test('a change that names itself is not gone', () => {
  expect(standing([change(1, { numbers: [1] })])).toEqual([1]);
});

test('what was taken back twice is gone, and so are both reverts', () => {
  expect(standing([change(1), change(2, { numbers: [1] }), change(3, { numbers: [1] })])).toEqual([]);
});

test('a commit of several that were rebased does not stand for them, the number does', () => {
  const rebased = change(1, null, { rebased: [sha(100), sha(1)] });

  expect(standing([rebased, change(2, { commits: [sha(1)] })])).toEqual([1, 2]);
  expect(standing([rebased, change(2, { numbers: [1] })])).toEqual([]);
});

test('a shortened commit is found, and a start that two share names neither', () => {
  const named = (start: string) => change(4, { commits: [start] });
  const [one, two] = [
    change(1, null, { commit: `abcdef0${'1'.repeat(33)}` }),
    change(2, null, { commit: `abcdef0${'2'.repeat(33)}` }),
  ];

  expect(standing([one, two, named('abcdef01')])).toEqual([2]);
  expect(standing([one, two, named('abcdef0')])).toEqual([1, 2, 4]);
});

test('a revert of all commits of a rebase takes the whole back, of one of them only that one', () => {
  const rebased = change(1, null, { rebased: [sha(100), sha(1)] });

  expect(standing([rebased, change(2, { commits: [sha(100), sha(1)] })])).toEqual([]);
  expect(standing([rebased, change(2, { commits: [sha(100)] })])).toEqual([1, 2]);
});

test('a revert of the merge of several takes all of them back', () => {
  const batch = sha(50);
  const [one, two] = [change(1, null, { commit: batch }), change(2, null, { commit: batch })];

  expect(standing([one, two, change(3, { commits: [batch] })])).toEqual([]);
});

test('a revert of one thing here and one before stays, and what it took back here does not', () => {
  expect(standing([change(1), change(2, { commits: [sha(1), sha(99)] })])).toEqual([2]);
});

test('a revert of two numbers takes both back, and stays where one of them is not here', () => {
  expect(standing([change(1), change(2), change(3, { numbers: [1, 2] })])).toEqual([]);
  expect(standing([change(2), change(3, { numbers: [1, 2] })])).toEqual([3]);
});

test('a revert that does more stays, and what it took back does not', () => {
  expect(standing([change(1), change(2, { commits: [sha(1)], isAll: false })])).toEqual([2]);
});

test('what stands for a change elsewhere stands for it here', () => {
  const picked = change(1, null, { aliases: [sha(77)] });

  expect(standing([picked, change(2, { commits: [sha(77)] })])).toEqual([]);
});

test('a number in the quoted title counts beside a commit from elsewhere only under the same title', () => {
  const hint = (title: string) => ({ commits: [sha(99)], quoted: titled(title, 1) });

  expect(standing([change(1), change(2, hint('Change 1'))])).toEqual([]);
  expect(standing([change(1), change(2, hint('Fix what change 1 broke'))])).toEqual([1, 2]);
});

test('a pull request of another repository takes nothing back here, unless number and title are both ours', () => {
  const hint = { elsewhere: 'acme/engine#1', quoted: titled('use the new engine') };
  const renamed = { elsewhere: 'acme/old-name#1', quoted: titled('change 1') };
  const foreign = change(2, hint);
  const { targets } = cancelReverts('acme/shop', [change(1), foreign]);

  expect(standing([change(1), change(2, hint)])).toEqual([1, 2]);
  expect(targets.get(foreign)).toEqual([{ earlier: 'acme/engine#1' }]);
  expect(standing([change(1), change(2, renamed)])).toEqual([]);
});

test('a revert of something earlier is kept, and says what it meant', () => {
  const [byNumber, byCommit] = [change(4, { numbers: [2] }), change(5, { commits: [sha(3)] })];
  const { cancelled, targets } = cancelReverts('acme/shop', [byNumber, byCommit]);

  expect(cancelled.size).toBe(0);
  expect([targets.get(byNumber), targets.get(byCommit)]).toEqual([
    [{ earlier: 'acme/shop#2' }],
    [{ earlier: sha(3) }],
  ]);
});

test('in a chain of reverts the first change stands exactly when their number is even', () => {
  fc.assert(
    fc.property(fc.nat({ max: 30 }), (length) => {
      const chain = Array.from({ length }, (_, at) => change(at + 2, { commits: [sha(at + 1)] }));
      return standing([change(1), ...chain]).join() === (length % 2 === 0 ? '1' : '');
    }),
  );
});

test('whatever is taken back by whatever, what is gone was reverted by something gone, and each revert gone had a target gone', () => {
  const story = fc.array(fc.option(fc.nat({ max: 12 })), { maxLength: 14 });
  fc.assert(
    fc.property(story, (hints) => {
      const changes = hints.map((target, at) =>
        change(at + 1, target === null ? null : { numbers: [target] }),
      );
      const { cancelled } = cancelReverts('acme/shop', changes);
      const gone = new Set([...cancelled.keys()].map(({ number }) => `acme/shop#${number}`));
      return [...cancelled.values()].every(({ detail }) => gone.has(detail.split(' ').at(-1) ?? ''));
    }),
    { numRuns: 1000 },
  );
});
