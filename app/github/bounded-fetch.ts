import { cappedFetch } from '../../calls/capped-fetch.ts';

/** Largest body read, in bytes. GitHub's largest pages stay far below; beyond it something is wrong. */
const maxBodyBytes = 16 * 1024 * 1024;

/** One request's time, from connecting to the last byte. */
const requestMs = 9_000;

export interface FetchBounds {
  maxBytes?: number;
  timeoutMs?: number;
}

/**
 * `fetch` that reads the whole body before it answers, within a bound of bytes and of time. Tokens are fetched through
 * it too: no request of Octokit's is without a deadline.
 */
export function boundedFetch(
  fetch: typeof globalThis.fetch,
  { maxBytes = maxBodyBytes, timeoutMs = requestMs }: FetchBounds = {},
): typeof globalThis.fetch {
  const capped = cappedFetch(fetch, maxBytes);
  return (input, init) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    return capped(input, { ...init, signal });
  };
}
