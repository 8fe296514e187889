import { expect, onTestFinished, test } from 'vitest';
import { addRepository } from '../../../github/state/github-state.ts';
import { startGitHub } from '../../../github/github-server.ts';
import { mergePull } from '../../../github/state/merge-pull.ts';
import { openPull } from '../../../github/state/open-pull.ts';
import { push } from '../../../github/state/push.ts';
import { placeTag } from '../../../github/state/refs.ts';
import { always, numbers, pull, pushes, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub, sourceAt, storyEnd } from './hub-story.ts';
import { read } from './pulse-over-hub.ts';

const release = tags('v1.0.0..v1.1.0');
const both = [release, always];

/** A GitHub where pull requests are opened and merged as people do, tagged v1.0.0 at its start. */
async function liveHub() {
  const github = await startGitHub({ now: () => Date.parse(storyEnd) });
  onTestFinished(() => github.close());
  const { state } = github;
  addRepository(state, 'acme/shop');
  push(state, 'acme/shop', 'Initial commit', { at: '2026-11-01T09:00:00Z' });
  placeTag(state, 'acme/shop', 'v1.0.0');
  return { github, state, source: sourceAt(github) };
}

test('rebased commits are one pull request, none of them a direct push', async () => {
  const history = startedHistory();
  const made = history.rebase(14, ['docs: one', 'docs: two', 'docs: three'], { title: 'All the docs' });
  history.commit('Fix a typo');
  history.tag('v1.1.0');
  const { source, repo } = await onGitHub(history);

  for (const window of both) {
    const reading = await read(source, window);
    expect(numbers(reading)).toEqual([14]);
    expect(pushes(reading).at(-1)).toBe('Fix a typo');
    expect(pushes(reading)).not.toContain('docs: one');
    expect(pull(reading, 14)).toMatchObject({ title: 'All the docs', commit: repo.sha(made[2]!) });
  }
});

test('a rebase keeps old authored dates; the time of the merge counts', async () => {
  const { state, source } = await liveHub();
  const { number } = openPull(state, 'acme/shop', {
    title: 'feat: written long ago',
    commits: ['one', 'two'],
    at: '2025-01-01T00:00:00Z',
  });
  mergePull(state, 'acme/shop', number, { how: 'rebase', at: '2026-11-10T00:00:00Z' });
  placeTag(state, 'acme/shop', 'v1.1.0');

  for (const window of both) {
    const reading = await read(source, window);
    expect(numbers(reading)).toEqual([number]);
    expect(pushes(reading).filter((title) => title !== 'Initial commit')).toEqual([]);
    expect(pull(reading, number).at).toBe('2026-11-10T00:00:00Z');
  }
});

test('a squash of several commits is told from a rebase of as many', async () => {
  const { state, source } = await liveHub();
  const commits = ['wip', 'more', 'done'];
  push(state, 'acme/shop', 'pushed before', { at: '2026-11-02T00:00:00Z' });
  const squashed = openPull(state, 'acme/shop', {
    title: 'feat: squashed',
    commits,
    at: '2026-11-03T00:00:00Z',
  });
  mergePull(state, 'acme/shop', squashed.number, { how: 'squash', at: '2026-11-04T00:00:00Z' });
  push(state, 'acme/shop', 'pushed between', { at: '2026-11-05T00:00:00Z' });
  const rebased = openPull(state, 'acme/shop', {
    title: 'feat: rebased',
    commits,
    at: '2026-11-06T00:00:00Z',
  });
  mergePull(state, 'acme/shop', rebased.number, { how: 'rebase', at: '2026-11-07T00:00:00Z' });
  push(state, 'acme/shop', 'pushed after', { at: '2026-11-08T00:00:00Z' });
  placeTag(state, 'acme/shop', 'v1.1.0');

  for (const window of both) {
    const reading = await read(source, window);
    expect(numbers(reading)).toEqual([squashed.number, rebased.number]);
    expect(pushes(reading).filter((title) => title !== 'Initial commit')).toEqual([
      'pushed before',
      'pushed between',
      'pushed after',
    ]);
  }
});

test('a rebase that left empty commits out does not swallow the pull request before it', async () => {
  const { state, source } = await liveHub();
  const before = openPull(state, 'acme/shop', { title: 'feat: before', at: '2026-11-02T00:00:00Z' });
  mergePull(state, 'acme/shop', before.number, { at: '2026-11-03T00:00:00Z' });
  const rebased = openPull(state, 'acme/shop', {
    title: 'feat: rebased',
    commits: ['one', 'two'],
    at: '2026-11-04T00:00:00Z',
  });
  mergePull(state, 'acme/shop', rebased.number, { how: 'rebase', at: '2026-11-05T00:00:00Z' });
  // Two commits of the branch changed nothing any more.
  rebased.commits.unshift(...before.commits, ...before.commits);
  placeTag(state, 'acme/shop', 'v1.1.0');

  for (const window of both)
    expect(numbers(await read(source, window))).toEqual([before.number, rebased.number]);
});

test('a merge commit brings its branch, and what the branch took in from main stays its own', async () => {
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
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);

  for (const window of both) {
    const reading = await read(source, window);
    expect(numbers(reading)).toEqual([12, 13]);
    expect(pushes(reading).filter((title) => title !== 'Initial commit')).toEqual([]);
  }
});

test('a foxtrot merge hides nothing', async () => {
  const history = startedHistory();
  const old = history.tip();
  history.squash(12, 'feat: a');
  history.mergePull(13, 'feat: b', { commits: ['one', 'two'] });
  history.foxtrot({ since: old, commits: ['own work'] });
  history.squash(14, 'feat: c');
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);

  for (const window of both) {
    const reading = await read(source, window);
    expect(new Set(numbers(reading))).toEqual(new Set([12, 13, 14]));
    expect(pushes(reading).filter((title) => title !== 'Initial commit')).toEqual(['own work']);
  }
});

test('an old pull request without a merge commit is known by the commit that names it', async () => {
  const history = startedHistory();
  const squash = history.squash(12, 'feat: squashed');
  const merge = history.mergePull(13, 'fix: merged', { commits: ['a', 'b'] });
  history.tag('v1.1.0');
  const { github, source, repo } = await onGitHub(history);
  const [repository] = github.state.repositories.values();
  for (const each of repository?.pulls.values() ?? []) each.mergeCommit = null;

  for (const window of both) {
    const reading = await read(source, window);
    expect(numbers(reading)).toEqual([12, 13]);
    expect(pushes(reading).filter((title) => title !== 'Initial commit')).toEqual([]);
    expect([pull(reading, 12).commit, pull(reading, 13).commit]).toEqual([repo.sha(squash), repo.sha(merge)]);
  }
});
