import { z } from 'zod';
import { visibleText } from '../../contract/reading/visible-text.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { BodyTooLarge } from './bounded-fetch.ts';
import type { Failure } from './call-policy.ts';

/** An answer of GitHub's as far as a failure is told by it. */
export interface FailedAnswer {
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  /** GitHub's own words, made one line that can be shown. */
  message: string;
}

const requestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z.object({
    headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()),
    data: z.unknown(),
  }),
});

/** Pages of a gateway are no message. */
const shown = (message: string) =>
  /^\s*</.test(message) ? 'a page of HTML' : visibleText(message).slice(0, 300);

const ownWords = z.object({ message: z.string() });

/** The answer a thrown error stands for; null when none came, or none that ended. */
export function failedAnswer(thrown: unknown): FailedAnswer | null {
  const parsed = requestError.safeParse(thrown);
  if (!parsed.success) return null;
  const { status, message, response } = parsed.data;
  const own = ownWords.safeParse(response.data);
  return { status, headers: response.headers, message: shown(own.success ? own.data.message : message) };
}

/** `Retry-After` as seconds or as an HTTP date; else the reset of a spent primary limit; null: not told. */
function untilOf({ headers }: FailedAnswer, now: Date): Date | null {
  const retryAfter = String(headers['retry-after'] ?? '');
  if (/^\d{1,9}$/.test(retryAfter)) return new Date(now.getTime() + Number(retryAfter) * 1_000);
  const date = Date.parse(retryAfter);
  if (!Number.isNaN(date)) return new Date(date);
  const reset = Number(headers['x-ratelimit-reset']);
  const isSpent = String(headers['x-ratelimit-remaining']) === '0';
  return isSpent && reset > 0 && reset < 1e11 ? new Date(reset * 1_000) : null;
}

/** The end of the rate limit an answer tells of; null when it tells of none. */
export function rateLimitOf(answer: FailedAnswer, now: Date): { until: Date | null } | null {
  const { status, headers, message } = answer;
  const isLimit =
    status === 429 ||
    (status === 403 &&
      (headers['retry-after'] !== undefined ||
        String(headers['x-ratelimit-remaining']) === '0' ||
        /rate limit|abuse detection/i.test(message)));
  return isLimit ? { until: untilOf(answer, now) } : null;
}

/** What a status means for the call that got it. */
function statusFailure(answer: FailedAnswer, what: string, repository: string, now: Date): Failure {
  const { status, headers, message } = answer;
  const limit = rateLimitOf(answer, now);
  if (limit) return { kind: 'rate', ...limit };
  if (status >= 500) return { kind: 'transient', what: `${what} answered ${status}` };
  if (status === 401) return { kind: 'token' };
  const error =
    status === 403
      ? new ZenPulseError('github_forbidden', {
          repository,
          permission: String(headers['x-accepted-github-permissions'] ?? '') || 'contents=read',
          message,
        })
      : status === 404
        ? new ZenPulseError('github_not_found', { what: repository })
        : new ZenPulseError('github_refused', { what, status, message });
  return { kind: 'final', error };
}

/**
 * Reads what a call threw: an HTTP error, a body beyond the bound, a time-out or a broken connection.
 * @param what the call, such as `GET /repos/{owner}/{repo}`
 * @param repository owner/name, or whatever else was asked for
 */
export function failureOf(thrown: unknown, what: string, repository: string, now: Date): Failure {
  if (thrown instanceof ZenPulseError) return { kind: 'final', error: thrown };
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (cause instanceof BodyTooLarge) {
    const error = new ZenPulseError('github_bad_answer', { what, why: cause.message }, { cause });
    return { kind: 'final', error };
  }
  const answer = failedAnswer(thrown);
  if (answer) return statusFailure(answer, what, repository, now);
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'transient', what: `${what} failed (${shown(why)})` };
}
