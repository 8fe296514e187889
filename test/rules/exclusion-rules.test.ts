import { expect, test } from 'vitest';
import type { Change } from '../../action/sources/source.ts';
import { exclusionRules } from '../../rules/exclusion-rules.ts';
import { rulesNeedPaths } from '../../action/window/rules-need-paths.ts';
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
