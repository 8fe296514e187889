import { expect, test } from 'vitest';
import { always, dates, numbers, pull, pushes, readStory, startedHistory, tags } from './read-story.ts';

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
  const reading = await readStory(sideBranchStory(), tags('v1.0.0..v1.1.0'));

  expect(new Set(numbers(reading))).toEqual(new Set([12, 20]));
  expect(reading.notices).toEqual([]);
});

test('a date window leaves them to their branch, and says so', async () => {
  const reading = await readStory(sideBranchStory(), always);

  expect(numbers(reading)).toEqual([12]);
  expect(reading.notices).toEqual([
    {
      code: 'side_branch_merges',
      text: expect.stringContaining('1 pull request merged into other branches reached main') as string,
    },
  ]);
});

test('a date window on the side branch counts what merged there', async () => {
  expect(numbers(await readStory(sideBranchStory(), always, { baseBranch: 'next' }))).toEqual([20]);
});

test('commits of a locally merged branch are pushed when they arrive', async () => {
  const history = startedHistory();
  history.branch('work');
  history.checkout('work');
  history.commit('old work', { at: '2026-11-02T00:00:00Z' });
  history.checkout('main');
  history.squash(12, 'feat: between', { at: '2026-11-03T00:00:00Z' });
  history.merge('work', { at: '2026-11-09T00:00:00Z' });
  const reading = await readStory(history, dates('2026-11-08T00:00:00Z', '2026-11-10T00:00:00Z'));

  expect(numbers(reading)).toEqual([]);
  expect(pushes(reading)).toEqual(['old work']);
});

test('a pull request that holds another one does not hide it from a tag range', async () => {
  const history = startedHistory();
  history.branch('next');
  history.checkout('next');
  history.squash(20, 'feat: inner');
  history.mergePull(21, 'feat: inner merge', { commits: ['a', 'b'] });
  history.commit('glue');
  history.checkout('main');
  history.mergePull(22, 'Release next', { branch: 'next' });
  history.tag('v1.1.0');
  const reading = await readStory(history, tags('v1.0.0..v1.1.0'));

  expect(numbers(reading)).toEqual([20, 21, 22]);
  expect(pushes(reading)).toEqual([]);
  expect(pull(reading, 22).title).toBe('Release next');
});

test('a hotfix line made after a later release has its own range', async () => {
  const history = startedHistory();
  history.tag('v1.2.3');
  history.branch('release/1.x');
  const fix = history.squash(30, 'fix: totals');
  history.squash(31, 'feat!: new pages');
  history.tag('v2.0.0');
  history.checkout('release/1.x');
  history.cherryPick(fix);
  history.squash(32, 'fix: only here');
  history.tag('v1.2.4');

  expect(numbers(await readStory(history, tags('v1.2.4')))).toEqual([30, 32]);
  expect(numbers(await readStory(history, tags('v1.2.3..v2.0.0')))).toEqual([30, 31]);
  expect(numbers(await readStory(history, always, { baseBranch: 'release/1.x' }))).toEqual([30, 32]);
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
  const reading = await readStory(history, tags('v1.0.0..v1.1.0'));

  expect(numbers(reading)).toEqual([30]);
  expect(pull(reading, 30).at).toBe('2026-11-01T10:00:00Z');
});
