import { expect, test } from 'vitest';
import { decisions, pulseOverStory, startedHistory } from '../action/sources/git/read-story.ts';
import { closedUnmerged } from '../action/sources/github/alterations.ts';
import { onGitHub } from '../action/sources/github/hub-story.ts';
import { pulseOver, wholeYear } from '../action/sources/github/pulse-over-hub.ts';

function botStory() {
  const history = startedHistory();
  history.batch([
    { number: 12, title: 'Fix a' },
    { number: 13, title: 'Fix b' },
  ]);
  history.rollup(23, [
    { number: 21, title: 'Fix the parser' },
    { number: 22, title: 'Spell the docs' },
  ]);
  history.branch('queue');
  history.checkout('queue');
  history.commit('of a queue nobody knows');
  history.checkout('main');
  history.merge('queue', { message: 'Merge train 42: land 12 and 13' });
  history.tag('v1.1.0');
  return history;
}

const all = [12, 13, 21, 22, 23].map((number) => `${number} included`);
const requests = [wholeYear, { tag_range: 'v1.0.0..v1.1.0' }];

test('N2: in a clone nothing that a merge bot merged vanishes, and what is not understood is a push', async () => {
  for (const request of requests) {
    const result = await pulseOverStory(botStory(), request);
    expect(decisions(result).sort()).toEqual(all);
    expect(result.manifest.direct_pushes.at(-1)?.title).toBe('of a queue nobody knows');
  }
});

test.each([
  ['knows', []],
  ['knows nothing of', [12, 13, 21, 22]],
])('N2: on GitHub, which %s the merges, nothing that a merge bot merged vanishes', async (_, unknown) => {
  const { github, source, repo } = await onGitHub(botStory());
  for (const number of unknown) closedUnmerged(number)(github.state, repo);

  for (const request of requests) {
    const result = await pulseOver([source], request);
    expect(decisions(result).sort()).toEqual(all);
    expect(result.manifest.direct_pushes.at(-1)?.title).toBe('of a queue nobody knows');
  }
});
