import { expect, test } from 'vitest';
import { decisions, pulseOverStory, startedHistory } from '../action/sources/git/read-story.ts';
import { inFork } from '../action/sources/github/alterations.ts';
import { onGitHub } from '../action/sources/github/hub-story.ts';
import { pulseOver } from '../action/sources/github/pulse-over-hub.ts';

/** Every place in which a number of another repository stands, each beside an own pull request of that number. */
function foreignNumbers() {
  const history = startedHistory();
  history.squash(12, 'feat: basket');
  history.squash(13, 'Revert "feat: use the new engine"', { body: 'Reverts acme/engine#12' });
  history.squash(14, 'Take the engine back', {
    body: 'This reverts https://github.com/acme/engine/pull/12.',
  });
  history.commit('Import the parser', { body: 'PR-URL: https://github.com/acme/engine/pull/12' });
  const ofFork = history.commit('Work of a fork');
  history.tag('v1.1.0');
  return { history, ofFork };
}

const all = ['12 included', '13 included', '14 included'];
const request = { tag_range: 'v1.0.0..v1.1.0' };

test('N1: in a clone no number of another repository is taken for an own one', async () => {
  const { history } = foreignNumbers();
  const result = await pulseOverStory(history, request);

  expect(decisions(result)).toEqual(all);
  expect(result.manifest.direct_pushes.map(({ title }) => title)).toEqual([
    'Import the parser',
    'Work of a fork',
  ]);
});

test('N1: on GitHub no number of another repository is taken for an own one, nor a fork of one', async () => {
  const { history, ofFork } = foreignNumbers();
  const { github, source, repo } = await onGitHub(history);
  inFork(12, ofFork)(github.state, repo);
  const result = await pulseOver([source], request);

  expect(decisions(result)).toEqual(all);
  expect(result.manifest.pull_requests[0]?.title).toBe('feat: basket');
  expect(result.manifest.direct_pushes).toHaveLength(2);
});

test('N1: a report names what another repository is reverted of by its whole key', async () => {
  const { history } = foreignNumbers();
  const { manifest } = await pulseOverStory(history, request);

  expect(manifest.pull_requests.map(({ reverts }) => reverts)).toEqual([
    null,
    'acme/engine#12',
    'acme/engine#12',
  ]);
});
