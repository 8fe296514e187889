import OpenAI from 'openai';
import { cappedFetch } from '../../../calls/capped-fetch.ts';
import { isAzure, type ModelEndpoint } from './model-endpoint.ts';

/** An answer read to its end, whatever its status. */
export interface WholeAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Far above any answer: the longest are some hundred thousand tokens. */
const maxBodyBytes = 16 * 1024 * 1024;

const sentHeaders = ['accept', 'api-key', 'authorization', 'content-type', 'user-agent'];

/**
 * `fetch` as the client gets it: only headers of the protocol leave, since the client would add those of the
 * environment; a redirect is an answer and not followed, so a key stays where it was sent.
 */
const narrowFetch =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) => {
    const given = new Headers(init?.headers);
    const headers = Object.fromEntries(
      sentHeaders.flatMap((name) => {
        const value = given.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    return fetch(input, { ...init, headers, redirect: 'manual' });
  };

/** Azure's keys go into a header of their own; servers without keys get none. */
function authentication({ baseUrl, apiKey }: ModelEndpoint): Record<string, string | null> {
  if (apiKey !== null && !isAzure(baseUrl)) return {};
  return { authorization: null, 'api-key': apiKey };
}

/** Everything the client would otherwise take from the environment is given, also what is empty. */
const clientFor = (endpoint: ModelEndpoint, fetch: typeof globalThis.fetch, tryMs: number) =>
  new OpenAI({
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    timeout: tryMs,
    // Retried by one policy only, with-retries.ts: the client would not try a cut body again, holds no bound over
    // all tries, ignores a Retry-After beyond a minute, and its sleep cannot be passed in.
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: authentication(endpoint),
    fetch,
  });

/**
 * Sends one request, once.
 * @returns the answer, whatever its status
 * @throws Error when there was no whole answer: a broken connection, a cut body, a time-out, the signal
 */
export async function postJson(
  endpoint: ModelEndpoint,
  path: string,
  body: object,
  { fetch, tryMs, signal }: { fetch: typeof globalThis.fetch; tryMs: number; signal: AbortSignal },
): Promise<WholeAnswer> {
  const whole = cappedFetch(narrowFetch(fetch), maxBodyBytes);
  const seen: WholeAnswer[] = [];
  const client = clientFor(
    endpoint,
    async (input, init) => {
      const response = await whole(input, init);
      const text = await response.clone().text();
      seen.push({ status: response.status, headers: response.headers, text });
      return response;
    },
    tryMs,
  );
  try {
    await client.post(path, { body, signal }).asResponse();
  } catch (error) {
    // The client throws for a status; what it means is told from the whole answer, in one place.
    if (seen[0] === undefined) throw error;
  }
  if (seen[0] === undefined) throw new Error('the client answered without a request');
  return seen[0];
}
