import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a sender that is still writing gets to read the answer. */
const lingerMs = 1_000;

/**
 * Answers with JSON. A request whose body was not read to its end has its connection ended: what comes after it
 * could not be told apart.
 */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, headers = {} }: { status: number; body: object; headers?: Record<string, string> },
): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  const isRead = request.complete;
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      ...(!isRead && { connection: 'close' }),
      ...headers,
    })
    .end(text);
  if (isRead) return;
  // Its bytes are thrown away, so that the sender gets to see the answer instead of a reset.
  request.resume();
  const timer = setTimeout(() => request.destroy(), lingerMs);
  request.once('close', () => clearTimeout(timer));
}
