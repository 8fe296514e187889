import { expect, onTestFinished, test, vi } from 'vitest';
import { publicHistory, type PublicHistoryName } from './public-history.ts';
import { pullNumbers, pullSubjects } from './pull-numbers-oracle.ts';
import { tempFolder } from './temp-folder.ts';

const cases: { name: PublicHistoryName; squash: number; merge: number; distinct: number }[] = [
  { name: 'release-drafter', squash: 284, merge: 354, distinct: 638 },
  { name: 'changesets-action', squash: 200, merge: 2, distinct: 202 },
];

for (const { name, squash, merge, distinct } of cases) {
  test(`rebuilds ${name} with its graph, messages, dates and tags`, async ({ skip }) => {
    const history = await publicHistory(name, await tempFolder());
    if (history === null) return skip('no public histories here');
    const log = await history.git('log', '--all', '--format=%x1e%H%x1f%P%x1f%aI%x1f%cI%x1f%B');
    const original = (sha: string) => history.original.get(sha);
    const rebuilt = log
      .split('\x1e')
      .slice(1)
      .map((entry) => {
        const [sha = '', parents = '', authored_at, committed_at, message = ''] = entry.split('\x1f');
        const originalParents = parents.split(' ').filter(Boolean).map(original);
        return [original(sha), originalParents, authored_at, committed_at, message.trim()];
      });
    const expected = history.commits.map((c) => [
      c.sha,
      c.parents,
      c.authored_at,
      c.committed_at,
      c.message.trim(),
    ]);
    expect(new Map(rebuilt.map((commit) => [commit[0], commit]))).toEqual(
      new Map(expected.map((commit) => [commit[0], commit])),
    );
    for (const [tag, sha] of Object.entries(history.tags)) {
      expect(history.original.get(await history.git('rev-parse', tag))).toBe(sha);
    }
  });

  test(`finds what the subjects of ${name} say about pull requests`, async ({ skip }) => {
    const history = await publicHistory(name, await tempFolder());
    if (history === null) return skip('no public histories here');
    const subjects = await pullSubjects(history.path, 'main');
    expect(subjects.filter(({ how }) => how === 'squash')).toHaveLength(squash);
    expect(subjects.filter(({ how }) => how === 'merge')).toHaveLength(merge);
    expect(pullNumbers(subjects)).toHaveLength(distinct);
  });
}

test('says why it skips where the histories are absent', async () => {
  const folder = await tempFolder();
  vi.stubEnv('ZENPULSE_HISTORIES', folder);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    warn.mockRestore();
  });

  expect(await publicHistory('release-drafter', folder)).toBeNull();
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('ZENPULSE_HISTORIES'));
});
