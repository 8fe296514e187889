import { expect, test } from 'vitest';
import { dates, numbers, pull, pulseOverStory, readStory, startedHistory, tags } from './read-story.ts';

const alan = 'Alan Turing <7+alan@users.noreply.github.com>';
const later = dates('2026-11-20T00:00:00Z', '2026-11-30T00:00:00Z');

test('pull requests of the trigger join the window, each once and in its place', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: early');
  history.squash(13, 'feat: early too');
  history.squash(14, 'feat: in the window', { at: '2026-11-21T00:00:00Z' });
  const reading = await readStory(history, later, { triggerPulls: [13, 12, 13, 14] });

  expect(numbers(reading)).toEqual([12, 13, 14]);
  expect([reading.complete, reading.notices]).toEqual([true, []]);
});

test('a merge commit of the trigger keeps its title and the author of its branch', async () => {
  const history = startedHistory();
  history.branch('work');
  history.checkout('work');
  history.commit('fix: totals', { author: alan });
  history.checkout('main');
  history.merge('work', { message: 'Merge pull request #13 from acme/work' });
  const change = pull(await readStory(history, later, { triggerPulls: [13] }), 13);

  expect(change).toMatchObject({ title: 'fix: totals', author: { login: 'alan' } });
});

test('a rebase of the trigger is found by its trailer, with all its commits', async () => {
  const history = startedHistory();
  history.rebase(14, ['docs: one', 'docs: two'], { trailer: true });
  const change = pull(await readStory(history, later, { triggerPulls: [14] }), 14);

  expect(change.title).toBe('docs: one');
  expect(change.rebased).toHaveLength(2);
});

test('a revert of the trigger cancels what it reverts in the window, though it came later', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  history.revert(gifts, { number: 13 });
  const { manifest } = await pulseOverStory(history, { tag_range: 'v1.0.0..v1.1.0', trigger_prs: '13' });

  expect(manifest.pull_requests.map(({ reason }) => reason?.code)).toEqual(['reverted', 'reverts']);
});

test('a number within another is not found', async () => {
  const history = startedHistory();
  history.squash(123, 'feat: see #12 and (#12) in the middle');
  const reading = await readStory(history, tags('v1.0.0..v1.0.0'), { triggerPulls: [12] });

  expect(numbers(reading)).toEqual([]);
});

test('what the history does not hold leaves the reading incomplete, and says so', async () => {
  const reading = await readStory(startedHistory(), later, { triggerPulls: [99] });

  expect(reading.complete).toBe(false);
  expect(reading.notices).toEqual([
    { code: 'trigger_pull_not_found', text: expect.stringContaining('acme/shop#99') as string },
  ]);
});
