import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revertTitle, unwrapReverts } from '../../../contract/reading/revert-title.ts';
import { seenText } from '../../../contract/reading/visible-text.ts';

test.each([
  ['Revert "feat: gifts"', 'revert', 'feat: gifts', null],
  ['Revert "feat: gifts (#12)"', 'revert', 'feat: gifts', 12],
  ['Revert "feat: gifts (#12)" (#34)', 'revert', 'feat: gifts', 12],
  ['revert “feat: gifts”', 'revert', 'feat: gifts', null],
  ['Revert "Merge pull request #13 from ada/fix"', 'revert', 'Merge pull request #13 from ada/fix', 13],
  ['Revert "Revert "feat: gifts (#12)" (#34)"', 'revert', 'Revert "feat: gifts (#12)"', 34],
  ['Reapply "feat: gifts (#12)" (#34)', 'reapply', 'feat: gifts', 34],
  ['Reapply "feat: gifts (#12)"', 'reapply', 'feat: gifts', null],
  ['revert: feat: gifts (#12)', 'revert', 'feat: gifts', 12],
  ['revert(ui)!: feat: gifts', 'revert', 'feat: gifts', null],
  ['Revert "say "hi" (#0)"', 'revert', 'say "hi" (#0)', null],
])('%s', (title, action, subject, number) => {
  expect(revertTitle(title)).toEqual({ action, subject, number });
});

test.each(['Revert the theme', 'feat: revert "x"', 'Reverted "x"', 'Revert""', 'revert:', ''])(
  '%j takes nothing back',
  (title) => {
    expect(revertTitle(title)).toBeNull();
  },
);

test.each([
  ['feat: gifts', 'plain', 'feat: gifts'],
  ['Revert "feat: gifts"', 'reverted', 'feat: gifts'],
  ['Revert "Revert "feat: gifts""', 'brought back', 'feat: gifts'],
  ['Reapply "feat: gifts"', 'brought back', 'feat: gifts'],
  ['Revert "Reapply "feat: gifts""', 'reverted', 'feat: gifts'],
  ['revert: Revert "revert: feat: gifts"', 'reverted', 'feat: gifts'],
])('%s leaves it %s', (title, state, subject) => {
  expect(unwrapReverts(title)).toEqual({ state, subject });
});

test('reverts nested to any depth come out by turns', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), (depth) => {
      const title = 'Revert "'.repeat(depth) + 'x' + '"'.repeat(depth);
      const expected = depth === 0 ? 'plain' : depth % 2 === 1 ? 'reverted' : 'brought back';
      return unwrapReverts(title).state === expected;
    }),
  );
});

test('the revert of any title names that title and its number', () => {
  const title = fc
    .string()
    .map(seenText)
    .filter((text) => text !== '' && !/\(#\d+\)$/.test(text) && !text.startsWith('Merge pull'));
  fc.assert(
    fc.property(title, fc.integer({ min: 1, max: 9_999_999 }), (text, number) => {
      const read = revertTitle(`Revert "${text} (#${number})"`);
      return read?.subject === text && read.number === number;
    }),
  );
});

test('a hostile title is read in time', () => {
  const start = performance.now();
  for (const title of [
    `Revert "a${' '.repeat(500_000)}b"`,
    'Revert "'.repeat(2_000),
    `Revert "${'(#1'.repeat(200_000)}"`,
  ])
    unwrapReverts(title);
  expect(performance.now() - start).toBeLessThan(1_000);
});
