import { ZenPulseError } from '../contract/zenpulse-error.ts';
import { BodyTooLarge } from './body-too-large.ts';
import { type FailedAnswer, failedAnswer, shownWords } from './failed-answer.ts';
import { rateLimitOf } from './rate-limit.ts';
import { ssoAddress } from './sso-address.ts';

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

/** A refusal that trying again does not change. @param cause what the call threw */
function refusalOf(
  { status, headers, message }: FailedAnswer,
  { what, subject, permission }: Asked,
  cause: unknown,
): ZenPulseError {
  if (status === 404) return new ZenPulseError('github_not_found', { what: subject }, { cause });
  if (status !== 403) return new ZenPulseError('github_refused', { what, status, message }, { cause });
  if (String(headers['x-github-sso'] ?? '').startsWith('required')) {
    const data = { repository: subject, url: ssoAddress(headers) };
    return new ZenPulseError('github_sso_required', data, { cause });
  }
  const named = String(headers['x-accepted-github-permissions'] ?? '') || permission;
  return new ZenPulseError(
    'github_forbidden',
    { repository: subject, permission: named, message },
    { cause },
  );
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
  if (answer === null) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'transient', what: `${asked.what} failed (${shownWords(why)})` };
  }
  const limit = rateLimitOf(answer, now);
  if (limit) return { kind: 'rate', ...limit };
  if (answer.status >= 500) return { kind: 'transient', what: `${asked.what} answered ${answer.status}` };
  return answer.status === 401 ? { kind: 'token' } : final(refusalOf(answer, asked, thrown));
}
