import { expect, test } from 'vitest';
import type { GitHistory } from '../../../git/git-history.ts';
import {
  decisions,
  numbers,
  pull,
  pulseOverStory,
  pushes,
  readStory,
  startedHistory,
  tags,
} from './read-story.ts';

const hotfix = tags('v1.0.0..v1.0.1');

/** Merged into `develop`; what is picked goes to `main`, which v1.0.1 ends. */
function onDevelop(merge: (history: GitHistory) => void): GitHistory {
  const history = startedHistory();
  history.branch('develop');
  history.checkout('develop');
  merge(history);
  return history;
}

test('a commit of a merged branch leads by its origin to the pull request, several of them to one', async () => {
  const history = onDevelop((story) => story.mergePull(12, 'feat: gifts', { commits: ['wrap', 'bow'] }));
  const bow = history.tip().parents[1];
  const wrap = bow?.parents[0];
  history.checkout('main');
  for (const commit of [wrap, bow]) if (commit) history.cherryPick(commit, { recordOrigin: true });
  history.tag('v1.0.1');
  const reading = await readStory(history, hotfix);

  expect([numbers(reading), pushes(reading)]).toEqual([[12], []]);
  expect(pull(reading, 12)).toMatchObject({ title: 'feat: gifts' });
  expect(pull(reading, 12).rebased).toHaveLength(2);
});

test('a pick of a pick leads there too', async () => {
  const history = onDevelop((story) => story.mergePull(12, 'feat: gifts', { commits: ['wrap'] }));
  const wrap = history.tip().parents[1];
  history.branch('release/2.x', { from: 'main' });
  history.checkout('release/2.x');
  const first = wrap && history.cherryPick(wrap, { recordOrigin: true });
  history.checkout('main');
  if (first) history.cherryPick(first, { recordOrigin: true });
  history.tag('v1.0.1');

  expect(numbers(await readStory(history, hotfix))).toEqual([12]);
});

test('of two merges above an origin the one that brought it counts, not the later one', async () => {
  const history = onDevelop((story) => {
    story.mergePull(12, 'feat: gifts', { commits: ['wrap'] });
  });
  const wrap = history.tip().parents[1];
  history.checkout('main');
  history.tag('v1.0.5');
  history.mergePull(20, 'Release train', { branch: 'develop' });
  history.branch('release/1.0', { from: history.tip().parents[0] as never });
  history.checkout('release/1.0');
  if (wrap) history.cherryPick(wrap, { recordOrigin: true });
  history.tag('v1.0.6');

  expect(numbers(await readStory(history, tags('v1.0.5..v1.0.6')))).toEqual([12]);
});

test.each([
  ['that nobody merged', 'Fix totals'],
  ['that the clone does not hold', `Fix totals\n\n(cherry picked from commit ${'d0'.repeat(20)})`],
])('a pick of a commit %s is a direct push', async (_, message) => {
  const history = onDevelop((story) => story.commit(message));
  const origin = history.tip();
  history.checkout('main');
  history.cherryPick(origin, { recordOrigin: true });
  history.tag('v1.0.1');
  const reading = await readStory(history, hotfix);

  expect([numbers(reading), pushes(reading)]).toEqual([[], ['Fix totals']]);
});

test('the revert of the original takes a pick back', async () => {
  const history = onDevelop((story) => story.squash(12, 'feat: gifts'));
  const origin = history.tip();
  const revert = history.revert(origin, { number: 13 });
  history.checkout('main');
  history.cherryPick(origin, { recordOrigin: true });
  history.cherryPick(revert, { recordOrigin: true });
  history.tag('v1.0.1');
  const result = await pulseOverStory(history, { tag_range: 'v1.0.0..v1.0.1' });

  expect(decisions(result)).toEqual(['12 excluded reverted', '13 excluded reverts']);
});
