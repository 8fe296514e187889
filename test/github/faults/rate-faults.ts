import { jsonAnswer, messageAnswer } from '../http/answer.ts';
import type { Fault } from './fault.ts';

const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

export interface SecondaryLimitOptions {
  /** Default 403; GitHub uses both. */
  status?: 403 | 429;
  /** `Retry-After`: seconds, an HTTP date, or null for none. Default 1 second. */
  retryAfter?: number | Date | null;
}

/** G1. Too many requests at once; the points are not spent. */
export function secondaryLimit({ status = 403, retryAfter = 1 }: SecondaryLimitOptions = {}): Fault {
  const wait = retryAfter instanceof Date ? retryAfter.toUTCString() : String(retryAfter);
  const headers = retryAfter === null ? undefined : { 'retry-after': wait };
  return {
    name: `secondary limit ${status}`,
    instead: () => {
      const answer = messageAnswer(status, secondary);
      return { ...answer, headers: { ...answer.headers, 'x-ratelimit-remaining': '4999', ...headers } };
    },
  };
}

export interface PrimaryLimitOptions {
  /** When there are points again. */
  resetAt: Date;
  /** REST answers 403 or 429, GraphQL 200 with an error of type RATE_LIMITED. Default 403. */
  status?: 200 | 403 | 429;
}

/** G2. The points of the hour are spent. */
export function primaryLimit({ resetAt, status = 403 }: PrimaryLimitOptions): Fault {
  const message = 'API rate limit exceeded for installation ID 424242.';
  const headers = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-used': '5000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(resetAt.getTime() / 1_000)),
  };
  return {
    name: `primary limit ${status}`,
    instead: () => {
      if (status === 200) return jsonAnswer(200, { errors: [{ type: 'RATE_LIMITED', message }] }, headers);
      const answer = messageAnswer(status, message);
      return { ...answer, headers: { ...answer.headers, ...headers } };
    },
  };
}
