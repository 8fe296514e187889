import { expect, test } from 'vitest';
import { repositoryFile } from '../../contract/repository-file.ts';
import type { RuleSubject } from '../../rules/exclusion-rules.ts';
import { type LookedAt, unmatchedRules } from '../../rules/unmatched-rules.ts';

const gifts: RuleSubject = {
  number: 12,
  title: 'feat: gifts',
  author: { login: 'ada', name: 'Ada Lovelace' },
  labels: ['Shop'],
};
const lookedAt: LookedAt = {
  subjects: [gifts],
  paths: ['packages/shop/a.ts', 'README.md'],
  labelsKnown: true,
};

const unmatched = (rules: object, more: Partial<LookedAt> = {}) =>
  unmatchedRules(repositoryFile.parse(rules), { ...lookedAt, ...more });

test('rules of every kind that matched nothing are named in the order of the file', () => {
  const rules = {
    includes: { paths: ['packages/shop', 'packages/shoop'] },
    excludes: {
      titles: ['^feat', '^Feat'],
      paths: ['docs', '*.md'],
      authors: ['ada', 'renovate'],
      labels: ['shop', 'wip'],
    },
  };

  expect(unmatched(rules)).toEqual([
    'excludes.labels "wip"',
    'excludes.authors "renovate"',
    'excludes.titles "^Feat"',
    'excludes.paths "docs"',
    'includes.paths "packages/shoop"',
  ]);
});

test('a rule behind another one that decided has matched all the same', () => {
  expect(unmatched({ excludes: { labels: ['shop'], authors: ['ada'], titles: ['gifts'] } })).toEqual([]);
});

test('a path that left out nothing by itself has matched', () => {
  expect(unmatched({ excludes: { paths: ['*.md'] } })).toEqual([]);
});

test('the default labels are nobody’s rules, written or not', () => {
  expect(unmatched({})).toEqual([]);
  expect(unmatched({ excludes: { labels: ['zenpulse:ignore', 'wip'] } })).toEqual(['excludes.labels "wip"']);
});

test('of labels nothing is said where they are not known', () => {
  expect(unmatched({ excludes: { labels: ['wip'] } }, { labelsKnown: false })).toEqual([]);
});

test('a rule shows nothing hidden where it is named', () => {
  expect(unmatched({ excludes: { titles: ['wip\u001B\u202E'] } })).toEqual(['excludes.titles "wip"']);
});
