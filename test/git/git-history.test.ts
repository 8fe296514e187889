import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitHistory } from './git-history.ts';
import { tempFolder } from './temp-folder.ts';

const origin = 'https://github.com/acme/shop.git';

test('tells direct pushes, squash, merge and rebase merges in the words GitHub uses', async () => {
  const history = gitHistory({ origin });
  history.commit('Initial commit');
  const author = 'Alan Turing <7+alan@users.noreply.github.com>';
  history.squash(12, 'feat(ui): add dark mode', {
    author,
    files: ['src/ui/theme.ts'],
    body: 'Asked for since May.',
  });
  history.mergePull(13, 'fix: totals', {
    from: 'ada/fix-totals',
    commits: ['wip', 'fix totals (#9)'],
    author,
  });
  history.rebase(14, ['docs: one', 'docs: two'], { trailer: true });
  const repo = await history.write(await tempFolder());

  expect(await repo.git('log', '--graph', '--format=%s')).toBe(
    [
      '* docs: two',
      '* docs: one',
      '*   Merge pull request #13 from ada/fix-totals',
      '|\\  ',
      '| * fix totals (#9)',
      '| * wip',
      '|/  ',
      '* feat(ui): add dark mode (#12)',
      '* Initial commit',
    ].join('\n'),
  );
  expect(await repo.git('log', '-1', '--format=%b', '--merges')).toBe('fix: totals\n');
  expect(await repo.git('log', '-1', '--format=%(trailers:key=PR-URL)')).toContain(
    'https://github.com/acme/shop/pull/14',
  );
  expect(await repo.git('log', '--format=%an|%cn|%b', '--name-only', '--', 'src')).toBe(
    'Alan Turing|GitHub|Asked for since May.\n\n\nsrc/ui/theme.ts',
  );
  expect(await repo.git('fsck', '--strict')).toBe('');
});

test('knows the merged pull requests as the truth to compare with', async () => {
  const history = gitHistory();
  history.commit('Initial commit');
  const squash = history.squash(12, 'one');
  history.mergePull(13, 'two', { commits: ['a', 'b'], author: 'Alan Turing <alan@example.com>' });
  const [first, last] = history.rebase(14, ['three, part 1', 'three, part 2'], { title: 'three' });
  const revert = history.revert(squash, { number: 15 });

  expect(history.pulls.map(({ number, title, how }) => [number, title, how])).toEqual([
    [12, 'one', 'squash'],
    [13, 'two', 'merge'],
    [14, 'three', 'rebase'],
    [15, 'Revert "one (#12)"', 'squash'],
  ]);
  expect(history.pulls[1]).toMatchObject({ author: 'Alan Turing <alan@example.com>', base: 'main' });
  expect(history.pulls[1]?.otherCommits.map(({ subject }) => subject)).toEqual(['a', 'b']);
  expect(history.pulls[2]).toMatchObject({ mergeCommit: last, otherCommits: [first] });
  expect(history.pulls[3]?.mergeCommit).toBe(revert);
});

test('steps through time, and lets a commit have its own instant and author date', async () => {
  const history = gitHistory({ startAt: '2026-11-01T09:00:00Z', stepMinutes: 30 });
  history.commit('first');
  history.commit('second');
  history.commit('later', { at: '2026-11-02T10:00:00+02:00', authoredAt: '2026-01-01T00:00:00Z' });
  history.commit('after that');
  history.commit('a wrong clock', { at: '2020-01-01T00:00:00Z' });
  history.commit('back in time');
  const repo = await history.write(await tempFolder());

  expect(await repo.git('log', '--reverse', '--format=%s %cI %aI')).toBe(
    [
      'first 2026-11-01T09:00:00+00:00 2026-11-01T09:00:00+00:00',
      'second 2026-11-01T09:30:00+00:00 2026-11-01T09:30:00+00:00',
      'later 2026-11-02T10:00:00+02:00 2026-01-01T00:00:00+00:00',
      'after that 2026-11-02T08:30:00+00:00 2026-11-02T08:30:00+00:00',
      'a wrong clock 2020-01-01T00:00:00+00:00 2020-01-01T00:00:00+00:00',
      'back in time 2026-11-02T09:00:00+00:00 2026-11-02T09:00:00+00:00',
    ].join('\n'),
  );
});

test('reverts, reapplies and cherry-picks with the real SHAs in the message', async () => {
  const history = gitHistory({ origin });
  history.commit('Initial commit');
  history.branch('release/1.x');
  const feature = history.squash(12, 'feat: gifts', { files: { 'gifts.ts': 'gifts' } });
  const merge = history.mergePull(13, 'fix: totals', { files: { 'totals.ts': 'totals' } });
  const revert = history.revert(feature, { number: 34 });
  history.revert(merge);
  history.reapply(revert, { number: 35 });
  history.revert(feature, { by: 'button', number: 36 });
  history.checkout('release/1.x');
  history.cherryPick(merge, { recordOrigin: true });
  const repo = await history.write(await tempFolder());

  const message = (revision: string) =>
    repo.git('log', '-1', '--format=%B', revision).then((text) => text.trim());
  const [featureSha, mergeSha, revertSha] = [repo.sha(feature), repo.sha(merge), repo.sha(revert)];
  expect(await message(revertSha)).toBe(
    `Revert "feat: gifts (#12)" (#34)\n\nThis reverts commit ${featureSha}.`,
  );
  expect(await message('main~2')).toBe(
    `Revert "Merge pull request #13 from acme/pull-13"\n\nThis reverts commit ${mergeSha}, reversing\nchanges made to ${featureSha}.`,
  );
  expect(await message('main~1')).toBe(
    `Reapply "feat: gifts (#12)" (#34) (#35)\n\nThis reverts commit ${revertSha}.`,
  );
  expect(await message('main')).toBe('Revert "feat: gifts" (#36)\n\nReverts acme/shop#12');
  expect(await message('release/1.x')).toContain(`(cherry picked from commit ${mergeSha})`);

  const files = (revision: string) => repo.git('ls-tree', '-r', '--name-only', revision);
  expect(await files(revertSha)).toBe('changes/0001.txt\ntotals.ts');
  expect(await files('main~1')).toBe('changes/0001.txt\ngifts.ts');
  expect(await files('release/1.x')).toBe('changes/0001.txt\ntotals.ts');
});

test('merges branches locally, as an octopus, and as a foxtrot whose second parent is the upstream line', async () => {
  const history = gitHistory({ origin });
  const root = history.commit('Initial commit');
  for (const name of ['one', 'two', 'three']) {
    history.branch(name);
    history.checkout(name);
    history.commit(`work on ${name}`);
    history.checkout('main');
  }
  history.merge('one');
  const octopus = history.merge(['two', 'three']);
  const upstream = history.squash(12, 'lost on a walk along first parents');
  const foxtrot = history.foxtrot({ since: root });
  const repo = await history.write(await tempFolder());

  const parents = (sha: string) => repo.git('log', '-1', '--format=%P', sha).then((text) => text.split(' '));
  expect(await parents(repo.sha(octopus))).toHaveLength(3);
  expect((await parents(repo.sha(foxtrot)))[1]).toBe(repo.sha(upstream));
  expect(await repo.git('log', '--merges', '--format=%s')).toBe(
    "Merge branch 'main' of https://github.com/acme/shop\nMerge branches 'two' and 'three'\nMerge branch 'one'",
  );
  expect(await repo.git('log', '--first-parent', '--format=%s')).not.toContain('#12');
  expect((await repo.git('ls-tree', '-r', '--name-only', 'main')).split('\n')).toHaveLength(6);
});

test('merges a pull request that holds another one', async () => {
  const history = gitHistory();
  history.commit('Initial commit');
  history.branch('next');
  history.checkout('next');
  history.squash(20, 'inner');
  history.checkout('main');
  history.mergePull(21, 'outer', { branch: 'next' });

  expect(history.pulls.map(({ number, base }) => [number, base])).toEqual([
    [20, 'next'],
    [21, 'main'],
  ]);
  expect(history.pulls[1]?.otherCommits.map(({ subject }) => subject)).toEqual(['inner (#20)']);
});

test('can name a merge commit after the title, as a setting of GitHub does', async () => {
  const history = gitHistory();
  history.commit('Initial commit');
  history.mergePull(13, 'fix: totals', { wording: 'title' });
  const repo = await history.write(await tempFolder());

  expect(await repo.git('log', '--merges', '--format=%B')).toBe('fix: totals (#13)\n');
});

test('sets branches, moving tags and annotated tags, and looks like a clone when it has an origin', async () => {
  const history = gitHistory({ origin, defaultBranch: 'trunk' });
  const first = history.commit('first');
  history.tag('v1.0.0');
  history.tag('v1');
  history.branch('release/1.x', { from: first });
  history.branch('gone');
  history.deleteBranch('gone');
  const second = history.commit('second', { files: { 'a b/ü.txt': 'text' } });
  history.tag('v1.1.0', { annotated: true, at: '2026-11-05T00:00:00Z' });
  history.moveTag('v1');
  const repo = await history.write(await tempFolder());

  expect(await repo.git('for-each-ref', '--format=%(refname) %(objecttype) %(symref)')).toBe(
    [
      'refs/heads/release/1.x commit ',
      'refs/heads/trunk commit ',
      'refs/remotes/origin/HEAD commit refs/remotes/origin/trunk',
      'refs/remotes/origin/release/1.x commit ',
      'refs/remotes/origin/trunk commit ',
      'refs/tags/v1 commit ',
      'refs/tags/v1.0.0 commit ',
      'refs/tags/v1.1.0 tag ',
    ].join('\n'),
  );
  expect(await repo.git('rev-parse', 'v1', 'v1.0.0', 'v1.1.0^{commit}')).toBe(
    [second, first, second].map(repo.sha).join('\n'),
  );
  expect(await repo.git('remote', 'get-url', 'origin')).toBe(origin);
  expect(await repo.git('status', '--porcelain')).toBe('');
  expect(await readFile(join(repo.path, 'a b/ü.txt'), 'utf8')).toBe('text');
});

test('gives the same SHAs for the same story, bare or not', async () => {
  const told = async (bare: boolean) => {
    const history = gitHistory({ bare });
    history.commit('Initial commit');
    history.revert(history.squash(1, 'one'), { number: 2 });
    const repo = await history.write(await tempFolder());
    return [await repo.git('rev-parse', 'main'), await repo.git('rev-parse', '--is-bare-repository')];
  };
  const [[sha, bare], [sameSha, notBare]] = [await told(true), await told(false)];
  expect(sha).toBe(sameSha);
  expect([bare, notBare]).toEqual(['true', 'false']);
});

test('says what is wrong with a story', async () => {
  const history = gitHistory();
  expect(() => history.tip()).toThrow("branch 'main' has no commit yet");
  const commit = history.commit('Initial commit', { author: 'nobody' });
  expect(() => history.checkout('nowhere')).toThrow("no branch 'nowhere'");
  expect(() => history.moveTag('v1')).toThrow("no tag 'v1'");
  expect(() => history.reapply(commit)).toThrow('is no revert');
  await expect(history.write(await tempFolder())).rejects.toThrow("'nobody' is not an identity");

  const misnamed = gitHistory();
  misnamed.revert(misnamed.commit('Initial commit'));
  misnamed.branch('two..dots');
  await expect(misnamed.write(await tempFolder())).rejects.toThrow(
    /git fast-import ended with .*two\.\.dots/s,
  );
});
