import { expect, test } from 'vitest';
import { storyEnd } from '../action/sources/github/hub-story.ts';
import { numbers } from '../action/sources/git/read-story.ts';
import { secondaryLimit } from '../github/faults/rate-faults.ts';
import { faultyHub, release } from './faulty-hub.ts';

const minute = 60_000;
const instant = Date.parse(storyEnd);

test.each([403, 429] as const)(
  'G1: a secondary limit (%i) with seconds is waited out to the second',
  async (status) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: {}, fault: secondaryLimit({ status, retryAfter: 17 }) });
    const reading = await hub.read();

    expect(numbers(reading)).toEqual([12, 13]);
    expect(reading.complete).toBe(true);
    expect(hub.waits).toEqual([17_000]);
    expect(hub.askedAt).toEqual([instant, instant + 17_000]);
  },
);

test.each([403, 429] as const)(
  'G1: a secondary limit (%i) with a date is waited out until then',
  async (status) => {
    const hub = await faultyHub();
    const retryAfter = new Date(instant + 90_000);
    hub.github.faults.inject({ match: {}, fault: secondaryLimit({ status, retryAfter }) });
    await hub.read();

    expect(hub.waits).toEqual([90_000]);
  },
);

test('G1: a secondary limit that names no time costs a minute, then two, never less', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: { times: 2 }, fault: secondaryLimit({ retryAfter: null }) });
  await hub.read();

  expect(hub.waits).toEqual([minute, 2 * minute]);
  expect(hub.github.requests).toHaveLength(3);
});

test('G1: the waits are bounded: a limit that stays ends with its name and the time to come back', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { times: 99 },
    fault: secondaryLimit({ status: 429, retryAfter: null }),
  });
  const error = await hub.failure();

  expect(error).toMatchObject({ code: 'github_rate_limited' });
  expect(hub.waits).toEqual([minute, 2 * minute]);
  const resetAt = new Date(instant + 7 * minute).toISOString();
  expect(error.message).toContain(resetAt);
  expect(error.nextStep).toContain(resetAt);
});

test('G1: a date that is already past is no reason to ask without end', async () => {
  const hub = await faultyHub();
  const retryAfter = new Date(instant - minute);
  hub.github.faults.inject({ match: { times: 1_000 }, fault: secondaryLimit({ retryAfter }) });

  expect((await hub.failure()).code).toBe('github_rate_limited');
  expect(hub.github.requests.length).toBeLessThanOrEqual(5);
});

test('G1: a limit met over REST is waited out as well, by every request under way', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { operation: 'GET /repos/{owner}/{repo}/compare/{basehead}' },
    fault: secondaryLimit({ retryAfter: 5 }),
  });

  expect(numbers(await hub.read(release))).toEqual([12, 13]);
  expect(hub.waits).toEqual([5_000]);
});

test.each([
  ['RATE_LIMITED', {}],
  ['RATE_LIMIT', { code: 'graphql_rate_limit' }],
  [undefined, { extensions: { code: 'rate_limit_exceeded' } }],
  [undefined, { message: 'API rate limit already exceeded for user ID 1.' }],
  [undefined, { message: 'You have exceeded a secondary rate limit.' }],
])('G1: a limit told beside the data as %s %o is waited out like any other', async (type, more) => {
  const hub = await faultyHub();
  const reset = String((instant + 5_000) / 1_000);
  hub.github.faults.inject({
    match: {},
    fault: {
      name: 'a limit with status 200',
      instead: () => ({
        status: 200,
        headers: {
          'content-type': 'application/json',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': reset,
        },
        body: JSON.stringify({ errors: [{ type, message: 'No more for now.', ...more }] }),
      }),
    },
  });

  expect(numbers(await hub.read())).toEqual([12, 13]);
  expect(hub.waits).toEqual([5_000]);
});
