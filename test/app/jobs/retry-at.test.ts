import { expect, test } from 'vitest';
import { retryAt } from '../../../app/jobs/retry-at.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';

const now = new Date('2026-11-20T12:00:00Z');
const limited = (resetAt: string) => new ZenPulseError('github_rate_limited', { resetAt });

test.each([
  ['in forty minutes', limited('2026-11-20T12:40:00.000Z'), '2026-11-20T12:40:05.000Z'],
  ['in a moment', limited('2026-11-20T12:00:02.000Z'), '2026-11-20T12:01:00.000Z'],
  ['in the past, as clocks have it', limited('2026-11-20T11:00:00.000Z'), '2026-11-20T12:01:00.000Z'],
  ['at a time nobody can read', limited('soon'), '2026-11-20T12:01:00.000Z'],
])('a rate limit that ends %s puts the job off until then, at least a minute', (_, error, at) => {
  expect(retryAt(error, now)?.toISOString()).toBe(at);
});

test('any other failure is left to the queue', () => {
  expect(retryAt(new Error('no'), now)).toBeNull();
  expect(retryAt(new ZenPulseError('github_unavailable', { what: 'x', tries: 3 }), now)).toBeNull();
});
