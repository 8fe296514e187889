import { expect, test } from 'vitest';
import { addRepository, repositoryOf } from '../../../github/state/github-state.ts';
import { mergePull } from '../../../github/state/merge-pull.ts';
import { openPull } from '../../../github/state/open-pull.ts';
import { push } from '../../../github/state/push.ts';
import { always, numbers, pull, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub, sourceAt } from './hub-story.ts';
import { pulseOver, read, wholeYear } from './pulse-over-hub.ts';

function shortStory() {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.mergePull(13, 'fix: totals', { commits: ['a'] });
  history.tag('v1.1.0');
  return history;
}

test('several repositories make one manifest, keyed by owner and name', async () => {
  const { github, source } = await onGitHub(shortStory());
  const { state } = github;
  addRepository(state, 'acme/web');
  push(state, 'acme/web', 'Initial commit', { at: '2026-11-02T00:00:00Z' });
  const { number } = openPull(state, 'acme/web', { title: 'feat: pages', number: 12 });
  mergePull(state, 'acme/web', number);
  const web = sourceAt(github, [], 'github.com', 'acme/web');
  const { manifest } = await pulseOver([web, source], wholeYear);

  expect(manifest.pull_requests.map(({ key }) => key)).toEqual([
    'acme/shop#12',
    'acme/shop#13',
    'acme/web#12',
  ]);
  expect(manifest.repositories.map(({ key }) => key)).toEqual(['acme/shop', 'acme/web']);
});

test('a private repository is refused where the report would be public', async () => {
  const { github, source } = await onGitHub(shortStory());
  repositoryOf(github.state, 'acme/shop').isPrivate = true;

  await expect(pulseOver([source], wholeYear, { allowsPrivateSources: false })).rejects.toMatchObject({
    code: 'private_source',
    message: expect.stringContaining('acme/shop') as string,
  });
  expect((await pulseOver([source], wholeYear)).status).toBe('completed');
});

test('GitHub Enterprise Server is read at its own addresses', async () => {
  const { github } = await onGitHub(shortStory());
  const source = sourceAt(github, [], 'enterprise');

  expect(numbers(await read(source))).toEqual([12, 13]);
  expect(numbers(await read(source, tags('v1.0.0..v1.1.0')))).toEqual([12, 13]);
  expect(new Set(github.requests.map(({ layout }) => layout))).toEqual(new Set(['enterprise']));
});

test('without a base branch the default one counts, whatever its name', async () => {
  const history = startedHistory({ defaultBranch: 'trunk' });
  history.squash(12, 'feat: gifts');
  history.branch('next');
  history.checkout('next');
  history.squash(13, 'feat: elsewhere');
  history.checkout('trunk');
  const { source } = await onGitHub(history);
  const unnamed = await read(source);

  expect([unnamed.repository.base_branch, numbers(unnamed)]).toEqual(['trunk', [12]]);
  expect((await read(source, always, { baseBranch: 'trunk' })).changes).toEqual(unnamed.changes);
  expect(numbers(await read(source, always, { baseBranch: 'next' }))).toEqual([13]);
});

test('the author of a deleted account is nobody, and no error', async () => {
  const { github, source } = await onGitHub(shortStory());
  Object.assign(repositoryOf(github.state, 'acme/shop').pulls.get(12) ?? {}, { author: null });

  for (const window of [always, tags('v1.0.0..v1.1.0')])
    expect(pull(await read(source, window), 12).author).toEqual({ login: null, name: null });
});

test('a title edited after the merge is the one that counts', async () => {
  const { github, source } = await onGitHub(shortStory());
  Object.assign(repositoryOf(github.state, 'acme/shop').pulls.get(12) ?? {}, { title: 'feat: presents' });

  expect(pull(await read(source), 12).title).toBe('feat: presents');
});

test.each([
  ['of dates', always],
  ['between tags', tags('v1.0.0..v1.1.0')],
  ['since the last release', { kind: 'unreleased', spec: 'since the last release' }],
] as const)('a repository without a commit is called empty in a window %s', async (_, window) => {
  const { github } = await onGitHub(startedHistory());
  addRepository(github.state, 'acme/fresh').branches.clear();

  await expect(read(sourceAt(github, [], 'github.com', 'acme/fresh'), window)).rejects.toMatchObject({
    code: 'github_repository_empty',
  });
});
