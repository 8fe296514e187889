import { ZenPulseError } from '../contract/zenpulse-error.ts';
import { BodyTooLarge } from './body-too-large.ts';
import { type FailedAnswer, failedAnswer, shownWords } from './failed-answer.ts';
import { rateLimitOf } from './rate-limit.ts';

/** How a try failed: for good, for now, because of a rate limit, or for want of a fresh token. */
export type Failure =
  | { kind: 'final'; error: ZenPulseError }
  | { kind: 'transient'; what: string }
  /** `retryAt` null: the limit named no time. */
  | { kind: 'rate'; retryAt: Date | null }
  | { kind: 'token' };

/** What was asked, for messages. */
export interface Asked {
  /** The call, such as `GET /repos/{owner}/{repo}`. */
  what: string;
  /** owner/name, or whatever else was asked about. */
  subject: string;
  /** Permissions the call needs, where GitHub names none. */
  permission: string;
}

const final = (error: ZenPulseError): Failure => ({ kind: 'final', error });

/** What a status means for the call that got it. */
function statusFailure(answer: FailedAnswer, { what, subject, permission }: Asked, now: Date): Failure {
  const { status, headers, message } = answer;
  const limit = rateLimitOf(answer, now);
  if (limit) return { kind: 'rate', ...limit };
  if (status >= 500) return { kind: 'transient', what: `${what} answered ${status}` };
  if (status === 401) return { kind: 'token' };
  if (status === 403) {
    const named = String(headers['x-accepted-github-permissions'] ?? '') || permission;
    return final(new ZenPulseError('github_forbidden', { repository: subject, permission: named, message }));
  }
  if (status === 404) return final(new ZenPulseError('github_not_found', { what: subject }));
  return final(new ZenPulseError('github_refused', { what, status, message }));
}

/** Reads what a call threw: an HTTP error, a body beyond the bound, a time-out or a broken connection. */
export function failureOf(thrown: unknown, asked: Asked, now: Date): Failure {
  if (thrown instanceof ZenPulseError) return final(thrown);
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (cause instanceof BodyTooLarge) {
    const data = { what: asked.what, why: cause.message };
    return final(new ZenPulseError('github_bad_answer', data, { cause }));
  }
  const answer = failedAnswer(thrown);
  if (answer) return statusFailure(answer, asked, now);
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'transient', what: `${asked.what} failed (${shownWords(why)})` };
}
