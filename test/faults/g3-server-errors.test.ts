import { expect, test } from 'vitest';
import { numbers, startedHistory } from '../action/sources/git/read-story.ts';
import { serverError } from '../github/faults/status-faults.ts';
import { faultyHub, release, smallStory } from './faulty-hub.ts';

const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}';

test.each([500, 502, 503, 504] as const)(
  'G3: one %i is tried again after a short pause, with half the page',
  async (status) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: {}, fault: serverError(status) });
    const reading = await hub.read();

    expect(numbers(reading)).toEqual([12, 13]);
    expect(reading.complete).toBe(true);
    expect(hub.waits).toEqual([300]);
    expect(hub.github.requests.map(({ variables }) => variables['pageSize'])).toEqual([100, 50]);
  },
);

test.each([500, 502, 503, 504] as const)(
  'G3: a %i that stays ends after three tries, with what to do',
  async (status) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: { times: 99 }, fault: serverError(status) });
    const error = await hub.failure();

    expect(error).toMatchObject({ code: 'github_unavailable', data: { tries: 3 } });
    expect(error.message).toContain(String(status));
    expect(error.nextStep).toContain('githubstatus.com');
    expect(hub.waits).toEqual([300, 600]);
    expect(hub.github.requests.map(({ variables }) => variables['pageSize'])).toEqual([100, 50, 25]);
  },
);

test('G3: REST is tried again as well, three times at most; then both histories are read instead', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: { operation: compare, times: 99 }, fault: serverError(502) });

  expect(numbers(await hub.read(release))).toEqual([12, 13]);
  expect(hub.github.requests.filter(({ operation }) => operation === compare)).toHaveLength(3);
});

test('G3: a page too heavy for GitHub is read in smaller ones, and nothing is lost', async () => {
  const history = startedHistory();
  const all = Array.from({ length: 120 }, (_, at) => at + 1);
  for (const number of all) history.squash(number, `feat: ${number}`);
  const hub = await faultyHub({ history });
  await hub.read();
  const whole = hub.github.requests.length;
  const heaviest = Math.max(...hub.github.requests.map(({ nodeCount }) => nodeCount));
  hub.github.requests.length = 0;
  hub.github.heavyPageLimit = Math.floor(heaviest * 0.7);
  const reading = await hub.read();

  expect(numbers(reading)).toEqual(all);
  expect(reading.complete).toBe(true);
  expect(hub.github.requests.length).toBeLessThanOrEqual(4 * whole);
});

test('G3: links from commits are asked in smaller batches when GitHub cannot make them in time', async () => {
  const history = startedHistory();
  for (let number = 1; number <= 40; number += 1) history.rebase(number, ['a', 'b', 'c']);
  history.tag('v1.1.0');
  const hub = await faultyHub({ history });
  hub.github.faults.inject({ match: { operation: 'PullsOfCommits' }, fault: serverError(502) });
  const expected = history.pulls.map(({ number }) => number);

  expect(numbers(await hub.read(release))).toEqual(expected);
});

test('G3: a small story behind two bad gateways is still read whole', async () => {
  const hub = await faultyHub({ history: smallStory() });
  hub.github.faults.inject({ match: { operation: 'RecentPulls', times: 2 }, fault: serverError(502) });

  expect(numbers(await hub.read(release))).toEqual([12, 13]);
});
