import { expect, test } from 'vitest';
import { numbers, startedHistory } from '../action/sources/git/read-story.ts';
import { primaryLimit } from '../github/faults/rate-faults.ts';
import { faultyHub, release } from './faulty-hub.ts';

const inFortyMinutes = '2026-11-20T00:40:00.000Z';
const resetAt = new Date(inFortyMinutes);

test.each([
  ['GraphQL', undefined, 'DateWindow'],
  ['REST', release, 'GET /repos/{owner}/{repo}/compare/{basehead}'],
] as const)(
  'G2: a spent limit that comes back in 40 minutes ends the run at once (%s)',
  async (_, window, operation) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: { operation }, fault: primaryLimit({ resetAt }) });
    const error = await hub.failure(window);

    expect(error).toMatchObject({ code: 'github_rate_limited', data: { resetAt: inFortyMinutes } });
    expect(error.nextStep).toContain(inFortyMinutes);
    expect(hub.waits).toEqual([]);
  },
);

test('G2: GraphQL says with status 200 that the limit is spent', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: {}, fault: primaryLimit({ resetAt, status: 200 }) });

  expect(await hub.failure()).toMatchObject({
    code: 'github_rate_limited',
    data: { resetAt: inFortyMinutes },
  });
  expect(hub.github.requests).toHaveLength(1);
});

test('G2: points that run out in the middle of a reading end it, and nothing is reported from what was read', async () => {
  const history = startedHistory();
  for (let number = 1; number <= 150; number += 1) history.squash(number, `feat: ${number}`);
  const hub = await faultyHub({ history });
  hub.github.faults.inject({ match: { skip: 1 }, fault: primaryLimit({ resetAt, status: 200 }) });

  expect(await hub.failure()).toMatchObject({ code: 'github_rate_limited' });
  expect(hub.github.requests).toHaveLength(2);
});

test('G2: a limit that comes back within minutes is waited for', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: {}, fault: primaryLimit({ resetAt: new Date('2026-11-20T00:02:00Z') }) });

  expect(numbers(await hub.read())).toEqual([12, 13]);
  expect(hub.waits).toEqual([120_000]);
});
