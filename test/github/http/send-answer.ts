import type { ServerResponse } from 'node:http';
import { Buffer } from 'node:buffer';
import type { Answer } from './answer.ts';

/** How an answer leaves: whole, or with the connection stalled or torn on the way. */
export type Delivery = 'whole' | 'no-answer' | 'half-headers' | 'half-body' | 'reset' | 'reset-in-body';

/** Sends an answer. A stalled connection stays open until the client or the server closes it. */
export function sendAnswer(response: ServerResponse, answer: Answer | null, delivery: Delivery): void {
  if (delivery === 'reset') response.socket?.resetAndDestroy();
  if (delivery === 'reset' || delivery === 'no-answer' || answer === null) return;
  if (delivery === 'half-headers') {
    response.socket?.write(`HTTP/1.1 ${answer.status} OK\r\ncontent-type: application/json\r\nx-git`);
    return;
  }
  const body = Buffer.from(answer.body);
  const length = answer.status === 204 ? {} : { 'content-length': String(body.length) };
  response.writeHead(answer.status, { ...answer.headers, ...length });
  if (delivery === 'whole') {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
    if (delivery === 'reset-in-body') response.socket?.resetAndDestroy();
  });
}
