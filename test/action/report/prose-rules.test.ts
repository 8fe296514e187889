import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimedPullCounts, isFitProse } from '../../../action/report/prose-rules.ts';
import { countOf } from '../../../action/report/words.ts';

const unit = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

test.each([
  ['12 pull requests were merged', [12]],
  ['1,234 PRs', [1_234]],
  ['Three pull requests landed', [3]],
  ['twelve merged PRs, two new pull-requests', [12, 2]],
  ['ninety-nine pull requests', [99]],
  ['twenty five smaller pull requests', [25]],
  ['seven other pull requests', [7]],
  ['１２ pull requests', [12]],
])('%s claims %j', (text, counts) => {
  expect(claimedPullCounts(text)).toEqual(counts);
  expect(isFitProse(text)).toBe(false);
});

test.each([
  'Review one pull request at a time.',
  'Version 2 of the checks for pull requests',
  'Node 24 is asked of pull requests',
  'Three fixes and two features in one pull request',
  'The often pull requests came from',
  'Attention, pull requests are checked',
  'A two-step check of pull requests',
  'Twelve PRINTERS can be set up at once',
  'Two hundred and twelve pull requests',
  'Forty-two languages; pull requests are welcome',
])('%s claims nothing', (text) => {
  expect(claimedPullCounts(text)).toEqual([]);
});

test.each(['Make https://evil.test simpler', 'Make ⒣⒯⒯⒫⒮://I simpler', 'Make ： ://I simpler'])(
  '%s holds an address, however its scheme is written',
  (text) => {
    expect(isFitProse(text)).toBe(false);
  },
);

test('a count in the words of reports is read as it was written', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1_000_000 }), (count) => {
      expect(claimedPullCounts(`Yes: ${countOf(count, 'pull request')} from two people.`)).toEqual([count]);
    }),
  ));

test('honest prose that counts anything else passes', () => {
  const noun = fc.constantFrom(
    'fixes',
    'features',
    'breaking changes',
    'commits',
    'people',
    'smaller changes',
  );
  const number = fc.oneof(fc.constantFrom(...unit), fc.nat({ max: 999 }).map(String));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, noun), { minLength: 1, maxLength: 4 }), (parts) => {
      const text = `The week brought ${parts.map((part) => part.join(' ')).join(', ')}.`;
      expect(isFitProse(text)).toBe(true);
    }),
  );
});
