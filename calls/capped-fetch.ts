import { BodyTooLarge } from './body-too-large.ts';

/**
 * `fetch` that reads the whole body before it answers, so that a hang or a cut in the body is a failure of the
 * call, and refuses to read more than a bound.
 */
export const cappedFetch =
  (fetch: typeof globalThis.fetch, maxBytes: number): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      if (size > maxBytes) throw new BodyTooLarge(maxBytes);
      parts.push(part);
    }
    const hasNoBody = response.status === 204 || response.status === 304;
    const { status, statusText, headers } = response;
    return new Response(hasNoBody ? null : Buffer.concat(parts), { status, statusText, headers });
  };
