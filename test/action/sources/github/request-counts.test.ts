import { expect, test } from 'vitest';
import { addRepository } from '../../../github/state/github-state.ts';
import { push } from '../../../github/state/push.ts';
import { updatePull } from '../../../github/state/update-pull.ts';
import { dates, numbers, pushes, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { read } from './pulse-over-hub.ts';

const pages = (count: number) => Math.ceil(count / 100);
const since = '2026-11-05T00:00:00Z';
const window = dates(since, '2026-11-20T00:00:00Z');

/** A story of squashes before the window, and as many as wanted in it. */
function storyWith(inWindow: number, before = 120) {
  const history = startedHistory({ stepMinutes: 5 });
  for (let number = 1; number <= before; number += 1) history.squash(number, `feat: old ${number}`);
  for (let at = 0; at < inWindow; at += 1)
    history.squash(1_000 + at, `feat: ${at}`, {
      at: new Date(Date.parse(since) + at * 60_000).toISOString(),
    });
  return history;
}

test.each([0, 1, 99, 100, 101, 250])(
  'a date window with %i updated pull requests costs no more than a page each hundred, and one',
  async (updated) => {
    for (const [before, baseBranch] of [
      [0, 'main'],
      [120, undefined],
    ] as const) {
      const { github, source } = await onGitHub(storyWith(updated, before));
      const reading = await read(source, window, { baseBranch });

      expect(numbers(reading)).toHaveLength(updated);
      expect(reading.complete).toBe(true);
      expect(github.requests.length).toBeLessThanOrEqual(1 + pages(updated));
    }
  },
);

test('pull requests that were only updated in the window cost pages and count for nothing', async () => {
  const { github, source } = await onGitHub(storyWith(0, 150));
  for (let number = 1; number <= 130; number += 1) updatePull(github.state, 'acme/shop', number);
  const reading = await read(source, window);

  expect(reading.changes).toEqual([]);
  expect(github.requests.length).toBeLessThanOrEqual(1 + pages(130));
});

test('an empty window costs one request, the rules of the repository and its organisation included', async () => {
  const history = startedHistory();
  history.commit('Add rules', { files: { '.github/zenpulse.yml': 'excludes:\n  titles: ["^a"]\n' } });
  const { github, source } = await onGitHub(history);
  addRepository(github.state, 'acme/.github');
  push(github.state, 'acme/.github', 'Add rules', { files: { '.github/zenpulse.yml': 'excludes: {}\n' } });
  const reading = await read(source, window, { baseBranch: 'main' });

  expect(reading.changes).toEqual([]);
  expect(reading.rules).toHaveLength(2);
  expect(github.requests).toHaveLength(1);
});

test('a request that the walk did not need reads further commits, for direct pushes among them', async () => {
  const history = startedHistory({ startAt: '2026-11-05T01:00:00Z', stepMinutes: 5 });
  history.commit('Fix the build');
  for (let number = 1; number <= 60; number += 1)
    history.mergePull(number, `feat: ${number}`, { commits: ['one'] });
  const { github, source } = await onGitHub(history);
  const reading = await read(source, window);

  expect(pushes(reading)).toEqual(['Initial commit', 'Fix the build']);
  expect(reading.notices).toEqual([]);
  expect(github.requests).toHaveLength(2);
});

interface Mix {
  squashes?: number;
  merges?: number;
  rebases?: number;
  pushes?: number;
  picks?: number;
  lagging?: boolean;
}

const mixes: Mix[] = [
  {},
  { squashes: 1 },
  { squashes: 99 },
  { squashes: 100 },
  { squashes: 250 },
  { merges: 60 },
  { merges: 130 },
  { rebases: 120 },
  { pushes: 150 },
  { picks: 3 },
  { squashes: 120, picks: 2, pushes: 30 },
  { squashes: 80, merges: 40, rebases: 40, pushes: 40 },
  { squashes: 230, pushes: 90, lagging: true },
];

test.each(mixes)('a tag window of %o keeps to its bound', async (mix) => {
  const { squashes = 0, merges = 0, rebases = 0, pushes = 0, picks = 0, lagging = false } = mix;
  const history = startedHistory({ stepMinutes: 2 });
  history.branch('release');
  const picked = Array.from({ length: picks }, (_, at) => history.squash(5_000 + at, `fix: picked ${at}`));
  history.checkout('release');
  history.commit('Version 1.1.0');
  history.tag('v1.1.0');
  let number = 0;
  const expected: number[] = [];
  const next = () => {
    number += 1;
    expected.push(number);
    return number;
  };
  for (let at = 0; at < squashes; at += 1) history.squash(next(), `feat: ${at}`);
  for (let at = 0; at < merges; at += 1) history.mergePull(next(), `fix: ${at}`, { commits: ['a', 'b'] });
  for (let at = 0; at < rebases; at += 1) history.rebase(next(), ['one', 'two']);
  for (let at = 0; at < pushes; at += 1) history.commit(`Fix typo ${at}`);
  for (const [at, commit] of picked.entries()) {
    history.cherryPick(commit);
    expected.push(5_000 + at);
  }
  history.tag('v1.2.0');
  const { github, source, repo } = await onGitHub(history, lagging ? { indexLagMs: 10 ** 12 } : {});
  const reading = await read(source, tags('v1.1.0..v1.2.0'));
  const shas = (await repo.git('rev-list', 'v1.1.0..v1.2.0')).split('\n').filter(Boolean);
  const base = Date.parse(reading.timeframe.start ?? '');
  const merged = new Set(history.pulls.map(({ mergeCommit }) => repo.sha(mergeCommit)));
  const updated = history.pulls.filter(({ mergedAt }) => Date.parse(mergedAt) >= base).length;
  const unmatched = shas.filter((sha) => !merged.has(sha)).length;

  expect(new Set(numbers(reading))).toEqual(new Set(expected));
  expect(reading.complete).toBe(true);
  const bound = pages(shas.length) + pages(updated) + pages(unmatched) + 2;
  expect(github.requests.length).toBeLessThanOrEqual(bound);
});

test('independent pages are asked for at the same time', async () => {
  const history = startedHistory({ stepMinutes: 1 });
  for (let at = 0; at < 450; at += 1) history.commit(`Fix typo ${at}`);
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history, { latencyMs: 60 });
  await read(source, tags('v1.0.0..v1.1.0'));
  const most = (name: RegExp) => {
    const asked = github.requests.filter(({ operation }) => name.test(operation ?? ''));
    return Math.max(
      ...asked.map(
        ({ startedAt }) =>
          asked.filter((other) => other.startedAt <= startedAt && (other.endedAt ?? 0) > startedAt).length,
      ),
    );
  };

  expect(most(/compare/)).toBeGreaterThanOrEqual(2);
  expect(most(/PullsOfCommits/)).toBeGreaterThanOrEqual(2);
  expect(most(/compare|RecentPulls/)).toBeGreaterThanOrEqual(2);
});
