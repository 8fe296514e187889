import { z } from 'zod';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Failure } from './call-policy.ts';
import { BodyTooLarge } from './github-fetch.ts';

/** An answer of GitHub's as far as a failure is told by it. */
export interface FailedAnswer {
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  /** GitHub's own words; untrusted, shown as one line. */
  message: string;
}

const requestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z
    .object({ headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()) })
    .optional(),
});

/** `Retry-After` as seconds or as an HTTP date; else the reset of a spent primary limit; null: not told. */
export function retryAtOf({ headers }: Pick<FailedAnswer, 'headers'>, now: number): number | null {
  const retryAfter = String(headers['retry-after'] ?? '');
  if (/^\d+$/.test(retryAfter)) return now + Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  if (!Number.isNaN(date)) return date;
  const reset = Number(headers['x-ratelimit-reset']);
  return String(headers['x-ratelimit-remaining']) === '0' && reset > 0 ? reset * 1000 : null;
}

const isRateLimit = ({ status, headers, message }: FailedAnswer) =>
  status === 429 ||
  (status === 403 &&
    (headers['retry-after'] !== undefined ||
      String(headers['x-ratelimit-remaining']) === '0' ||
      /rate limit|abuse detection/i.test(message)));

const shown = (message: string) => visibleText(message).slice(0, 300);

/** What a status means for the call that got it. @param what the call, such as `GET /repos/acme/shop` */
export function failureOf(answer: FailedAnswer, what: string, repository: string, now: number): Failure {
  const { status, headers, message } = answer;
  if (isRateLimit(answer)) return { kind: 'rate', retryAt: retryAtOf(answer, now) };
  if (status >= 500) return { kind: 'transient', what: `${what} answered ${status}` };
  if (status === 401) return { kind: 'token' };
  if (status === 403) {
    const permission =
      String(headers['x-accepted-github-permissions'] ?? '') || 'contents=read, pull_requests=read';
    return {
      kind: 'final',
      error: new ZenPulseError('github_forbidden', { repository, permission, message: shown(message) }),
    };
  }
  if (status === 404)
    return { kind: 'final', error: new ZenPulseError('github_not_found', { what: repository }) };
  return {
    kind: 'final',
    error: new ZenPulseError('github_refused', { what, status, message: shown(message) }),
  };
}

/** Reads what a call threw: an HTTP error, a body beyond the bound, a time-out or a broken connection. */
export function thrownFailure(thrown: unknown, what: string, repository: string, now: number): Failure {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (cause instanceof BodyTooLarge) {
    return {
      kind: 'final',
      error: new ZenPulseError('github_bad_answer', { what, why: cause.message }, { cause }),
    };
  }
  const parsed = requestError.safeParse(thrown);
  if (parsed.success && parsed.data.response) {
    const { status, message, response } = parsed.data;
    return failureOf({ status, headers: response.headers, message }, what, repository, now);
  }
  if (!(thrown instanceof Error)) throw thrown;
  return { kind: 'transient', what: `${what} failed (${shown(thrown.message)})` };
}
