import { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { IncomingAnswer } from '../edges.ts';
import { retryAfterMs } from '../zenpulse/retry-after.ts';
import { refusalOf } from './refusals.ts';
import type { PostedMessage, SlackTarget } from './target.ts';

/** What an answer means. */
export type Verdict =
  | { kind: 'posted'; message: PostedMessage | null }
  /** Not posted; asked to wait. @property ms null when not told how long */
  | { kind: 'wait'; ms: number | null }
  | { kind: 'refused'; problem: ZenPulseError }
  /** Posted or not: nobody can tell. */
  | { kind: 'unclear'; problem: ZenPulseError };

const botAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), channel: z.string().min(1), ts: z.string().min(1) }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** Slack says `ok`; receivers that copy its webhooks, and webhooks of its workflows, answer with JSON. */
const webhookAnswer = z.union([z.object({ ok: z.literal(true) }), z.object({ success: z.literal(true) })]);

/** Slack: it is possible that some of it was done before the error. */
const unclearCodes = new Set(['internal_error', 'fatal_error', 'rollup_error', 'request_timeout']);
const limitCodes = new Set(['ratelimited', 'rate_limited']);

/** A code as Slack writes them; any other text may quote what it was sent, secrets included. */
const codeIn = (text: string): string | null => /^[a-z][a-z0-9_]{1,60}$/.exec(text.trim())?.[0] ?? null;

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const unclear = (answer: string): Verdict => ({
  kind: 'unclear',
  problem: new ZenPulseError('slack_unclear', { answer }),
});
const refused = (code: string | null, status: number): Verdict => ({
  kind: 'refused',
  problem: new ZenPulseError('slack_refused', refusalOf(code, status)),
});

function judgeSuccess({ status, body }: IncomingAnswer, kind: SlackTarget['kind']): Verdict {
  if (kind === 'webhook') {
    const isOk = body.trim() === 'ok' || webhookAnswer.safeParse(jsonOf(body)).success;
    return isOk ? { kind: 'posted', message: null } : unclear(`${status}, but not in Slack's words`);
  }
  const { data } = botAnswer.safeParse(jsonOf(body));
  if (data === undefined) return unclear(`${status}, but not in Slack's words`);
  if (data.ok) return { kind: 'posted', message: { channel: data.channel, ts: data.ts } };
  return refused(codeIn(data.error), status);
}

/** The code an answer gives: a webhook's in plain text, the Web API's in JSON. */
function codeOf({ body }: IncomingAnswer): string | null {
  const { data } = z.object({ error: z.string() }).safeParse(jsonOf(body));
  return codeIn(data?.error ?? body);
}

/** What Slack's answer to one message means. */
export function judgeAnswer(answer: IncomingAnswer, kind: SlackTarget['kind'], now: Date): Verdict {
  const { status, headers } = answer;
  const code = codeOf(answer);
  const told = retryAfterMs(headers, now);
  if (status === 429 || (code !== null && limitCodes.has(code))) return { kind: 'wait', ms: told };
  if (code !== null && unclearCodes.has(code)) return unclear(`${status} ${code}`);
  // Only one who turns a request away can say when to come again. Any other 5xx may follow a message that was posted.
  if (status === 503 && told !== null) return { kind: 'wait', ms: told };
  if (status >= 500) return unclear(code === null ? String(status) : `${status} ${code}`);
  return status >= 200 && status < 300 ? judgeSuccess(answer, kind) : refused(code, status);
}
