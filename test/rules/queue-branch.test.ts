import { expect, test } from 'vitest';
import { queueBranch } from '../../rules/queue-branch.ts';

const sha = 'ab12'.repeat(10);

test.each([
  [`gh-readonly-queue/main/pr-3-${sha}`, 'main'],
  [`gh-readonly-queue/release/1.x/pr-1234-${sha}`, 'release/1.x'],
  [`gh-readonly-queue/pr-1-ab12/pr-3-${sha}`, 'pr-1-ab12'],
  ['gh-readonly-queue/main/something-new', null],
  ['mergify/merge-queue/0123456789', null],
  ['trunk-merge/pr-12/0b1c', null],
])('%s is a branch of a queue that merges into %s', (name, target) => {
  expect(queueBranch(name)).toEqual({ target });
});

test.each(['main', 'queue/main', 'gh-readonly-queue', 'ada/gh-readonly-queue/main/pr-3-ab12', 'mergify/x'])(
  '%s is no branch of a queue',
  (name) => {
    expect(queueBranch(name)).toBeNull();
  },
);
