import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../action/sources/source.ts';
import { exclusionRules } from '../../rules/exclusion-rules.ts';
import { rulesNeedPaths } from '../../action/window/rules-need-paths.ts';
import { readRepositoryFile } from '../../rules/read-repository-file.ts';
import { repositoryFile } from '../../contract/repository-file.ts';

const change = (more: Partial<Change> = {}): Change => ({
  number: 12,
  commit: 'a'.repeat(40),
  aliases: [],
  rebased: [],
  title: 'feat: gifts',
  author: { login: 'ada', name: 'Ada Lovelace' },
  at: '2026-11-01T00:00:00Z',
  url: null,
  labels: null,
  isBreaking: false,
  reverts: null,
  ...more,
});

const decide = (rules: object, more: Partial<Change> = {}, paths: string[] = [], ignored: number[] = []) =>
  exclusionRules(repositoryFile.parse(rules), ignored)(change(more), paths);

test('labels count in any case, the default ones without a rule', () => {
  expect(decide({}, { labels: ['Skip-Changelog'] })).toEqual({
    code: 'label',
    detail: 'label Skip-Changelog',
  });
  expect(decide({ excludes: { labels: ['wip'] } }, { labels: ['skip-changelog'] })).toBeNull();
});

test('a bot is meant with and without its suffix, from either side', () => {
  const bot = { author: { login: 'renovate[bot]', name: 'Renovate' } };

  expect(decide({ excludes: { authors: ['renovate'] } }, bot)?.code).toBe('author');
  expect(decide({ excludes: { authors: ['Renovate[bot]'] } }, bot)?.code).toBe('author');
  expect(decide({ excludes: { authors: ['reno'] } }, bot)).toBeNull();
});

test('the most specific reason is given', () => {
  const rules = { excludes: { authors: ['ada'], titles: ['gifts'], paths: ['**'] } };
  const codes = [
    decide(rules, { labels: ['skip-changelog'] }, ['a'], [12]),
    decide(rules, { labels: ['skip-changelog'] }, ['a']),
    decide(rules, {}, ['a']),
    decide(rules, { author: { login: 'bob', name: 'Bob' } }, ['a']),
    decide(rules, { author: { login: 'bob', name: 'Bob' }, title: 'x' }, ['a']),
  ].map((reason) => reason?.code);

  expect(codes).toEqual(['ignored_prs', 'label', 'author', 'title', 'path']);
});

test('a number to ignore is no reason to leave a direct push out', () => {
  expect(decide({}, { number: null }, [], [12])).toBeNull();
});

test('hidden files count in globs', () => {
  expect(
    decide({ excludes: { paths: ['.github/**', '**/*.md'] } }, {}, ['.github/a.yml', 'x/.y/z.md'])?.code,
  ).toBe('path');
});

test('a title pattern takes linear time', () => {
  const start = performance.now();
  decide({ excludes: { titles: ['^(a+)+$'] } }, { title: `${'a'.repeat(50_000)}b` });

  expect(performance.now() - start).toBeLessThan(1_000);
});

test('a reason never carries what a terminal acts on', () => {
  const reasons = [
    decide({ excludes: { authors: ['ad\u001B[31ma'] } }, { author: { login: null, name: 'ad\u001B[31ma' } }),
    decide({ excludes: { titles: ['gifts|\u202E'] } }),
    decide({ excludes: { labels: ['x\u0007'] } }, { labels: ['x\u0007'] }),
  ];

  expect(reasons.map((reason) => reason?.detail)).toEqual([
    'author rule ad[31ma',
    'title rule gifts|',
    'label x',
  ]);
});

test('paths are read only for rules that ask for them', () => {
  const needs = (rules: object) => rulesNeedPaths(repositoryFile.parse(rules));

  expect([needs({}), needs({ excludes: { paths: ['a'] } }), needs({ includes: { paths: ['a'] } })]).toEqual([
    false,
    true,
    true,
  ]);
});

test.each([
  ['a zero-width space', '\u200bembargo: layoffs'],
  ['a byte order mark', '\ufeffembargo: layoffs'],
  ['a soft hyphen', 'em\u00adbargo: layoffs'],
  ['tag characters', 'embargo\u{e0061}\u{e0062}: layoffs'],
  ['a change of direction', '\u202dembargo\u202c: layoffs'],
  ['a variation selector', 'embargo\ufe0f: layoffs'],
  ['white space', '\t \u00a0embargo: layoffs'],
  ['full-width characters', 'ｅｍｂａｒｇｏ： layoffs'],
  ['a revert around it', 'Revert "embargo: layoffs (#4)"'],
  ['a revert around it, hidden', '\u200bRevert "\u200bembargo: layoffs"'],
])('a title rule sees through %s', (_, title) => {
  expect(decide({ excludes: { titles: ['^embargo:'] } }, { title })?.detail).toBe('title rule ^embargo:');
});

test('a title rule compares accents however they are composed, and full width as it stands', () => {
  expect(decide({ excludes: { titles: ['^Réserve'] } }, { title: 'Re\u0301serve' })?.code).toBe('title');
  expect(decide({ excludes: { titles: ['^Re\u0301serve'] } }, { title: 'Réserve' })?.code).toBe('title');
  expect(decide({ excludes: { titles: ['^（仮）'] } }, { title: '（仮）新機能' })?.code).toBe('title');
});

test('a title rule with hidden code points means what is seen of it, and nothing where nothing is', () => {
  expect(decide({ excludes: { titles: ['\ufeff^embargo:'] } }, { title: 'embargo: x' })?.code).toBe('title');
  expect(decide({ excludes: { titles: ['\u200b'] } }, { title: 'feat: gifts' })).toBeNull();
});

test('an expression that is none without its hidden code points is refused with the file', async () => {
  const text = "excludes:\n  titles: ['\u200b*embargo']\n";

  await expect(readRepositoryFile([{ text, source: 'rules' }])).rejects.toThrow(/excludes\.titles/);
});

test('a title rule minds what a runner would obey as its author wrote it', () => {
  expect(decide({ excludes: { titles: ['^::'] } }, { title: '::core: x' })?.code).toBe('title');
});

test('labels count as they are seen', () => {
  for (const label of ['skip\u200b-changelog', ' Skip-Changelog ', 'ｓｋｉｐ-changelog'])
    expect(decide({}, { labels: [label] })?.code).toBe('label');
});

test('no hidden code point in a title, a label or a rule changes a decision', () => {
  const hidden = fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufeff', '\u202e', '\u{e0041}', '\ufe0f');
  const sprinkled = (text: string) =>
    fc
      .array(fc.tuple(fc.nat(text.length), hidden), { maxLength: 6 })
      .map((marks) =>
        marks.reduce((before, [at, mark]) => before.slice(0, at) + mark + before.slice(at), text),
      );
  fc.assert(
    fc.property(
      sprinkled('embargo: layoffs'),
      sprinkled('internal'),
      sprinkled('^embargo'),
      (title, label, rule) => {
        expect(decide({ excludes: { titles: [rule] } }, { title })?.code).toBe('title');
        expect(decide({ excludes: { labels: ['internal'] } }, { labels: [label] })?.code).toBe('label');
      },
    ),
    { numRuns: 200 },
  );
});
