/** Largest body read, in bytes. GitHub's largest pages stay far below; beyond it something is wrong. */
const maxBodyBytes = 16 * 1024 * 1024;

/** One request's time, from connecting to the last byte. */
const requestMs = 9_000;

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

export interface FetchBounds {
  maxBytes?: number;
  timeoutMs?: number;
}

/**
 * `fetch` that reads the whole body before it answers, so that a hang or a cut in the body is a failure of the request,
 * within a bound of bytes and of time. Tokens are fetched through it too: no request of Octokit's is without a deadline.
 */
export const boundedFetch =
  (
    fetch: typeof globalThis.fetch,
    { maxBytes = maxBodyBytes, timeoutMs = requestMs }: FetchBounds = {},
  ): typeof globalThis.fetch =>
  async (input, init) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    const response = await fetch(input, { ...init, signal });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      if (size > maxBytes) throw new BodyTooLarge(`more than ${maxBytes} bytes`);
      parts.push(part);
    }
    const hasNoBody = response.status === 204 || response.status === 304;
    const { status, statusText, headers } = response;
    return new Response(hasNoBody ? null : Buffer.concat(parts), { status, statusText, headers });
  };
