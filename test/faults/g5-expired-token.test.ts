import { expect, test } from 'vitest';
import { numbers } from '../action/sources/git/read-story.ts';
import { faultyHub, release } from './faulty-hub.ts';

const fresh = 'ghs_CANARY0123456789b';

test('G5: a refused token is asked for once more, and the new one goes on', async () => {
  const hub = await faultyHub({ tokens: [fresh] });

  expect(numbers(await hub.read())).toEqual([12, 13]);
  expect(hub.renewals).toEqual([false, true]);
  expect(hub.github.requests.map(({ status }) => status)).toEqual([401, 200]);
});

test('G5: a new token that is refused too ends after two calls, with what to do', async () => {
  const hub = await faultyHub({ tokens: ['another'] });
  const error = await hub.failure();

  expect(error.code).toBe('github_unauthorized');
  expect(error.nextStep).toContain('make a new one');
  expect(hub.renewals).toEqual([false, true]);
  expect(hub.github.requests).toHaveLength(2);
  expect(hub.waits).toEqual([]);
});

test('G5: a token that expires in the middle of a reading is renewed in its place', async () => {
  const hub = await faultyHub({ tokens: ['ghs_CANARY0123456789a', fresh] });
  hub.github.faults.inject({
    match: { operation: 'GET /repos/{owner}/{repo}/compare/{basehead}' },
    fault: { name: 'expires', before: () => hub.github.state.tokens?.delete('ghs_CANARY0123456789a') },
  });

  expect(numbers(await hub.read(release))).toEqual([12, 13]);
  expect(hub.github.requests.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(2);
});
