import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templateLines } from '../../../../action/sources/history/breaking-mark.ts';
import { describeMessage as describe } from '../../../../action/sources/history/describe-message.ts';

const sha = 'a1'.repeat(20);
const other = 'b2'.repeat(20);

const context = { names: ['acme/shop'], template: new Set<string>() };
const describeMessage = (message: string) => describe(message, context);

/** `12 merge`, `13 listed`: what is named and how. */
const named = (message: string) =>
  describeMessage(message).pulls.map(({ number, form }) => `${number} ${form}`);

test.each([
  ['feat: gifts (#12)', ['12 squash'], 'feat: gifts'],
  ['feat: gifts (#11) (#12)\r\n\r\nbody', ['12 squash'], 'feat: gifts (#11)'],
  ['(#12)', ['12 squash'], ''],
  ['Merge pull request #13 from ada/fix\n\nfix: totals\n\nLong text.', ['13 merge'], 'fix: totals'],
  ['Auto merge of #14 - ada:fix, r=grace\n\nFix totals', ['14 merge'], 'Fix totals'],
  ['Rollup merge of #14 - ada:fix, r=grace\n\nFix totals\n\nLong text.', ['14 merge'], 'Fix totals'],
  ['Merge of #14', ['14 merge'], 'Merge of #14'],
  ['Merge PR #14: Fix totals', ['14 merge'], 'Fix totals'],
  ['Merge PR #14: Fix totals (#9)', ['14 merge'], 'Fix totals (#9)'],
  ['Merge PR #14: Fix totals (#34)', ['34 squash'], 'Merge PR #14: Fix totals'],
  ['Merge pull request #14: Fix totals', ['14 merge'], 'Fix totals'],
  [
    'Merge pull requests #14, #15 and #16',
    ['14 merge', '15 merge', '16 merge'],
    'Merge pull requests #14, #15 and #16',
  ],
  ['merged pull request #14: Fix totals', ['14 merge'], 'Fix totals'],
  ['merge #67490 from trunk', [], 'merge #67490 from trunk'],
  ['Merged #14 into main', ['14 merge'], 'Merged #14 into main'],
  ['Merge #14\n\n14: Fix totals r=grace a=ada\n\nLong text.', ['14 merge'], 'Fix totals'],
  ['fs: fix\n\nPR-URL: https://github.com/acme/shop/pull/15\nReviewed-By: Grace', ['15 trailer'], 'fs: fix'],
  ['fs: fix\n\nPull Request resolved: https://github.com/Acme/Shop/pull/15', ['15 trailer'], 'fs: fix'],
  [
    'PR #15: Fix totals\n\nImported from GitHub PR https://github.com/acme/shop/pull/15',
    ['15 trailer'],
    'PR #15: Fix totals',
  ],
  ['Fix totals\n\nCloses #15 from ada/fix-totals.\n\nAuthored-by: Ada', ['15 trailer'], 'Fix totals'],
  ['Fixes (#12) in the middle', [], 'Fixes (#12) in the middle'],
  ['Fixes #12', [], 'Fixes #12'],
  ['Merge #12 to the parser by hand', [], 'Merge #12 to the parser by hand'],
  ['Fix totals\n\nCloses #15', [], 'Fix totals'],
  ['A list\n\n- one (#12)', [], 'A list'],
  ['feat: gifts (#0)', [], 'feat: gifts (#0)'],
  ['feat: gifts (#12345678901)', [], 'feat: gifts (#12345678901)'],
  ['', [], ''],
])('%j names %j under the title %j', (message, pulls, title) => {
  expect([named(message), describeMessage(message).title]).toEqual([pulls, title]);
});

test('a merge without a title in its body says so', () => {
  expect(describeMessage('Merge pull request #13 from ada/fix').isUntitledMerge).toBe(true);
});

test.each([
  'Merge #12 #13',
  'Merge #12, #13',
  'Merge #12 and #13',
  'Merge PRs #12 & #13',
  'Merge of #12 + #13 into main',
])('%j names both of a batch', (subject) => {
  expect(named(subject)).toEqual(['12 merge', '13 merge']);
});

test('a batch of bors gives each pull request its title and author', () => {
  const { pulls } = describeMessage(
    'Merge #12 #13\n\n12: Fix a=b in the parser r=grace,alan a=ada\n\n13: Fix totals r=grace a=dependabot[bot]',
  );
  expect(pulls.map(({ title, author }) => [title, author])).toEqual([
    ['Fix a=b in the parser', 'ada'],
    ['Fix totals', 'dependabot[bot]'],
  ]);
});

test.each([
  'Rollup of 2 pull requests\n\nSuccessful merges:\n\n - #101 (Fix the parser)\n - #102 (Spell (all) docs)\n\nFailed merges:\n\n - #103 (Not yet)',
  'Rollup of 2 pull requests\n\n- Successful merges: #101, #102\n- Failed merges: #103',
])('a rollup lists what it merged, and not what failed: %j', (body) => {
  expect(named(`Auto merge of #110 - grace:rollup, r=grace\n\n${body}`)).toEqual([
    '110 merge',
    '101 listed',
    '102 listed',
  ]);
});

test('of more than two hundred pull requests in one message the first are read, and all are counted', () => {
  const numbers = Array.from({ length: 230 }, (_, at) => `#${at + 1}`).join(' ');
  const { pulls, namedTotal } = describeMessage(`Merge ${numbers}`);
  expect([pulls.length, namedTotal]).toEqual([200, 230]);
});

test.each([
  'fs: fix\n\nPR-URL: https://github.com/acme/engine/pull/15',
  'fs: fix\n\nPull-Request: acme/engine#15',
  'fs: fix\n\nCloses acme/engine#15 from ada/fix.',
])('%j names a pull request of another repository, and none of this', (message) => {
  expect(named(message)).toEqual([]);
});

test('without a name of its own a repository takes every address for its own', () => {
  const message = 'fs: fix\n\nPR-URL: https://github.com/acme/engine/pull/15';
  expect(describe(message, { ...context, names: [] }).pulls).toHaveLength(1);
});

test.each([
  [`fix: totals\n\n(cherry picked from commit ${sha})`, [sha]],
  [
    `fix: totals\n\n(cherry picked from commit ${sha})\n(cherry picked from commit ${other.toUpperCase()})`,
    [sha, other],
  ],
  ['fix: totals\n\n(backported from commit abc1234)', ['abc1234']],
  ['fix: totals\n\n[cherry picked from https://github.com/acme/shop/commit/abc1234].', ['abc1234']],
  [`fix: totals\n\nIt was (cherry picked from commit ${sha}) once.`, []],
])('%j was picked from %j', (message, expected) => {
  expect(describeMessage(message).pickedFrom).toEqual(expected);
});

const nothing = { commits: [], numbers: [], quoted: null, elsewhere: null, isAll: true };

test.each([
  [
    `Revert "feat: gifts (#12)" (#34)\n\nThis reverts commit ${sha}.`,
    { commits: [sha], quoted: { title: 'feat: gifts', number: 12 } },
  ],
  [
    'Revert "feat: gifts" (#34)\n\nReverts acme/shop#12',
    { numbers: [12], quoted: { title: 'feat: gifts', number: null } },
  ],
  [
    `Reapply "feat: gifts (#12)" (#34) (#35)\n\nThis reverts commit ${sha}.`,
    { commits: [sha], quoted: { title: 'Revert "feat: gifts"', number: 34 } },
  ],
  [
    `Revert "Merge pull request #13 from ada/fix"\n\nThis reverts commit ${sha}, reversing\nchanges made to ${other}.`,
    { commits: [sha], quoted: { title: 'Merge pull request #13 from ada/fix', number: 13 } },
  ],
  [
    'Merge pull request #34 from acme/revert-12\n\nRevert "feat: gifts"',
    { quoted: { title: 'feat: gifts', number: null } },
  ],
  [`Take gifts back (#34)\n\nThis reverts commit ${sha}, for it broke totals.`, { commits: [sha] }],
  [
    `Wrap anew, and in paper (#34)\n\nThis reverts commit ${sha}.\n\nPaper is there since July.\n\nSigned-off-by: Ada`,
    { commits: [sha], isAll: false },
  ],
  [`fix: revert gifts, which broke #9\n\nThis reverts commit ${sha}.\n\nIt was slow.`, { commits: [sha] }],
  [`Take gifts back\n\nThis reverts commit ${sha}.\n\nSigned-off-by: Ada`, { commits: [sha] }],
  [`Take gifts back (#34)\n\nThis reverts commits ${sha} and ${other}.`, { commits: [sha, other] }],
  [`Take gifts back (#34)\n\nThis reverts commits:\n- ${sha}\n- ${other}`, { commits: [sha, other] }],
  [
    `Revert "feat: gifts" (#34)\n\nIt broke totals.\n\nThis reverts merge commit ${sha.slice(0, 9)}.`,
    { commits: [sha.slice(0, 9)], quoted: { title: 'feat: gifts', number: null } },
  ],
  [`Revert ${sha.slice(0, 8)} (#34)`, { commits: [sha.slice(0, 8)] }],
  ['Revert #12 (#34)', { numbers: [12] }],
  [`Backed out changeset ${sha.slice(0, 12)} (bug 9)`, { commits: [sha.slice(0, 12)] }],
  [
    `Backed out 2 changesets (bug 9)\n\nBacked out changeset ${sha}\nBacked out changeset ${other}`,
    { commits: [sha, other] },
  ],
  ['Take gifts back (#34)\n\nReverts #12, #13 and #14.', { numbers: [12, 13, 14] }],
  ['Roll back #12 (#34)', { numbers: [12] }],
  ['Revert #12 ("feat: gifts") (#34)', { numbers: [12] }],
  ['Revert "#9: wrap gifts (#12)" (#34)', { quoted: { title: '#9: wrap gifts', number: 12 } }],
  [`fix: back out gifts (#34)\n\nThey broke totals.\n\nThis reverts commit ${sha}.`, { commits: [sha] }],
  [
    `Revert gifts (#34)\n\nThey broke totals. This reverts commit \`${sha.slice(0, 9)}\`.`,
    {
      commits: [sha.slice(0, 9)],
    },
  ],
  [`Revert gifts (#34)\n\nWhy: totals.\n- Reverts **${sha}**`, { commits: [sha] }],
  ['Take gifts back\n\nReverts changes made in #12', { numbers: [12] }],
  [`Take gifts back\n\nThis reverts https://github.com/acme/shop/commit/${sha}`, { commits: [sha] }],
  ['Take gifts back\n\nReverts https://github.com/acme/shop/pull/12', { numbers: [12] }],
  ['Take the engine back\n\nReverts acme/engine#12', { elsewhere: 'acme/engine#12' }],
  ['Take the engine back\n\nReverts https://github.com/acme/engine/pull/12', { elsewhere: 'acme/engine#12' }],
])('%j takes back %j', (message, expected) => {
  expect(describeMessage(message).reverts).toEqual({ ...nothing, ...expected });
});

test.each([
  `feat: gifts\n\nA body that quotes: This reverts commit ${sha}.`,
  `feat: gifts (#12)\n\n* Add gifts\n\n* Revert "Add gifts"\n\nThis reverts commit ${sha}.\n\n* Add them anew`,
  `Revert "feat: gifts" (#34)\n\nThis partially reverts commit ${sha}.`,
  `Partially revert gifts (#34)\n\nThis reverts commit ${sha}.`,
  `fix: back out parts of gifts (#34)\n\nThis reverts commit ${sha}.`,
  `Backed out by ${sha}`,
  'Roll back to #12',
  `fix: totals (#34)\n\n* Revert ${sha}`,
  `feat: gifts\n\nReverts the default to ten`,
  'Revert defaced pages',
  'feat: gifts\n\nReverted in #12',
])('%j takes nothing back as a whole', (message) => {
  expect(describeMessage(message).reverts).toBeNull();
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
  ['feat: pages\n\nBREAKING CHANGE:\n\nAll moved.', true],
  ['feat: pages\n\nNo breaking change: nothing moved', false],
  ['feat: pages\n\n<!--\nBREAKING CHANGE: say what breaks\n-->', false],
  ['feat: pages\n\n<!-- left open\nBREAKING CHANGE: say what breaks', false],
  ['feat: pages\n\nBREAKING CHANGE: <!-- say what breaks -->\n\nSigned-off-by: Ada <ada@example.com>', false],
  ['feat: pages\n\nBREAKING CHANGE: none', false],
  ['feat: pages\n\nBREAKING CHANGE: N/A', false],
  ['feat: pages\n\nBREAKING CHANGE: _No breaking changes_', false],
  ['feat: pages\n\nBREAKING CHANGE: no page is left', true],
  ['feat: pages\n\n```\nBREAKING CHANGE: how to write it\n```', false],
  ['feat: pages\n\n~~~md\n```\nBREAKING CHANGE: how to write it\n~~~\nBREAKING CHANGE: all moved', true],
])('%j is breaking: %s', (message, expected) => {
  expect(describeMessage(message).isBreaking).toBe(expected);
});

test('a footer that stands in the template of pull requests as it is marks nothing', () => {
  const template = templateLines([
    '## What\n<!-- hints -->\nBREAKING CHANGE: describe what breaks, or delete this\n',
  ]);
  const isBreaking = (footer: string) => describe(`fix: a\n\n${footer}`, { ...context, template }).isBreaking;

  expect(isBreaking('BREAKING CHANGE: describe what breaks, or delete this')).toBe(false);
  expect(isBreaking('BREAKING CHANGE: totals are strings')).toBe(true);
});

test('any number found is one that a pull request can have', () => {
  const message = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.string(), fc.bigInt({ min: 0n, max: 10n ** 25n }))
      .map(([text, number]) => `${text} (#${number})`),
    fc.bigInt({ min: 0n, max: 10n ** 25n }).map((number) => `Merge pull request #${number} from a/b`),
    fc.bigInt({ min: 0n, max: 10n ** 25n }).map((number) => `x\n\nPR-URL: #${number}`),
    fc
      .bigInt({ min: 0n, max: 10n ** 25n })
      .map((number) => `Merge #${number} #7\n\nSuccessful merges: #${number}`),
  );
  fc.assert(
    fc.property(message, (text) => {
      return describeMessage(text).pulls.every(({ number }) => /^[1-9]\d{0,9}$/.test(String(number)));
    }),
    { numRuns: 2000 },
  );
});

test('a hostile message of a megabyte is read in time', () => {
  const long = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  for (const message of [
    `a${long(' ')}b`,
    long('(#1 '),
    `x\n\n${long('PR-URL: #1\n x')}`,
    `x\n\nPR-URL: https://${long('/pull/')}`,
    `Revert "a${long(' ')}b"`,
    `Revert ${long('"')}`,
    long('Revert "'),
    `Revert abc1234${long(' ')}x`,
    `x\n\nThis reverts commits ${long(`${sha}, `)}`,
    `x\n\nReverts ${long('a-')}`,
    `Merge ${long('#1 ')}x`,
    `Merge #1\n\n${long('1: a a=b ')}`,
    `Merge #1\n\n1: ${long(' a=')}`,
    `Auto merge of #1 - a\n\nSuccessful merges:${long(' #1')}`,
    `Auto merge of #1 - a\n\nSuccessful merges:\n${long('- #1 (a)\n')}`,
    `x\n\nBREAKING CHANGE:${long('\n')}`,
    `x\n\n${long('BREAKING CHANGE: none\n')}`,
    `x\n\n${long('BREAKING CHANGE:\n')}`,
    `x\n\nBREAKING CHANGE: ${long('<!--')}`,
    `x\n\nCloses #1 from ${long('a/')}`,
    `x\n\n${long('(cherry picked from commit abc1234)\n')}`,
  ]) {
    const start = performance.now();
    describeMessage(message);
    expect.soft(performance.now() - start, message.slice(0, 40)).toBeLessThan(1_000);
  }
});
