import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reading } from '../../../../action/sources/source.ts';
import type { GitHistory, WrittenHistory } from '../../../git/git-history.ts';
import { runGit } from '../../../git/run-git.ts';
import { tempFolder } from '../../../git/temp-folder.ts';
import { always, numbers, pulseOver, readRepository, startedHistory, written } from './read-story.ts';

/** `main #12 #13`, and the words of the doubt where there is one. */
function chosen(reading: Reading): [string, string?] {
  const doubt = reading.notices.find(({ code }) => code === 'base_branch_doubtful');
  const branch = [reading.repository.base_branch, ...numbers(reading).map((number) => `#${number}`)].join(
    ' ',
  );
  return doubt ? [branch, doubt.text] : [branch];
}

const readChosen = async ({ path }: WrittenHistory) => chosen(await readRepository(path, always));

/** #12 on the default branch, then #13 on another branch that goes on from there. */
async function ahead(defaultBranch: string, other: string, more?: (history: GitHistory) => void) {
  const history = startedHistory({ defaultBranch });
  history.squash(12, 'feat: gifts');
  history.branch(other);
  history.checkout(other);
  history.squash(13, 'feat: cards');
  more?.(history);
  return written(history);
}

/** As `actions/checkout` leaves a clone. */
async function withoutOriginHead(repo: WrittenHistory) {
  await repo.git('remote', 'set-head', 'origin', '--delete');
  return repo;
}

async function withoutLocal(repo: WrittenHistory, ...branches: readonly string[]) {
  await repo.git('checkout', '--quiet', '--detach');
  for (const branch of branches) await repo.git('branch', '--quiet', '-D', branch);
  return repo;
}

const askAgain = '"git remote set-head origin --auto" asks which it is.';

test('a default branch that was renamed is read by its new name, fetched or pruned, and the report says so', async () => {
  const repo = await ahead('master', 'main');
  const fetched = await readChosen(repo);
  await repo.git('update-ref', '-d', 'refs/remotes/origin/master');
  const pruned = await readChosen(repo);

  expect(fetched).toEqual([
    'main #12 #13',
    `As this clone knows it, the default branch is master, but it is behind main: main was read; --base-branch reads another. ${askAgain}`,
  ]);
  expect(pruned).toEqual([
    'main #12 #13',
    `The default branch of this clone, master, is not there any more: main was read; --base-branch reads another. ${askAgain}`,
  ]);
});

test('the doubt about the branch reaches the reader of the report', async () => {
  const repo = await ahead('master', 'main');
  const { files } = await pulseOver([repo.path], { date_range: '2026-11-01..2026-11-30' });

  expect(files.find(({ name }) => name === 'report.md')?.content).toContain('the default branch is master');
});

test('a mirror whose HEAD names the old branch reads the new one', async () => {
  const repo = await ahead('master', 'main');
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--mirror', `file://${repo.path}`, 'mirror.git');
  await runGit(join(folder, 'mirror.git'), 'update-ref', '--no-deref', '-d', 'refs/remotes/origin/HEAD');
  for (const branch of ['main', 'master'])
    await runGit(join(folder, 'mirror.git'), 'update-ref', '-d', `refs/remotes/origin/${branch}`);
  const [branch, doubt] = chosen(await readRepository(join(folder, 'mirror.git'), always));

  expect([branch, doubt]).toEqual(['main #12 #13', expect.stringContaining('behind main') as string]);
});

test('git flow keeps its main, with develop ahead of it', async () => {
  expect(await readChosen(await ahead('main', 'develop'))).toEqual(['main #12']);
});

test('git flow keeps a default branch develop, right after a release was merged into main', async () => {
  const history = startedHistory({ defaultBranch: 'develop' });
  history.squash(12, 'feat: gifts');
  history.branch('main', { from: history.tip() });
  history.squash(13, 'feat: cards');
  history.checkout('main');
  history.merge('develop', { message: 'Release 1.1.0' });

  expect(await readChosen(await written(history))).toEqual(['develop #12 #13']);
});

test('a default branch that another usual name has overtaken stays, and the report asks', async () => {
  for (const [old, next] of [
    ['main', 'trunk'],
    ['develop', 'main'],
    ['main', 'master'],
  ] as const)
    expect(await readChosen(await ahead(old, next))).toEqual([
      `${old} #12`,
      `As this clone knows it, the default branch is ${old}, but it is behind ${next}: ${old} was read; --base-branch reads another. ${askAgain}`,
    ]);
});

test('a default branch long out of use is told of, though nothing holds all of it', async () => {
  const history = startedHistory({ defaultBranch: 'master' });
  history.branch('main');
  history.squash(12, 'feat: gifts');
  history.checkout('main');
  history.squash(13, 'feat: cards', { at: '2027-03-01T00:00:00Z' });

  expect(await readChosen(await written(history))).toEqual([
    'master #12',
    expect.stringContaining('it is long behind main: master was read') as string,
  ]);
});

test('an old name that stands still beside the default branch is no doubt', async () => {
  const history = startedHistory();
  history.branch('master');
  history.squash(12, 'feat: gifts');

  expect(await readChosen(await written(history))).toEqual(['main #12']);
});

test('without origin/HEAD main is read though a feature branch is checked out', async () => {
  const repo = await withoutOriginHead(await ahead('main', 'ada/totals'));
  await repo.git('update-ref', '-d', 'refs/remotes/origin/ada/totals');
  await repo.git('checkout', '--quiet', 'ada/totals');

  expect(await readChosen(repo)).toEqual(['main #12']);
});

test('where the branch checked out is on the remote, the report says that it was not read', async () => {
  const repo = await withoutOriginHead(await ahead('main', 'release/1.x'));
  await repo.git('checkout', '--quiet', 'release/1.x');

  expect(await readChosen(repo)).toEqual([
    'main #12',
    'main was read, not release/1.x, which is checked out; --base-branch reads another.',
  ]);
});

test('of main and master without origin/HEAD the one checked out is read, unless the other took its place', async () => {
  const apart = startedHistory({ defaultBranch: 'master' });
  apart.branch('main');
  apart.squash(12, 'feat: gifts');
  apart.checkout('main');
  apart.squash(13, 'feat: cards');

  expect(await readChosen(await withoutOriginHead(await written(apart)))).toEqual(['master #12']);
  expect((await readChosen(await withoutOriginHead(await ahead('master', 'main'))))[0]).toBe('main #12 #13');
});

test('a clone that knows no default branch reads the one checked out and says how to get the others', async () => {
  const repo = await withoutOriginHead(await ahead('production', 'next'));

  expect(await readChosen(repo)).toEqual([
    'production #12',
    expect.stringContaining('"git remote set-branches origin \'*\'" and "git fetch"') as string,
  ]);
});

test('branches of bots are no default branch, whatever else there is', async () => {
  const history = startedHistory({ defaultBranch: 'production' });
  history.squash(12, 'feat: gifts');
  for (const bot of [
    'dependabot/npm/zod',
    'renovate/all',
    'staging.tmp',
    'trying',
    'mergify/merge-queue/0b1c',
  ])
    history.branch(bot);
  const repo = await withoutLocal(await withoutOriginHead(await written(history)), 'production');

  expect((await readChosen(repo))[0]).toBe('production #12');
});

const queue = `gh-readonly-queue/main/pr-13-${'0b1c'.repeat(10)}`;

test('in a job of a merge queue its target is read: what waits has not merged', async () => {
  const repo = await withoutOriginHead(await ahead('main', queue));
  await repo.git('checkout', '--quiet', queue);
  await repo.git('branch', '--quiet', '-D', 'main');

  expect(await readChosen(repo)).toEqual(['main #12']);
});

test('the target of a queue may be a release branch, whatever the default branch', async () => {
  const history = startedHistory();
  history.branch('release/1.x');
  history.squash(12, 'feat: gifts');
  history.checkout('release/1.x');
  history.squash(13, 'fix: totals');
  history.branch(queue.replace('main', 'release/1.x'));
  const repo = await written(history);
  await repo.git('checkout', '--quiet', queue.replace('main', 'release/1.x'));

  expect(await readChosen(repo)).toEqual(['release/1.x #13']);
});

test('a queue whose branches do not name their target leaves the choice to the clone', async () => {
  const repo = await withoutOriginHead(await ahead('main', 'mergify/merge-queue/0b1c2d'));
  await repo.git('checkout', '--quiet', 'mergify/merge-queue/0b1c2d');

  expect(await readChosen(repo)).toEqual(['main #12']);
});

test('a branch of a queue named as the base branch is refused with the one it waits for', async () => {
  const repo = await ahead('main', queue);

  await expect(pulseOver([repo.path], { base_branch: queue })).rejects.toMatchObject({
    code: 'branch_of_queue',
    exitCode: 2,
    nextStep: 'Name the branch it waits for: main.',
  });
});

test('the only remote is followed, whatever it is called', async () => {
  const repo = await ahead('main', 'next');
  await repo.git('remote', 'rename', 'origin', 'upstream');
  await repo.git('reset', '--quiet', '--hard', 'HEAD~1');
  const reading = await readRepository(repo.path, always);

  expect([reading.repository.key, ...chosen(reading)]).toEqual(['acme/shop', 'main #12']);
});

test('of several remotes without an origin none is followed', async () => {
  const repo = await written(startedHistory());
  await repo.git('remote', 'rename', 'origin', 'upstream');
  await repo.git('remote', 'add', 'fork', 'https://github.com/ada/shop.git');

  expect((await readRepository(repo.path, always)).repository.key).toMatch(/^local\//);
});

test('branches with the names of other refs are no obstacle', async () => {
  const repo = await ahead('main', 'next');
  const old = await repo.git('rev-parse', 'main~1');
  for (const ref of ['heads/origin/main', 'heads/HEAD', 'tags/main', 'heads/-n', `heads/${old}`])
    await repo.git('update-ref', `refs/${ref}`, old);

  expect(await readChosen(repo)).toEqual(['main #12']);
});

test('a work tree of a bare clone reads the default branch of the clone', async () => {
  const repo = await ahead('production', 'ada/totals');
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--bare', `file://${repo.path}`, 'shop.git');
  await runGit(join(folder, 'shop.git'), 'worktree', 'add', '--quiet', join(folder, 'totals'), 'ada/totals');

  expect(chosen(await readRepository(join(folder, 'totals'), always))).toEqual(['production #12']);
});
