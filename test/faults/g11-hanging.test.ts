import { expect, test } from 'vitest';
import { z } from 'zod';
import { callLimits } from '../../action/sources/github/call-limits.ts';
import { createGitHubClient } from '../../action/sources/github/github-client.ts';
import { toolkitFetch } from '../../action/sources/github/toolkit-fetch.ts';
import { withCallPolicy } from '../../calls/call-policy.ts';
import { numbers } from '../action/sources/git/read-story.ts';
import { hangs, resets } from '../github/faults/connection-faults.ts';
import { faultyHub, release } from './faulty-hub.ts';

const quick = { tries: 3, tryMs: 100, rateWaitMs: 300_000 };
/** For tests in which GitHub also answers: the stand-in's first answer takes a while. */
const unhurried = { ...quick, tryMs: 1_000 };
const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const places = ['connect', 'headers', 'body'] as const;

test.each(places)(
  'G11: a server that hangs at %s is left after each try, and the call ends',
  async (place) => {
    const hub = await faultyHub({ limits: quick });
    hub.github.faults.inject({ match: { times: 99 }, fault: hangs(place) });
    const error = await hub.failure();

    expect(error).toMatchObject({ code: 'github_unavailable', data: { tries: 3 } });
    expect(hub.github.requests).toHaveLength(3);
  },
);

test.each(places)('G11: one hang at %s is made up for by the next try', async (place) => {
  const hub = await faultyHub({ limits: unhurried });
  await hub.read();
  hub.github.faults.inject({ match: {}, fault: hangs(place) });

  expect(numbers(await hub.read())).toEqual([12, 13]);
  expect(hub.waits).toEqual([300]);
});

test('G11: a hang over REST ends as well', async () => {
  const hub = await faultyHub({ limits: unhurried });
  await hub.read(release);
  hub.github.requests.length = 0;
  hub.github.faults.inject({
    match: { operation: compare, times: 99 },
    fault: hangs('body'),
  });

  expect(numbers(await hub.read(release))).toEqual([12, 13]);
  expect(hub.github.requests.filter(({ operation }) => operation === compare)).toHaveLength(3);
});

test.each(['connect', 'body'] as const)(
  'G11: a connection that is reset at %s is tried again',
  async (place) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: {}, fault: resets(place) });

    expect(numbers(await hub.read())).toEqual([12, 13]);
    expect(hub.github.requests).toHaveLength(2);
  },
);

test('G11: an address where nobody listens ends after three tries', async () => {
  const hub = await faultyHub();
  await hub.github.close();

  expect(await hub.failure()).toMatchObject({ code: 'github_unavailable', data: { tries: 3 } });
});

test('G11: by default every try together with the longest pauses ends within 30 seconds', async () => {
  let pausedMs = 0;
  let tries = 0;
  const call = withCallPolicy(
    {
      attempt: async () => {
        tries += 1;
        throw new Error('hangs');
      },
      failureOf: () => ({ kind: 'transient', what: 'hangs' }),
    },
    {
      clock: () => new Date(0),
      sleep: async (ms) => {
        pausedMs += ms;
      },
      random: () => 1,
    },
    callLimits,
  );

  await expect(call).rejects.toMatchObject({ code: 'github_unavailable' });
  expect(tries).toBe(callLimits.tries);
  expect(tries * callLimits.tryMs + pausedMs).toBeLessThanOrEqual(30_000);
});

test('G11: a token that never comes ends like any other hang', async () => {
  const client = createGitHubClient(
    'acme/shop',
    { apiUrl: 'http://127.0.0.1:1', graphqlUrl: 'http://127.0.0.1:1/graphql' },
    {
      fetch: toolkitFetch,
      clock: () => new Date(0),
      sleep: async () => {},
      random: () => 1,
      token: () => new Promise<string>(() => {}),
    },
    { tries: 2, tryMs: 20, rateWaitMs: 0 },
  );

  await expect(client.rest('GET /rate_limit', {}, z.unknown())).rejects.toMatchObject({
    code: 'github_unavailable',
    data: { tries: 2 },
  });
});
