import { Agent, type IncomingMessage, type RequestOptions } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { HttpClient } from '@actions/http-client';
import { BodyTooLarge } from '../../../calls/body-too-large.ts';
import type { GitHubAnswer, GitHubFetch } from './github-fetch.ts';

/** Largest body read, in bytes once unpacked. GitHub's largest pages stay far below; beyond it something is wrong. */
const maxBodyBytes = 32 * 1024 * 1024;

/**
 * Asks with the toolkit's HTTP client, which knows the runner's proxies. Node's own `fetch` takes longer to load than
 * the rest of a run that finds nothing, see docs/decisions/0015-cold-start.md.
 * @throws BodyTooLarge, or an Error of Node or of the signal when no whole answer came
 */
export const toolkitFetch: GitHubFetch = async (url, { method, headers, body, signal }) => {
  const client = new HttpClient(headers['user-agent'], [endedBy(signal)]);
  try {
    const sent = { ...headers, 'accept-encoding': 'gzip' };
    // The client's types forget that a request may have no body.
    const { message } = await client.request(method, url, body ?? (null as unknown as string), sent);
    return wholeAnswer(url, message, await readWhole(message));
  } catch (error) {
    // Node tells in several ways that a signal ended a request; the signal says which deadline it was.
    signal?.throwIfAborted();
    throw error;
  }
};

/** The client passes a signal on only this way. */
const endedBy = (signal: AbortSignal | undefined) => ({
  prepareRequest(options: RequestOptions) {
    if (signal) options.signal = signal;
    // The client's own agents keep no connection, Node's do. Those of a proxy are of another kind, and stay.
    if (options.agent instanceof Agent) delete options.agent;
  },
  canHandleAuthentication: () => false,
  handleAuthentication: () => Promise.reject(new Error('a refused token is for the call policy')),
});

async function readWhole(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const collect = async (body: AsyncIterable<Buffer>) => {
    for await (const part of body) {
      size += part.length;
      if (size > maxBodyBytes) throw new BodyTooLarge(maxBodyBytes);
      parts.push(part);
    }
  };
  if (message.headers['content-encoding'] === 'gzip') {
    const { createGunzip } = await import('node:zlib');
    await pipeline(message, createGunzip(), collect);
  } else {
    await pipeline(message, collect);
  }
  return Buffer.concat(parts);
}

function wholeAnswer(url: string, message: IncomingMessage, body: Buffer): GitHubAnswer {
  const { statusCode = 0, statusMessage = '', headersDistinct } = message;
  const headers = Object.entries(headersDistinct).map(
    ([name, values = []]) => [name, values.join(', ')] as const,
  );
  return {
    url,
    status: statusCode,
    statusText: statusMessage,
    headers: new Map(headers),
    text: async () => body.toString('utf8'),
    arrayBuffer: async () => Uint8Array.from(body).buffer,
  };
}
