import { expect, test } from 'vitest';
import { createGitSource } from '../../../../action/sources/git.ts';
import { gitEnvironment } from '../../../git/run-git.ts';
import {
  always,
  numbers,
  pull,
  pushes,
  readRepository,
  readStory,
  startedHistory,
  tags,
  written,
} from './read-story.ts';

const alan = 'Alan Turing <7+alan@users.noreply.github.com>';

test('a squash is one pull request with the title, author and commit of its one commit', async () => {
  const history = startedHistory();
  const squash = history.squash(12, 'feat(ui): add dark mode', { author: alan });
  const repo = await written(history);

  expect(pull(await readRepository(repo.path, always), 12)).toMatchObject({
    title: 'feat(ui): add dark mode',
    author: { login: 'alan', name: 'Alan Turing' },
    commit: repo.sha(squash),
    at: '2026-11-01T10:00:00Z',
    url: 'https://github.com/acme/shop/pull/12',
    labels: null,
  });
});

test('a merge commit takes its title from its body and its author from the branch', async () => {
  const history = startedHistory();
  const merge = history.mergePull(13, 'fix: totals', { commits: ['wip', 'more'], author: alan });
  const repo = await written(history);
  const reading = await readRepository(repo.path, always);

  expect(pull(reading, 13)).toMatchObject({
    title: 'fix: totals',
    author: { login: 'alan' },
    commit: repo.sha(merge),
  });
  expect(pushes(reading)).toEqual(['Initial commit']);
});

test('a merge commit without a body takes the title of the first commit it brought', async () => {
  const history = startedHistory();
  history.branch('work');
  history.checkout('work');
  history.commit('fix: totals');
  history.commit('again');
  history.checkout('main');
  history.merge('work', { message: 'Merge pull request #13 from acme/work' });

  expect(pull(await readStory(history, always), 13).title).toBe('fix: totals');
});

test('a merge commit named `title (#13)` is one pull request, its commits none of their own', async () => {
  const history = startedHistory();
  history.mergePull(13, 'fix: totals', { wording: 'title', commits: ['a', 'b'] });
  const reading = await readStory(history, always);

  expect([numbers(reading), pushes(reading)]).toEqual([[13], ['Initial commit']]);
});

test('commits of a branch that took in main again are not pushed directly', async () => {
  const history = startedHistory();
  history.branch('work');
  history.checkout('work');
  history.commit('work 1');
  history.checkout('main');
  history.squash(12, 'feat: meanwhile');
  history.checkout('work');
  history.merge('main');
  history.commit('work 2');
  history.checkout('main');
  history.mergePull(13, 'feat: work', { branch: 'work' });
  const reading = await readStory(history, always);

  expect([numbers(reading), pushes(reading)]).toEqual([[12, 13], ['Initial commit']]);
});

test('rebased commits with trailers are one pull request; its last commit is the merge commit', async () => {
  const history = startedHistory();
  const made = history.rebase(
    14,
    [
      { subject: 'docs: one', files: ['docs/one.md'] },
      { subject: 'docs: two', files: ['src/two.ts'] },
    ],
    { trailer: true, author: alan },
  );
  const repo = await written(history);
  const source = await createGitSource(repo.path, { environment: { ...gitEnvironment } });
  const reading = await source.read({ window: always, baseBranch: undefined, triggerPulls: [] });
  const change = pull(reading, 14);

  expect(numbers(reading)).toEqual([14]);
  expect(change.commit).toBe(repo.sha(made[1]!));
  expect(await source.changedPaths([change])).toEqual([['docs/one.md', 'src/two.ts']]);
});

test('rebased commits without trailers are told apart as pushed directly', async () => {
  const history = startedHistory();
  history.rebase(14, ['docs: one', 'docs: two']);

  expect(pushes(await readStory(history, always))).toEqual(['Initial commit', 'docs: one', 'docs: two']);
});

test('an octopus merge brings the pull requests and pushes of all its branches', async () => {
  const history = startedHistory();
  for (const [name, number] of [
    ['one', 21],
    ['two', 22],
  ] as const) {
    history.branch(name);
    history.checkout(name);
    history.squash(number, `feat: ${name}`);
    history.commit(`chore: ${name}`);
    history.checkout('main');
  }
  history.merge(['one', 'two']);
  history.tag('v1.1.0');
  const reading = await readStory(history, tags('v1.0.0..v1.1.0'));

  expect(new Set(numbers(reading))).toEqual(new Set([21, 22]));
  expect(new Set(pushes(reading))).toEqual(new Set(['chore: one', 'chore: two']));
});

test('direct pushes are listed apart, each with its commit', async () => {
  const history = startedHistory();
  const push = history.commit('Fix a typo', { author: alan });
  history.squash(12, 'feat: gifts');
  const repo = await written(history);
  const reading = await readRepository(repo.path, always);

  expect(numbers(reading)).toEqual([12]);
  expect(reading.changes[1]).toMatchObject({
    number: null,
    commit: repo.sha(push),
    title: 'Fix a typo',
    url: `https://github.com/acme/shop/commit/${repo.sha(push)}`,
  });
});

test('numbers that no pull request of GitHub can have are no pull requests', async () => {
  const history = startedHistory();
  for (const number of ['0', '007', '99999999999999999999']) history.commit(`feat: odd (#${number})`);
  const reading = await readStory(history, always);

  expect(numbers(reading)).toEqual([]);
  expect(pushes(reading)).toHaveLength(4);
});
