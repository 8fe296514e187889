import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { isHtml } from './answer-text.ts';
import type { ModelApi, ModelEndpoint } from './model-endpoint.ts';
import type { ServerError } from './read-server-error.ts';
import { redactSecrets } from './redact-secrets.ts';
import { retryAfterMs } from './retry-after.ts';

/** How a try failed. */
export interface CallFailure {
  /** True when another try may do better. */
  retry: boolean;
  /** What the server asks to wait, in milliseconds; null when it names no time. */
  waitMs: number | null;
  /** The error it is when it was the last of so many tries. */
  error: (tries: number) => ZenPulseError;
}

/** Who was asked, for the words of an error. */
export interface Asked {
  endpoint: ModelEndpoint;
  api: ModelApi;
}

/** Time-outs, locks, rate limits, and faults of the server but those that are for good (501, 505). */
const passes = (status: number) =>
  [408, 409, 425, 429].includes(status) || (status >= 500 && status !== 501 && status !== 505);

/** A quota or a balance that is spent does not come back by waiting. */
const isSpent = ({ code, message }: ServerError) =>
  /insufficient_quota|billing|insufficient.?balance|credit/i.test(`${code} ${message}`);

export const finalFailure = (error: ZenPulseError): CallFailure => ({
  retry: false,
  waitMs: null,
  error: () => error,
});

export const badAnswer = ({ endpoint }: Asked, why: string): ZenPulseError =>
  new ZenPulseError('model_bad_answer', { model: endpoint.model, why: redactSecrets(why, endpoint.apiKey) });

export const transientFailure = (
  { endpoint }: Asked,
  why: string,
  waitMs: number | null = null,
): CallFailure => ({
  retry: true,
  waitMs,
  error: (tries) =>
    new ZenPulseError('model_unavailable', {
      model: endpoint.model,
      tries,
      why: redactSecrets(why, endpoint.apiKey),
    }),
});

/** What a status means that is not a success, from HTTP or told inside a body. */
export function failureOfStatus(
  status: number,
  said: ServerError,
  headers: Headers,
  asked: Asked,
  now: number,
): CallFailure {
  const { model, baseUrl, apiKey } = asked.endpoint;
  const message = redactSecrets(said.message, apiKey);
  if (passes(status) && !(status === 429 && isSpent(said)) && headers.get('x-should-retry') !== 'false') {
    return transientFailure(asked, `it answered ${status} (${message})`, retryAfterMs(headers, now));
  }
  if (status === 401 || status === 403) {
    return finalFailure(
      new ZenPulseError('model_unauthorized', { host: new URL(baseUrl).host, status, message }),
    );
  }
  if (status >= 300 && status < 400) {
    const target = headers.get('location') ?? 'nowhere';
    return finalFailure(badAnswer(asked, `it redirects (${status}) to ${target}, which is not followed`));
  }
  const code = said.code === null ? null : redactSecrets(said.code, apiKey);
  return finalFailure(
    new ZenPulseError('model_refused_request', { model, api: asked.api, status, code, message }),
  );
}

/** Why a success cannot be read; a body that stops within its JSON was cut on the way, so it may come whole. */
export function unreadableAnswer(text: string, asked: Asked): CallFailure {
  const start = text.trimStart();
  const again = (why: string): CallFailure => ({ ...finalFailure(badAnswer(asked, why)), retry: true });
  if (start === '') return again('it is empty');
  if (/^[[{]/.test(start)) return again('its JSON is broken or cut');
  const what = isHtml(start) ? 'a page of HTML' : `"${start.slice(0, 40)}"`;
  return finalFailure(badAnswer(asked, `it is ${what}, not JSON`));
}

/** A connection that failed; the words of the system, such as `ECONNREFUSED`, say more than the client's. */
export function failureOfThrown(thrown: unknown, asked: Asked): CallFailure {
  if (!(thrown instanceof Error)) throw thrown;
  const chain: Error[] = [];
  for (let at: unknown = thrown; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  const codes = chain.flatMap((error) =>
    'code' in error && typeof error.code === 'string' ? error.code : [],
  );
  if (chain.some(({ name }) => name === 'BodyTooLarge')) {
    return finalFailure(badAnswer(asked, chain.at(-1)?.message ?? 'it is too long'));
  }
  return transientFailure(asked, [chain[0]?.message, ...codes.slice(0, 1)].filter(Boolean).join(' '));
}
