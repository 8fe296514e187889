import { expect, test } from 'vitest';
import { decisions, pulseOverStory, startedHistory } from './read-story.ts';

const range = { tag_range: 'v1.0.0..v1.1.0' };

async function decided(history: ReturnType<typeof startedHistory>) {
  history.tag('v1.1.0');
  return pulseOverStory(history, range);
}

test('a revert and what it reverts cancel, each naming the other', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.squash(13, 'fix: totals');
  history.revert(gifts, { number: 14 });
  const result = await decided(history);

  expect(decisions(result)).toEqual(['12 excluded reverted', '13 included', '14 excluded reverts']);
  expect(result.manifest.pull_requests.map(({ reason }) => reason?.detail)).toEqual([
    'reverted by acme/shop#14',
    undefined,
    'reverts acme/shop#12',
  ]);
});

test("a revert in the words of GitHub's button cancels a merge commit", async () => {
  const history = startedHistory();
  const gifts = history.mergePull(12, 'feat: gifts', { commits: ['a', 'b'] });
  history.revert(gifts, { by: 'button', number: 14 });

  expect(decisions(await decided(history))).toEqual(['12 excluded reverted', '14 excluded reverts']);
});

test('a revert merged by a merge commit cancels through the one commit it brought', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.branch('revert-12');
  history.checkout('revert-12');
  history.revert(gifts);
  history.checkout('main');
  history.mergePull(14, 'Revert "feat: gifts"', { branch: 'revert-12' });

  expect(decisions(await decided(history))).toEqual(['12 excluded reverted', '14 excluded reverts']);
});

test('a revert of something shipped earlier is kept as reverted, with its key', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.0.1');
  history.revert(gifts, { number: 14 });
  history.tag('v1.1.0');
  const { manifest } = await pulseOverStory(history, { tag_range: 'v1.0.1..v1.1.0' });

  expect(manifest.pull_requests).toMatchObject([
    { number: 14, decision: 'included', kind: 'reverted', reverts: 'acme/shop#12' },
  ]);
});

test('the revert of a revert brings the change back', async () => {
  const history = startedHistory();
  const revert = history.revert(history.squash(12, 'feat: gifts'), { number: 14 });
  history.revert(revert, { number: 15 });

  expect(decisions(await decided(history))).toEqual([
    '12 included',
    '14 excluded reverted',
    '15 excluded reverts',
  ]);
});

test('a change that is brought back after its release is told as brought back, not as reverted', async () => {
  const history = startedHistory();
  const revert = history.revert(history.squash(12, 'feat: gifts'), { number: 14 });
  history.tag('v1.0.1');
  history.reapply(revert, { number: 15 });
  history.tag('v1.1.0');
  const { manifest } = await pulseOverStory(history, { tag_range: 'v1.0.1..v1.1.0' });

  expect(manifest.pull_requests).toMatchObject([
    { number: 15, decision: 'included', kind: 'feature', reverts: 'acme/shop#14' },
  ]);
});

test('a reapply in the words of newer gits brings the change back', async () => {
  const history = startedHistory();
  const revert = history.revert(history.squash(12, 'feat: gifts'), { number: 14 });
  history.reapply(revert, { number: 15 });

  expect(decisions(await decided(history))).toEqual([
    '12 included',
    '14 excluded reverted',
    '15 excluded reverts',
  ]);
});

test('a change reverted, brought back and reverted again is gone', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.reapply(history.revert(gifts, { number: 13 }), { number: 14 });
  history.revert(gifts, { number: 15 });

  expect(decisions(await decided(history)).filter((each) => each.endsWith('included'))).toEqual([]);
});

test('a pull request reverted by a direct push cancels with it', async () => {
  const history = startedHistory();
  history.revert(history.squash(12, 'feat: gifts'));
  const { manifest, status } = await decided(history);

  expect(status).toBe('no_changes');
  expect(manifest.direct_pushes).toMatchObject([
    { decision: 'excluded', reason: { code: 'reverts', detail: 'reverts acme/shop#12' } },
  ]);
});

test('reverting one of several merged commits leaves the pull request in', async () => {
  const history = startedHistory();
  history.branch('work');
  history.checkout('work');
  history.commit('feat: part one');
  const second = history.commit('feat: part two');
  history.checkout('main');
  history.mergePull(12, 'feat: both parts', { branch: 'work' });
  history.revert(second, { number: 13 });

  expect(decisions(await decided(history))).toEqual(['12 included', '13 included']);
});

test('reverting the last of several rebased commits leaves the pull request in', async () => {
  const history = startedHistory();
  const [, last] = history.rebase(12, ['feat: part one', 'feat: part two'], { trailer: true });
  history.revert(last!, { number: 13 });

  expect(decisions(await decided(history))).toEqual(['12 included', '13 included']);
});

test('equal titles do not cancel when the revert names another commit', async () => {
  const history = startedHistory();
  const first = history.squash(12, 'chore: update dependencies');
  history.tag('v1.0.1');
  history.squash(13, 'chore: update dependencies');
  history.revert(first, { number: 14 });
  history.tag('v1.1.0');

  expect(decisions(await pulseOverStory(history, { tag_range: 'v1.0.1..v1.1.0' }))).toEqual([
    '13 included',
    '14 included',
  ]);
});

test('a conventional revert that names nothing but the title takes back the newest of that title', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.squash(13, 'feat: gifts');
  history.squash(14, 'revert: feat: gifts');

  expect(decisions(await decided(history))).toEqual([
    '12 included',
    '13 excluded reverted',
    '14 excluded reverts',
  ]);
});
