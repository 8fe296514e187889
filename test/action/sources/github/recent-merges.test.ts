import { expect, test } from 'vitest';
import { repositoryOf } from '../../../github/state/github-state.ts';
import { always, numbers, pushes, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { read } from './pulse-over-hub.ts';

const release = tags('v1.0.0..v1.1.0');

test('just-merged pull requests that the index of commits does not know are found by merge commit', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: indexed');
  history.squash(13, 'feat: just now');
  history.rebase(14, ['one', 'two']);
  history.mergePull(15, 'fix: just now too', { commits: ['a', 'b'] });
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history);
  for (const number of [13, 14, 15]) github.state.lagging.add(`acme/shop#${number}`);
  const reading = await read(source, release);

  expect([numbers(reading), pushes(reading), reading.complete]).toEqual([[12, 13, 14, 15], [], true]);
});

test('with an index that knows nothing at all, the list and the messages still tell', async () => {
  const history = startedHistory();
  for (let number = 1; number <= 130; number += 1) history.squash(number, `feat: ${number}`);
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history, { indexLagMs: 10 ** 12 });
  const reading = await read(source, release);

  expect(numbers(reading)).toEqual(Array.from({ length: 130 }, (_, at) => at + 1));
  expect(pushes(reading)).toEqual([]);
  expect(github.requests.every(({ status }) => status === 200)).toBe(true);
});

test('pull requests GitHub links to a commit without merging them, or of elsewhere, do not count', async () => {
  const history = startedHistory();
  history.commit('Fix a typo');
  history.tag('v1.1.0');
  const { github, source, repo } = await onGitHub(history);
  const repository = repositoryOf(github.state, 'acme/shop');
  const tip = (await repo.git('rev-parse', 'main')).trim();
  const template = {
    body: '',
    author: 'ada',
    labels: [],
    milestone: null,
    head: 'x',
    headOid: tip,
    isCrossRepository: false,
    isDraft: false,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    closedAt: null,
    mergedBy: null,
    landed: [],
    files: [],
    commits: [tip],
  };
  repository.pulls.set(50, {
    ...template,
    number: 50,
    title: 'open',
    base: 'main',
    state: 'OPEN',
    mergedAt: null,
    mergeCommit: null,
  });
  repository.pulls.set(51, {
    ...template,
    number: 51,
    title: 'elsewhere',
    base: 'other',
    state: 'MERGED',
    mergedAt: '2026-11-01T00:00:00Z',
    mergeCommit: [...repository.commits.keys()][0] ?? null,
  });
  const reading = await read(source, release);

  expect([numbers(reading), pushes(reading)]).toEqual([[], ['Fix a typo']]);
});

test('pull requests of the trigger join a window that does not hold them, each once', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: early');
  history.tag('v1.0.1');
  history.squash(13, 'feat: in the range');
  history.tag('v1.1.0');
  history.squash(14, 'feat: later');
  const { source } = await onGitHub(history);
  const triggerPulls = [14, 12, 13, 12];

  const ofTags = await read(source, tags('v1.0.1..v1.1.0'), { triggerPulls });
  expect([numbers(ofTags), ofTags.complete]).toEqual([[12, 13, 14], true]);
  const ofDates = await read(
    source,
    { ...always, start: '2026-11-01T10:30:00Z', end: '2026-11-01T11:30:00Z' } as typeof always,
    {
      triggerPulls,
    },
  );
  expect([numbers(ofDates), ofDates.complete]).toEqual([[12, 13, 14], true]);
});

test('a number of the trigger that is no merged pull request leaves the reading incomplete, and says so', async () => {
  const history = startedHistory();
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);

  for (const window of [always, release]) {
    const reading = await read(source, window, { triggerPulls: [99] });
    expect(reading.complete).toBe(false);
    expect(reading.notices).toEqual([
      { code: 'trigger_pull_not_found', text: expect.stringContaining('acme/shop#99') as string },
    ]);
  }
});
