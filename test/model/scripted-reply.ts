/** A call the scripted model makes. Arguments given as text go out as they are, also when they are no JSON. */
export interface ScriptedCall {
  id?: string;
  name: string;
  arguments: string | Record<string, unknown>;
}

/** What a model says, before it is put into the format of one API. */
export interface Saying {
  kind: 'say';
  content?: string;
  calls?: readonly ScriptedCall[];
  refusal?: string;
  /** Stopped before its end. */
  stopped?: 'length' | 'content_filter';
  /** Thinks first: a reasoning item on responses, `reasoning_content` on chat. */
  reasoning?: string;
  /** Null leaves usage out; absent counts four characters a token. */
  usage?: { input: number; output: number } | null;
  /** Changes the finished body, for what no API says in its documentation. */
  change?: (body: Record<string, unknown>) => unknown;
}

export type ScriptedReply = { delayMs?: number } & (
  | Saying
  | { kind: 'raw'; status: number; headers: Record<string, string>; body: string }
  /** Nothing comes any more, before the headers or within the body. */
  | { kind: 'hang'; at: 'headers' | 'body' }
  /** The connection is reset within the body. */
  | { kind: 'cut'; saying: Saying }
);

type Extras = Omit<Saying, 'kind'>;

export const says = (content: string, extras: Extras = {}): Saying => ({ kind: 'say', content, ...extras });

export const calls = (list: readonly ScriptedCall[], extras: Extras = {}): Saying => ({
  kind: 'say',
  calls: list,
  ...extras,
});

export const refuses = (refusal: string): Saying => ({ kind: 'say', refusal });

export const stops = (
  stopped: 'length' | 'content_filter',
  content: string,
  extras: Extras = {},
): Saying => ({
  kind: 'say',
  content,
  stopped,
  ...extras,
});

const json = { 'content-type': 'application/json' };

export const raw = (body: unknown, status = 200, headers: Record<string, string> = {}): ScriptedReply => ({
  kind: 'raw',
  status,
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export interface ErrorWords {
  message?: string;
  code?: string | null;
  param?: string | null;
  headers?: Record<string, string>;
}

/** An error status in OpenAI's shape. */
export function fails(status: number, words: ErrorWords = {}): ScriptedReply {
  const { message = `scripted ${status}`, code = null, param = null, headers = {} } = words;
  return raw({ error: { message, type: 'invalid_request_error', code, param } }, status, headers);
}

/** A page, as a gateway or a wrong address gives. */
export const html = (status = 200): ScriptedReply =>
  raw('<!doctype html><html><body>Welcome</body></html>', status, { 'content-type': 'text/html' });

export const hangs = (at: 'headers' | 'body' = 'headers'): ScriptedReply => ({ kind: 'hang', at });

export const cutBody = (saying: Saying = says('This sentence is whole.')): ScriptedReply => ({
  kind: 'cut',
  saying,
});

export const delayed = (delayMs: number, reply: ScriptedReply): ScriptedReply => ({ ...reply, delayMs });
