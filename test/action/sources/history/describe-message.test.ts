import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeMessage } from '../../../../action/sources/history/describe-message.ts';

const sha = 'a'.repeat(40);

test.each([
  ['feat: gifts (#12)', { title: 'feat: gifts', pull: { number: 12, form: 'squash' } }],
  [
    'feat: gifts (#11) (#12)\r\n\r\nbody',
    { title: 'feat: gifts (#11)', pull: { number: 12, form: 'squash' } },
  ],
  ['(#12)', { title: '', pull: { number: 12, form: 'squash' } }],
  [
    'Merge pull request #13 from ada/fix\n\nfix: totals\n\nLong text.',
    { title: 'fix: totals', pull: { number: 13, form: 'merge' } },
  ],
  ['Merge pull request #13 from ada/fix', { isUntitledMerge: true, pull: { number: 13, form: 'merge' } }],
  [
    'Auto merge of #14 - ada:fix, r=grace\n\nFix totals',
    { title: 'Fix totals', pull: { number: 14, form: 'merge' } },
  ],
  [
    'fs: fix\n\nPR-URL: https://github.com/acme/shop/pull/15\nReviewed-By: Grace',
    { title: 'fs: fix', pull: { number: 15, form: 'trailer' } },
  ],
  ['Fixes (#12) in the middle', { pull: null }],
  ['Fixes #12', { pull: null }],
  ['A list\n\n- one (#12)', { pull: null }],
  ['feat: gifts (#0)', { pull: null }],
  ['feat: gifts (#12345678901)', { pull: null }],
  ['', { title: '', pull: null }],
])('%j says %j', (message, expected) => {
  expect(describeMessage(message)).toMatchObject(expected);
});

test.each([
  [
    `Revert "feat: gifts (#12)" (#34)\n\nThis reverts commit ${sha}.`,
    { commit: sha, number: 12, title: 'feat: gifts' },
  ],
  ['Revert "feat: gifts" (#34)\n\nReverts acme/shop#12', { commit: null, number: 12, title: 'feat: gifts' }],
  [
    `Reapply "feat: gifts (#12)" (#34) (#35)\n\nThis reverts commit ${sha}.`,
    { commit: sha, number: 34, title: 'Revert "feat: gifts"' },
  ],
  [
    `Revert "Merge pull request #13 from ada/fix"\n\nThis reverts commit ${sha}, reversing\nchanges made to ${'b'.repeat(40)}.`,
    { commit: sha, number: 13 },
  ],
  [
    'Merge pull request #34 from acme/revert-12\n\nRevert "feat: gifts"',
    { number: null, title: 'feat: gifts' },
  ],
  [`feat: gifts\n\nA body that quotes: This reverts commit ${sha}.`, null],
])('%j takes back %j', (message, expected) => {
  const { reverts } = describeMessage(message);
  if (expected === null) expect(reverts).toBeNull();
  else expect(reverts).toMatchObject(expected);
});

test.each([
  ["Merge branch 'main' of https://github.com/acme/shop", 'main'],
  ["Merge branch 'develop' of github.com:acme/shop into develop", 'develop'],
  ["Merge remote-tracking branch 'origin/release/1.x' into release/1.x", 'release/1.x'],
  ["Merge branch 'work'", null],
  ["Merge branch 'work' into main", null],
  ['Merge pull request #13 from acme/main', null],
])('%j pulls %j', (message, expected) => {
  expect(describeMessage(message).pulledBranch).toBe(expected);
});

test.each([
  ['feat!: pages', true],
  ['feat: pages\n\nBREAKING CHANGE: all moved', true],
  ['feat: pages\n\nBREAKING-CHANGE: all moved', true],
  ['feat: pages\n\nNo breaking change: nothing moved', false],
])('%j is breaking: %s', (message, expected) => {
  expect(describeMessage(message).isBreaking).toBe(expected);
});

test('any number found is one that a pull request can have', () => {
  const message = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.string(), fc.bigInt({ min: 0n, max: 10n ** 25n }))
      .map(([text, number]) => `${text} (#${number})`),
    fc.bigInt({ min: 0n, max: 10n ** 25n }).map((number) => `Merge pull request #${number} from a/b`),
    fc.bigInt({ min: 0n, max: 10n ** 25n }).map((number) => `x\n\nPR-URL: #${number}`),
  );
  fc.assert(
    fc.property(message, (text) => {
      const { pull } = describeMessage(text);
      return pull === null || /^[1-9]\d{0,9}$/.test(String(pull.number));
    }),
    { numRuns: 2000 },
  );
});

test('a hostile message of a megabyte is read in time', () => {
  const long = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  const start = performance.now();
  for (const message of [
    `a${long(' ')}b`,
    long('(#1 '),
    `x\n\n${long('PR-URL: #1\n x')}`,
    `x\n\nPR-URL: https://${long('/pull/')}`,
    `Revert "a${long(' ')}b"`,
    `Revert ${long('"')}`,
    long('Revert "'),
  ])
    describeMessage(message);
  expect(performance.now() - start).toBeLessThan(1_000);
});
