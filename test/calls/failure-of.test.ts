import { expect, test } from 'vitest';
import { failureOf } from '../../calls/failure-of.ts';

const now = new Date('2026-11-20T00:00:00Z');
const asked = { what: 'GET /repos/{owner}/{repo}', subject: 'acme/shop', permission: 'contents=read' };

/** As Octokit throws it. */
const answered = (status: number, data: unknown = '', headers: Record<string, string> = {}) =>
  Object.assign(new Error('Octokit would say this'), { status, response: { status, headers, data } });

const read = (thrown: unknown) => failureOf(thrown, asked, now);

test('a refusal tells what is wrong with each field, in the words of GitHub', () => {
  const data = {
    message: 'Validation Failed',
    errors: [{ resource: 'Search', message: 'No commits\u202e in common' }],
  };
  expect(read(answered(422, data))).toMatchObject({
    kind: 'final',
    error: { code: 'github_refused', data: { message: 'Validation Failed; No commits in common' } },
  });
});

test('errors without words leave the message alone', () => {
  const data = { message: 'Validation Failed', errors: [{ code: 'missing_field' }] };
  expect(read(answered(422, data))).toMatchObject({ error: { data: { message: 'Validation Failed' } } });
});

test.each([
  ['a 429', answered(429)],
  ['a 403 with Retry-After', answered(403, '', { 'retry-after': '7' })],
  ['a 403 with nothing left', answered(403, '', { 'x-ratelimit-remaining': '0' })],
  ['a 403 that says so', answered(403, { message: 'You have exceeded a secondary rate limit.' })],
])('%s is a rate limit, not a missing permission', (_, thrown) => {
  expect(read(thrown).kind).toBe('rate');
});

test.each([
  ['seconds', { 'retry-after': '7' }, '2026-11-20T00:00:07.000Z'],
  ['a date', { 'retry-after': 'Fri, 20 Nov 2026 00:01:00 GMT' }, '2026-11-20T00:01:00.000Z'],
  [
    'a reset',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795000000' },
    '2026-11-18T11:06:40.000Z',
  ],
])('a limit told as %s ends then', (_, headers, end) => {
  expect(read(answered(429, '', headers))).toEqual({ kind: 'rate', retryAt: new Date(end) });
});

test.each([
  ['nothing', {}],
  ['a reset although something is left', { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '1795000000' }],
  ['a reset no calendar has', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999999' }],
])('a limit that tells %s has no end', (_, headers) => {
  expect(read(answered(429, '', headers))).toEqual({ kind: 'rate', retryAt: null });
});

test('a missing permission is the one GitHub names, else the one the call needs', () => {
  const named = answered(403, '', { 'x-accepted-github-permissions': 'pull_requests=read' });
  expect(read(named)).toMatchObject({ error: { data: { permission: 'pull_requests=read' } } });
  expect(read(answered(403))).toMatchObject({ error: { data: { permission: 'contents=read' } } });
});

test.each([
  ['a server error', answered(502, '<html>Bad Gateway</html>'), 'GET /repos/{owner}/{repo} answered 502'],
  ['a broken connection', new Error('read ECONNRESET'), 'GET /repos/{owner}/{repo} failed (read ECONNRESET)'],
])('%s may pass', (_, thrown, what) => {
  expect(read(thrown)).toEqual({ kind: 'transient', what });
});
