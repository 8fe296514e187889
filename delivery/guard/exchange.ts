import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { IncomingAnswer, OutgoingRequest } from '../edges.ts';

export interface ExchangeLimits {
  maxAnswerBytes: number;
  signal: AbortSignal;
}

/**
 * One POST over a connection that is there, and its answer up to the cap.
 * @throws Error of Node when the answer is not whole
 */
export async function exchange(
  url: URL,
  { headers, body }: OutgoingRequest,
  socket: Socket,
  { maxAnswerBytes, signal }: ExchangeLimits,
): Promise<IncomingAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = httpRequest({
    method: 'POST',
    path: url.pathname + url.search,
    headers: {
      ...headers,
      host: url.host,
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    },
    createConnection: () => socket,
    signal,
  });
  request.once('response', resolve);
  request.on('error', reject);
  request.end(body);
  const response = await promise;
  const { text, truncated } = await readUpTo(response, maxAnswerBytes);
  // A body that ends with its connection ends well for Node, whatever ended the connection.
  signal.throwIfAborted();
  if (!truncated && socket.errored) throw socket.errored;
  return { status: response.statusCode ?? 0, headers: headersOf(response), body: text, truncated };
}

/** Stops reading at the cap; what comes after it is never waited for. */
async function readUpTo(response: IncomingMessage, maxBytes: number) {
  const chunks: Buffer[] = [];
  let left = maxBytes;
  let truncated = false;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, left));
    truncated = chunk.length > left;
    left -= chunk.length;
    if (truncated) break;
  }
  return { text: Buffer.concat(chunks).toString('utf8'), truncated };
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}
