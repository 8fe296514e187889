import { expect, onTestFinished, test } from 'vitest';
import { startGitHub } from '../../../github/github-server.ts';
import { seedFromHistory } from '../../../github/seed/seed-from-history.ts';
import { forceMoveTag, placeTag } from '../../../github/state/refs.ts';
import { always, numbers, pushes, readRepository, startedHistory, tags, written } from '../git/read-story.ts';
import { onGitHub, sourceAt } from './hub-story.ts';
import { pulseOver, read } from './pulse-over-hub.ts';

test('a tag range has what is in its head and not in its base', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  history.squash(13, 'feat: later');
  const { source, repo } = await onGitHub(history);
  const reading = await read(source, tags('v1.0.0..v1.1.0'));

  expect(numbers(reading)).toEqual([12]);
  expect(reading.repository.window).toMatchObject({
    base: { ref: 'v1.0.0', commit: (await repo.git('rev-parse', 'v1.0.0')).trim() },
    head: { ref: 'v1.1.0', commit: (await repo.git('rev-parse', 'v1.1.0')).trim() },
  });
  expect(reading.timeframe).toEqual({ start: '2026-11-01T09:00:00Z', end: '2026-11-01T10:00:00Z' });
});

test('an annotated tag leads to its commit, whenever it was made', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.1.0', { annotated: true, at: '2026-11-19T00:00:00Z' });
  const { source, repo } = await onGitHub(history);
  const { repository, timeframe } = await read(source, tags('v1.1.0'));

  expect(repository.window).toMatchObject({ base: { ref: 'v1.0.0' }, head: { commit: repo.sha(gifts) } });
  expect(timeframe.end).toBe('2026-11-01T10:00:00Z');
});

test('a tag of a tag, and a tag of that, lead to their commit', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.1.0', { annotated: true, at: '2026-11-19T00:00:00Z' });
  const { github, source, repo } = await onGitHub(history);
  placeTag(github.state, 'acme/shop', 'v1.1.1', { on: 'v1.1.0', annotated: true });
  placeTag(github.state, 'acme/shop', 'v1.1.2', { on: 'v1.1.1', annotated: true });

  for (const tag of ['v1.1.1', 'v1.1.2']) {
    const { repository } = await read(source, tags(`v1.0.0..${tag}`));
    expect(repository.window).toMatchObject({ head: { ref: tag, commit: repo.sha(gifts) } });
  }
});

test('a tag moved by force is read where it is now', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  history.squash(13, 'feat: b');
  const { github, source } = await onGitHub(history);

  expect(numbers(await read(source, tags('v1.1.0')))).toEqual([12]);
  forceMoveTag(github.state, 'acme/shop', 'v1.1.0', { annotated: true });
  expect(numbers(await read(source, tags('v1.1.0')))).toEqual([12, 13]);
});

test('the first tag of a series starts at the beginning of history', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('cli-v0.1.0');
  const { source } = await onGitHub(history);
  const reading = await read(source, tags('cli-v0.1.0'));

  expect(reading.repository.window.base).toBeNull();
  expect([numbers(reading), pushes(reading)]).toEqual([[12], ['Initial commit']]);
  expect(reading.timeframe.start).toBeNull();
});

test('the previous tag is found among more than a hundred', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  for (let patch = 1; patch <= 230; patch += 1) history.tag(`other-1.0.${patch}`);
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history);
  const reading = await read(source, tags('v1.1.0'));

  expect(reading.repository.window.base?.ref).toBe('v1.0.0');
  expect(github.requests.filter(({ operation }) => operation === 'TagWindow')).toHaveLength(3);
});

test('release notes without a range are those of the newest tag', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  history.squash(13, 'feat: b');
  history.tag('v1.2.0');
  history.squash(14, 'feat: c');
  const { source } = await onGitHub(history);
  const { manifest } = await pulseOver([source], { analysis_type: 'release' });

  expect(manifest.pull_requests.map(({ number }) => number)).toEqual([13]);
  expect(manifest.repositories[0]?.window).toMatchObject({
    base: { ref: 'v1.1.0' },
    head: { ref: 'v1.2.0' },
  });
});

test('two tags on one commit have nothing between them, and one request says so', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  history.tag('v1.1.1');
  const { github, source } = await onGitHub(history);

  expect((await pulseOver([source], { tag_range: 'v1.1.0..v1.1.1' })).status).toBe('no_changes');
  expect(github.requests).toHaveLength(1);
});

test('1,500 commits are read in pages at the same time, and nothing is lost', async () => {
  const history = startedHistory({ stepMinutes: 1 });
  for (let number = 1; number <= 300; number += 1) {
    history.squash(number * 10, `feat: ${number}`);
    history.mergePull(number * 10 + 1, `fix: ${number}`, { commits: ['a', 'b'] });
    history.commit(`Fix typo ${number}`);
  }
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history, { latencyMs: 40 });
  const reading = await read(source, tags('v1.1.0'));

  expect(numbers(reading)).toEqual(history.pulls.map(({ number }) => number));
  expect(pushes(reading)).toHaveLength(300);
  expect(reading.complete).toBe(true);
  const pages = github.requests.filter(({ path }) => path.includes('/compare/'));
  expect(pages).toHaveLength(15);
  const together = pages.map(
    ({ startedAt }) =>
      pages.filter((other) => other.startedAt <= startedAt && (other.endedAt ?? 0) > startedAt).length,
  );
  expect(Math.max(...together)).toBeGreaterThanOrEqual(2);
});

test('of two tags without a common ancestor the second counts whole, in a clone as on GitHub', async () => {
  const repo = await written(startedHistory());
  const anew = (await repo.git('commit-tree', '-m', 'Begin anew', 'main^{tree}')).trim();
  const fixed = (await repo.git('commit-tree', '-m', 'Fix the beginning', '-p', anew, 'main^{tree}')).trim();
  await repo.git('tag', 'v2.0.0', fixed);
  const github = await startGitHub();
  onTestFinished(() => github.close());
  await seedFromHistory(github.state, repo, []);
  const range = tags('v1.0.0..v2.0.0');

  const expected = ['Begin anew', 'Fix the beginning'];
  expect(pushes(await read(sourceAt(github), range))).toEqual(expected);
  expect(pushes(await readRepository(repo.path, range))).toEqual(expected);
});

test('a range that runs backwards is refused with the right order', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);

  await expect(read(source, tags('v1.1.0..v1.0.0'))).rejects.toMatchObject({
    code: 'tag_range_reversed',
    nextStep: 'Did you mean v1.0.0..v1.1.0?',
  });
});

test.each(['v9.9.9', 'v1.0.0..v9.9.9', 'v9.9.9..v1.0.0'])(
  'an unknown tag in %s is named, with those there are',
  async (spec) => {
    const { source } = await onGitHub(startedHistory());

    await expect(read(source, tags(spec))).rejects.toMatchObject({
      code: 'tag_unknown',
      message: expect.stringContaining('"v9.9.9"') as string,
      nextStep: expect.stringContaining('v1.0.0') as string,
    });
  },
);

test('an unknown branch is named, with the default one', async () => {
  const { source } = await onGitHub(startedHistory());

  for (const window of [always, tags('v1.0.0'), { kind: 'unreleased', spec: '' } as const]) {
    await expect(read(source, window, { baseBranch: 'develop' })).rejects.toMatchObject({
      code: 'branch_unknown',
      message: expect.stringContaining('"develop"') as string,
      nextStep: expect.stringContaining('main') as string,
    });
  }
});
