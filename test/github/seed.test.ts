import { expect, test } from 'vitest';
import { makeBenchHistory } from '../../bench/git-bench-history.ts';
import { gitHistory } from '../git/git-history.ts';
import { publicHistory } from '../git/public-history.ts';
import { pullNumbers, pullSubjects } from '../git/pull-numbers-oracle.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { historyOf } from './state/commit-graph.ts';
import { findCommit } from './state/find-revision.ts';
import { createGitHubState } from './state/github-state.ts';
import { seedFromClone } from './seed/seed-from-clone.ts';
import { seedFromHistory } from './seed/seed-from-history.ts';

test('holds a story as git and the story tell it', async () => {
  const history = gitHistory({ origin: 'https://github.com/acme/web.git' });
  history.commit('Initial commit', { files: { '.github/zenpulse.yml': 'version: 1\n', 'a.ts': 'a\n' } });
  const author = 'Alan Turing <7+alan@users.noreply.github.com>';
  const squash = history.squash(12, 'feat: dark mode', { author, files: { 'src/theme.ts': 'x\ny\n' } });
  const merge = history.mergePull(13, 'fix: totals', { from: 'ada/fix-totals', commits: ['wip', 'fix'] });
  const rebased = history.rebase(14, ['docs: one', 'docs: two']);
  history.branch('release/1.x', { from: squash });
  history.checkout('release/1.x');
  const gone = history.squash(15, 'hotfix');
  history.checkout('main');
  history.tag('v1.0.0', { annotated: true, on: gone });
  history.tag('v1', { on: squash });
  history.deleteBranch('release/1.x');
  const written = await history.write(await tempFolder());
  const repository = await seedFromHistory(createGitHubState(), written, history.pulls);

  expect(repository).toMatchObject({ owner: 'acme', name: 'web', defaultBranch: 'main' });
  expect([...repository.branches]).toEqual([['main', written.sha(history.tip())]]);
  expect(repository.tags.get('v1')).toMatchObject({ commit: written.sha(squash), annotation: null });
  const { commit, annotation } = repository.tags.get('v1.0.0') ?? {};
  expect(commit).toBe(written.sha(gone));
  expect(annotation?.oid).toBe(await written.git('rev-parse', 'v1.0.0'));
  const order = historyOf(repository, findCommit(repository, 'main') ?? '').map(({ oid }) => oid);
  expect(order).toEqual((await written.git('rev-list', '--date-order', 'main')).split('\n'));

  const pull = (number: number) => repository.pulls.get(number);
  expect(pull(12)).toMatchObject({
    author: 'alan',
    base: 'main',
    mergedBy: 'alan',
    mergeCommit: written.sha(squash),
  });
  expect(pull(12)?.files).toEqual([{ path: 'src/theme.ts', status: 'added', additions: 2, deletions: 0 }]);
  expect(pull(12)?.commits).not.toContain(written.sha(squash));
  const onBranch = (number: number) =>
    pull(number)?.commits.map((oid) => repository.commits.get(oid)?.message);
  expect([onBranch(12), onBranch(14)]).toEqual([['feat: dark mode'], ['docs: one', 'docs: two']]);
  const branch = history.pulls[1]?.otherCommits.map(written.sha);
  expect(pull(13)).toMatchObject({ head: 'fix-totals', commits: branch, mergeCommit: written.sha(merge) });
  expect(pull(13)?.files).toHaveLength(2);
  expect(pull(14)).toMatchObject({
    landed: rebased.map(written.sha),
    mergeCommit: written.sha(history.tip()),
  });
  expect(pull(14)?.files).toHaveLength(2);
  expect(pull(15)).toMatchObject({ base: 'release/1.x', mergedAt: '2026-11-01T16:00:00Z' });
  expect(repository.commits.get(written.sha(gone))?.tree.get('.github/zenpulse.yml')).toBe('version: 1\n');
});

test('tells the pull requests of a public history from its messages', async (context) => {
  const history = await publicHistory('release-drafter', await tempFolder());
  if (history === null) return context.skip();
  const repository = await seedFromClone(createGitHubState(), history.path);
  const main = (await pullSubjects(history.path, 'main')).filter(
    ({ onFirstParentLine }) => onFirstParentLine,
  );
  expect([...repository.pulls.keys()].sort((a, b) => a - b)).toEqual(pullNumbers(main));
  expect(repository.tags.size).toBe(Object.keys(history.tags).length);
});

test('seeds a thousand pull requests in a moment', async () => {
  const bench = await makeBenchHistory(await tempFolder(), 1_000);
  const startedAt = performance.now();
  const repository = await seedFromClone(createGitHubState(), bench.path);
  expect(repository.pulls.size).toBe(1_000);
  expect(repository.commits.size).toBeGreaterThan(bench.commitCount);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
