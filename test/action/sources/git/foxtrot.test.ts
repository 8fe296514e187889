import { expect, test } from 'vitest';
import { always, dates, numbers, pushes, readStory, startedHistory, tags } from './read-story.ts';

function foxtrotStory() {
  const history = startedHistory();
  const since = history.commit('base of local work');
  history.squash(12, 'feat: upstream one');
  history.mergePull(13, 'feat: upstream two', { commits: ['a', 'b'] });
  history.foxtrot({ since, commits: ['local work'] });
  history.squash(14, 'feat: after');
  history.tag('v1.1.0');
  return history;
}

test('a foxtrot merge loses no pull request in a date window', async () => {
  const reading = await readStory(foxtrotStory(), dates('2026-11-01T10:30:00Z', '2026-11-30T00:00:00Z'));

  expect(numbers(reading)).toEqual([12, 13, 14]);
  expect(pushes(reading)).toEqual(['local work']);
  expect(reading.notices).toEqual([]);
});

test('a foxtrot merge loses no pull request in a tag window', async () => {
  expect(numbers(await readStory(foxtrotStory(), tags('v1.0.0..v1.1.0')))).toEqual([12, 13, 14]);
});

test('a window between the upstream merges and the foxtrot counts only its own', async () => {
  const reading = await readStory(foxtrotStory(), dates('2026-11-01T12:00:00Z', '2026-11-30T00:00:00Z'));

  expect(numbers(reading)).toEqual([13, 14]);
});

test("a foxtrot that git's subject calls `into develop` loses nothing either", async () => {
  const history = startedHistory();
  const since = history.commit('base of local work');
  history.squash(12, 'feat: upstream');
  history.branch('upstream');
  history.branch('develop', { from: since });
  history.checkout('develop');
  history.commit('local work');
  history.merge('upstream', {
    message: "Merge branch 'develop' of https://github.com/acme/shop into develop",
  });

  expect(numbers(await readStory(history, always, { baseBranch: 'develop' }))).toEqual([12]);
});
