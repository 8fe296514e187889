import { expect, test } from 'vitest';
import { decisions, startedHistory } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { pulseOver, wholeYear } from './pulse-over-hub.ts';

const requests = [wholeYear, { tag_range: 'v1.0.0..v1.1.0' }];

async function expectDecisions(history: ReturnType<typeof startedHistory>, expected: string[]) {
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);
  for (const request of requests) expect(decisions(await pulseOver([source], request))).toEqual(expected);
}

test('a revert and what it reverts cancel', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.squash(13, 'fix: totals');
  history.revert(gifts, { number: 14 });

  await expectDecisions(history, ['12 excluded reverted', '13 included', '14 excluded reverts']);
});

test("a revert in the words of GitHub's button cancels a merge commit", async () => {
  const history = startedHistory();
  const gifts = history.mergePull(12, 'feat: gifts', { commits: ['a', 'b'] });
  history.revert(gifts, { by: 'button', number: 14 });

  await expectDecisions(history, ['12 excluded reverted', '14 excluded reverts']);
});

test('the revert of a revert brings the change back, by git and by the button', async () => {
  for (const by of ['git', 'button'] as const) {
    const history = startedHistory();
    const revert = history.revert(history.squash(12, 'feat: gifts'), { number: 14, by });
    history.revert(revert, { number: 15, by });

    await expectDecisions(history, ['12 included', '14 excluded reverted', '15 excluded reverts']);
  }
});

test('a reapply in the words of newer gits brings the change back, merged or pushed', async () => {
  const history = startedHistory();
  history.reapply(history.revert(history.squash(12, 'feat: gifts'), { number: 14 }), { number: 15 });
  await expectDecisions(history, ['12 included', '14 excluded reverted', '15 excluded reverts']);

  const pushed = startedHistory();
  pushed.reapply(pushed.revert(pushed.squash(12, 'feat: gifts'), { number: 14 }));
  await expectDecisions(pushed, ['12 included', '14 excluded reverted']);
});

test('a revert merged by a merge commit cancels through the one commit it brought', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.branch('revert-12');
  history.checkout('revert-12');
  history.revert(gifts);
  history.checkout('main');
  history.mergePull(14, 'Revert "feat: gifts"', { branch: 'revert-12' });

  await expectDecisions(history, ['12 excluded reverted', '14 excluded reverts']);
});

test('a pull request reverted by a direct push cancels with it', async () => {
  const history = startedHistory();
  history.revert(history.squash(12, 'feat: gifts'));

  await expectDecisions(history, ['12 excluded reverted']);
});

test('a revert merged in the same second as another pull request still finds what it reverts', async () => {
  const history = startedHistory();
  const at = '2026-11-05T10:00:00Z';
  const gifts = history.squash(12, 'feat: gifts', { at });
  history.revert(gifts, { number: 13, at });

  await expectDecisions(history, ['12 excluded reverted', '13 excluded reverts']);
});

test('a revert of something shipped earlier is kept as reverted, with its key', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.0.1');
  history.revert(gifts, { number: 14 });
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);
  const { manifest } = await pulseOver([source], { tag_range: 'v1.0.1..v1.1.0' });

  expect(manifest.pull_requests).toMatchObject([
    { number: 14, decision: 'included', kind: 'reverted', reverts: 'acme/shop#12' },
  ]);
});

test('reverting the last of several rebased commits leaves the pull request in', async () => {
  const history = startedHistory();
  const [, last] = history.rebase(12, ['feat: part one', 'feat: part two']);
  history.revert(last!, { number: 13 });

  await expectDecisions(history, ['12 included', '13 included']);
});

test('a revert of the trigger cancels what it reverts in the window, though it came later', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  history.revert(gifts, { number: 13 });
  const { source } = await onGitHub(history);
  const result = await pulseOver([source], { tag_range: 'v1.0.0..v1.1.0', trigger_prs: '13' });

  expect(decisions(result)).toEqual(['12 excluded reverted', '13 excluded reverts']);
});

test('a revert in the window cancels a pull request of the trigger that merged before it', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.0.1');
  history.revert(gifts, { number: 13 });
  history.tag('v1.1.0');
  const { source } = await onGitHub(history);
  const result = await pulseOver([source], { tag_range: 'v1.0.1..v1.1.0', trigger_prs: '12' });

  expect(decisions(result)).toEqual(['12 excluded reverted', '13 excluded reverts']);
});
