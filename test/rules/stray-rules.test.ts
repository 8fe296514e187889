import { expect, test } from 'vitest';
import { strayRules } from '../../rules/stray-rules.ts';

test.each([
  '.github/zenpulse.yaml',
  '.github/ZenPulse.yml',
  '.github/.zenpulse.yml',
  '.github/zen-pulse.yml',
  '.github/zenpulse.json',
  'zenpulse.yml',
  '.zenpulse.yaml',
])('%s is told from the rules', (path) => {
  expect(strayRules(['README.md', path])).toEqual([
    `${path} is not read; rename it to .github/zenpulse.yml.`,
  ]);
});

test('beside the rules a second file is told to go', () => {
  expect(strayRules(['zenpulse.yml', '.github/zenpulse.yml', '.github/zenpulse.yaml'])).toEqual([
    '.github/zenpulse.yaml is not read beside .github/zenpulse.yml; delete it, or move its rules there.',
    'zenpulse.yml is not read beside .github/zenpulse.yml; delete it, or move its rules there.',
  ]);
});

test('the rules, rules of one package and the workflow are where they belong', () => {
  const paths = [
    '.github/zenpulse.yml',
    '.github/zenpulse-shop.yml',
    '.github/workflows',
    '.zenpulse',
    'zenpulse.md',
  ];

  expect(strayRules(paths)).toEqual([]);
});
