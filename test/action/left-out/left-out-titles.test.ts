import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideTitles, leftOutTitles } from '../../../action/left-out/left-out-titles.ts';
import type { Exclusion } from '../../../contract/manifest.ts';
import { manifestOf } from '../../support/manifest-of.ts';

const byRule: Exclusion = { code: 'ignored_prs', detail: 'named in ignored_prs' };

const linesIn = (hidden: string, text: string, shown: string[] = [], excluded = byRule) => [
  ...leftOutTitles(manifestOf([{ title: hidden, excluded }, ...shown.map((title) => ({ title }))]))(text),
];
const tells = (hidden: string, text: string, ...shown: string[]) => linesIn(hidden, text, shown).length > 0;

test.each([
  ['as it is', 'feat: merger with Initech', 'Shipped: merger with Initech today'],
  ['in other case and punctuation', 'feat: merger with Initech', 'The MERGER (with "Initech")'],
  ['with hidden code points', 'feat: merger with Initech', 'merger wi\u200bth Init\u00adech'],
  ['in full width', 'feat: merger with Initech', 'ｍｅｒｇｅｒ with Initech'],
  ['over two lines', 'feat: merger with Initech', 'the merger\nwith Initech'],
  ['without its mark', 'embargo: merger with Initech', 'merger with Initech'],
  ['without a mark in brackets', '[embargo] merger with Initech', 'merger with Initech'],
  ['without its number', 'merger with Initech (#13)', 'merger with Initech'],
  ['as what a revert takes back', 'Revert "merger with Initech"', 'merger with Initech'],
  ['in a sentence without spaces', '従業員削減計画の公開', '今回の従業員削減計画の公開により'],
])('a title that is left out is found %s', (_, hidden, text) => {
  expect(tells(hidden, text)).toBe(true);
});

test.each([
  ['one word', 'feat: Internationalisation', 'Internationalisation'],
  ['a short title', 'fix: a typo', 'This fixes a typo'],
  ['a part of a longer word', 'feat: merger with Init', 'merger with Initech'],
  ['a part of the title', 'feat: merger with Initech', 'the merger with others'],
])('%s is no finding', (_, hidden, text) => {
  expect(tells(hidden, text)).toBe(false);
});

test('a title within one that a report shows tells nothing more', () => {
  const shown = 'chore: update dependencies and the lockfile';

  expect(tells('chore: update dependencies', 'We update dependencies', shown)).toBe(false);
  expect(tells('chore: update dependencies', 'We update dependencies')).toBe(true);
});

test('what a revert cancels hides nothing', () => {
  for (const code of ['reverted', 'reverts'] as const)
    expect(linesIn('feat: merger with Initech', 'merger with Initech', [], { code, detail: '' })).toEqual([]);
});

test('lines that hold a title are taken out with one mark, all others stay', () => {
  const hide = hideTitles(manifestOf([{ title: 'feat: merger with Initech', excluded: byRule }]));

  expect(hide('First\n- merger\n  with Initech\nLast')).toBe('First\n[left out]\nLast');
  expect(hide('Nothing\nof it')).toBe('Nothing\nof it');
});

test('whatever stands around a title, and between its words, it is found', () => {
  const gap = fc.constantFrom(' ', '  ', '\t', '\n', ' - ', '\u00a0', ' "', '\u200b ');
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word), gap, gap, gap, fc.array(word), (before, one, two, three, after) => {
      const text = [before.join(' '), `zebra${two}crossing${three}plans`, after.join(' ')].join(one);
      expect(tells('feat: zebra crossing plans', text)).toBe(true);
    }),
  );
});

test('ten thousand titles that start alike and a megabyte of text take seconds, not minutes', () => {
  const sketches = Array.from({ length: 10_000 }, (_, at) => ({
    title: `fix: the page number ${at}`,
    excluded: byRule,
  }));
  const manifest = manifestOf(sketches);
  const started = performance.now();
  expect(leftOutTitles(manifest)('fix the page '.repeat(80_000)).size).toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
});
