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
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(!isRead && { connection: 'close' }),
    ...headers,
  });
  if (isRead) {
    response.end(text);
    return;
  }
  // Ending the answer would end the connection, and a sender that is still writing would see a reset instead of it.
  // So its bytes are thrown away for a while.
  response.write(text);
  request.resume();
  const timer = setTimeout(() => request.destroy(), lingerMs);
  request.once('end', () => response.end()).once('close', () => clearTimeout(timer));
}
