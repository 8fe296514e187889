import { expect, test } from 'vitest';
import { authorRule } from '../../rules/author-rule.ts';

const isMeant = (rule: string, login: string | null, name: string | null = null) =>
  authorRule([rule])({ login, name }) === rule;

test.each([
  ['dependabot', 'dependabot[bot]'],
  ['Dependabot[bot]', 'dependabot[bot]'],
  ['app/dependabot', 'dependabot[bot]'],
  ['Copilot', 'copilot-swe-agent[bot]'],
  ['copilot-swe-agent', 'Copilot'],
  ['copilot-swe-agent[bot]', 'Copilot'],
  ['app/copilot-swe-agent', 'Copilot'],
  ['ada', 'Ada'],
  ['ada', 'ada'],
  ['\u200bada', 'ada'],
])('a rule %s means the account %s', (rule, login) => {
  expect(isMeant(rule, login)).toBe(true);
});

test.each([
  ['dependabot[bot]', 'dependabot'],
  ['app/dependabot', 'dependabot'],
  ['ada', 'ada-l'],
  ['Copilot', 'copilots'],
])('a rule %s does not mean the account %s', (rule, login) => {
  expect(isMeant(rule, login)).toBe(false);
});

test('a display name leaves out nobody whose login is known', () => {
  expect(isMeant('dependabot', 'mallory', 'dependabot')).toBe(false);
  expect(isMeant('Ada Lovelace', 'ada', 'Ada Lovelace')).toBe(false);
});

test('a name counts where it is all that is known, with the mark of a bot and without', () => {
  expect(isMeant('Ada Lovelace', null, 'ada  lovelace')).toBe(true);
  expect(isMeant('renovate[bot]', null, 'renovate')).toBe(true);
  expect(isMeant('renovate', null, 'renovate[bot]')).toBe(true);
});

test('a rule that shows nothing means nobody', () => {
  expect(authorRule(['\u200b', '[bot]'])({ login: null, name: '\u200b' })).toBeUndefined();
});
