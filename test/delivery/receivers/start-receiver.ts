import type { IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { listen } from '../../github/http/listen.ts';
import { type Delivery, sendAnswer } from '../../github/http/send-answer.ts';

export interface Received {
  method: string;
  /** As a receiver sees it: absolute, with the host it was asked by. */
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** What goes wrong with one request. */
export interface Mishap {
  /** Answered instead; the receiver's own code does not run. */
  instead?: Reply;
  /** The receiver does its work, but this is what its gateway answers. */
  after?: Reply;
  /** How the answer leaves. With `no-answer` and `reset` alone the receiver did nothing, unless `worked`. */
  delivery?: Delivery;
  /** The receiver did its work before the connection failed. */
  worked?: boolean;
}

export interface Receiver {
  port: number;
  /** `receiver.test:PORT`, the entry that allows it. */
  host: string;
  /** `http://receiver.test:PORT/callbacks`. */
  url: string;
  /** Everything that came, in order. */
  received: Received[];
  /** One for each coming request, in order; null lets one through. */
  mishaps: (Mishap | null)[];
}

export type Handle = (received: Received) => Promise<Reply> | Reply;

/** A receiver on the loopback address; it ends with the test. */
export async function startReceiver(handle: Handle = () => ({ status: 204 })): Promise<Receiver> {
  const received: Received[] = [];
  const mishaps: Receiver['mishaps'] = [];
  const { url, close } = await listen(async (request, response) => {
    const { method = '', headers } = request;
    const own = new URL(request.url ?? '/', `http://${headers.host}`);
    const message = { method, url: own, headers, body: (await buffer(request)).toString('utf8') };
    received.push(message);
    const { instead, after, delivery = 'whole', worked } = mishaps.shift() ?? {};
    const isLost = delivery === 'no-answer' || delivery === 'reset';
    const reply = instead ?? (isLost && worked !== true ? null : await handle(message));
    const answer = reply && { headers: {}, body: '', ...reply, ...after };
    // The machine's clock is not that of the test; who wants a date gives one.
    response.sendDate = false;
    sendAnswer(response, answer, delivery);
  });
  onTestFinished(close);
  const { port } = new URL(url);
  const host = `receiver.test:${port}`;
  return { port: Number(port), host, url: `http://${host}/callbacks`, received, mishaps };
}
