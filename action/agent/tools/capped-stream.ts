/** Largest answer, in bytes; a stream of events counts as one. */
const maxBytes = 32 * 1024 * 1024;

/** `fetch` whose bodies fail beyond a bound, while they still arrive as they are sent. */
export const cappedStream =
  (fetch: typeof globalThis.fetch, most = maxBytes): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    if (!response.body) return response;
    let size = 0;
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        size += part.byteLength;
        if (size > most) controller.error(new Error(`an answer of more than ${most} bytes`));
        else controller.enqueue(part);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counting), { status, statusText, headers });
  };
