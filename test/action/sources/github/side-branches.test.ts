import { expect, test } from 'vitest';
import { always, dates, numbers, pull, pushes, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { read } from './pulse-over-hub.ts';

const release = tags('v1.0.0..v1.1.0');

function sideBranchStory() {
  const history = startedHistory();
  history.branch('next');
  history.checkout('next');
  history.squash(20, 'feat: into the side branch');
  history.checkout('main');
  history.squash(12, 'feat: into main');
  history.merge('next');
  history.tag('v1.1.0');
  return history;
}

test('a tag range counts pull requests of a side branch that was merged later', async () => {
  const { source } = await onGitHub(sideBranchStory());
  const reading = await read(source, release);

  expect(new Set(numbers(reading))).toEqual(new Set([12, 20]));
  expect(pushes(reading)).toEqual([]);
});

test.each([undefined, 'main'])(
  'a date window leaves them to their branch, and says so (base branch %s)',
  async (baseBranch) => {
    const { source } = await onGitHub(sideBranchStory());
    const reading = await read(source, always, { baseBranch });

    expect(numbers(reading)).toEqual([12]);
    expect(pushes(reading)).toEqual(['Initial commit']);
    expect(reading.notices).toEqual([
      {
        code: 'side_branch_merges',
        text: expect.stringContaining('1 pull request merged into other branches reached main') as string,
      },
    ]);
  },
);

test('a date window on the side branch counts what merged there', async () => {
  const { source } = await onGitHub(sideBranchStory());

  expect(numbers(await read(source, always, { baseBranch: 'next' }))).toEqual([20]);
});

test('pull requests merged into the branch of another one count in a tag range, however they were merged', async () => {
  const history = startedHistory();
  history.branch('next');
  history.checkout('next');
  history.squash(20, 'feat: inner');
  history.mergePull(21, 'feat: inner merge', { commits: ['a', 'b'] });
  history.rebase(22, ['rebased one', 'rebased two'], { title: 'feat: inner rebase' });
  history.commit('glue');
  history.checkout('main');
  history.mergePull(23, 'Release next', { branch: 'next' });
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);
  const reading = await read(source, release);

  expect(new Set(numbers(reading))).toEqual(new Set([20, 21, 22, 23]));
  expect(pushes(reading)).toEqual([]);
  const ofDates = await read(source, always);
  expect(numbers(ofDates)).toEqual([23]);
  expect(ofDates.notices[0]?.text).toContain('3 pull requests merged into other branches');
});

test('inner rebases are found when they merged before the base was made, and when the list is too long to walk', async () => {
  const history = startedHistory({ stepMinutes: 10 });
  history.branch('next');
  history.checkout('next');
  history.rebase(22, ['rebased one', 'rebased two'], { title: 'feat: inner rebase' });
  history.checkout('main');
  history.squash(12, 'feat: between');
  history.tag('v1.1.0');
  history.mergePull(23, 'Release next', { branch: 'next' });
  history.tag('v1.2.0');
  for (let number = 100; number < 250; number += 1) history.squash(number, `feat: ${number}`);
  const { source } = await onGitHub(history);

  expect(new Set(numbers(await read(source, tags('v1.1.0..v1.2.0'))))).toEqual(new Set([22, 23]));
});

test('a hotfix branch and its tag have their own range, with what was picked for it', async () => {
  const history = startedHistory();
  history.tag('v1.2.3');
  history.branch('release/1.x');
  const fix = history.squash(30, 'fix: totals');
  history.squash(31, 'feat!: new pages');
  history.tag('v2.0.0');
  history.checkout('release/1.x');
  const picked = history.cherryPick(fix);
  history.squash(32, 'fix: only here');
  history.tag('v1.2.4');
  const { source, repo } = await onGitHub(history);
  const hotfix = await read(source, tags('v1.2.4'));

  expect(hotfix.repository.window.base?.ref).toBe('v1.2.3');
  expect(numbers(hotfix)).toEqual([30, 32]);
  expect(pushes(hotfix)).toEqual([]);
  expect(pull(hotfix, 30).commit).toBe(repo.sha(picked));
  expect(numbers(await read(source, tags('v1.2.3..v2.0.0')))).toEqual([30, 31]);
  expect(numbers(await read(source, always, { baseBranch: 'release/1.x' }))).toEqual([30, 32]);
});

test('a pull request picked for a hotfix that is merged back is counted once, where it merged first', async () => {
  const history = startedHistory();
  history.branch('release/1.x');
  const fix = history.squash(30, 'fix: totals');
  history.checkout('release/1.x');
  history.cherryPick(fix);
  history.checkout('main');
  history.merge('release/1.x');
  history.tag('v1.1.0');
  const { source, repo } = await onGitHub(history);
  const reading = await read(source, release);

  expect([numbers(reading), pushes(reading)]).toEqual([[30], []]);
  expect(pull(reading, 30)).toMatchObject({ at: '2026-11-01T10:00:00Z', commit: repo.sha(fix) });
});

test('a direct push whose number is an issue stays a direct push', async () => {
  const history = startedHistory();
  history.commit('Fix totals, at last (#77)');
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);
  const reading = await read(source, release);

  expect([numbers(reading), pushes(reading), reading.complete]).toEqual([
    [],
    ['Fix totals, at last (#77)'],
    true,
  ]);
});

test('a branch that was deleted after its pull requests merged is still in the range', async () => {
  const history = sideBranchStory();
  history.deleteBranch('next');
  const { source } = await onGitHub(history);

  expect(new Set(numbers(await read(source, release)))).toEqual(new Set([12, 20]));
});

test('a branch merged by hand whose commits are older than the window is said to have brought more', async () => {
  const history = startedHistory();
  history.branch('work');
  history.checkout('work');
  history.commit('old work', { at: '2026-11-02T00:00:00Z' });
  history.checkout('main');
  history.squash(12, 'feat: between', { at: '2026-11-03T00:00:00Z' });
  history.merge('work', { at: '2026-11-09T00:00:00Z' });
  const { source } = await onGitHub(history);
  const reading = await read(source, dates('2026-11-08T00:00:00Z', '2026-11-10T00:00:00Z'));

  expect(reading.changes).toEqual([]);
  expect(reading.notices).toEqual([
    { code: 'commits_truncated', text: expect.stringContaining('1 merge by hand brought') as string },
  ]);
});
