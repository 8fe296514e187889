import { visibleText } from '../../contract/reading/visible-text.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { IncomingAnswer } from '../edges.ts';
import type { CallbackTarget } from './callback-target.ts';
import { clockSkew } from './clock-skew.ts';
import { hideSecrets } from './hide-secrets.ts';
import { refusalAdvice } from './refusal-advice.ts';
import { retryAfterMs } from './retry-after.ts';
import type { TryResult } from './try-result.ts';

const shownLength = 200;
const busy = new Set([408, 425, 429]);

export interface AnswerContext {
  target: CallbackTarget;
  /** Whatever the answer might quote. */
  secrets: readonly string[];
  /** An earlier try may have arrived. */
  arrivedBefore: boolean;
  now: Date;
}

/** What an answer means for a callback. Only 2xx is success; 409 is one when an earlier try may have arrived. */
export function judgeAnswer(answer: IncomingAnswer, context: AnswerContext): TryResult {
  const { status, headers } = answer;
  const said = saidIn(answer, context.secrets);
  const result = {
    outcome: `answered ${status}${said === '' ? '' : ` (${said})`}`,
    answer: said === '' ? null : said,
    mayHaveArrived: false,
    waitMs: null,
    problem: null,
  };
  if (status >= 200 && status < 300) return { ...result, verdict: 'delivered' };
  if (status >= 500 || busy.has(status)) {
    return {
      ...result,
      verdict: 'again',
      // A gateway says 502 or 504 for a receiver that may have done its work; early and too many are said before it.
      mayHaveArrived: status >= 500 || status === 408,
      waitMs: retryAfterMs(headers, context.now),
    };
  }
  if (status === 409 && context.arrivedBefore) {
    return { ...result, verdict: 'delivered', outcome: `${result.outcome}: it has it from an earlier try` };
  }
  return { ...result, verdict: 'refused', problem: refusalOf(answer, said, context) };
}

function refusalOf(
  { status, headers }: IncomingAnswer,
  answer: string,
  { target, arrivedBefore, now }: AnswerContext,
): ZenPulseError {
  const { host } = new URL(target.url);
  if (status === 409) return new ZenPulseError('callback_already_used', { host, answer });
  const skew = status === 400 || status === 401 ? clockSkew(headers, now) : null;
  if (skew !== null) return new ZenPulseError('callback_clock_skew', { host, status, skew, answer });
  const look = arrivedBefore ? `An earlier try may have arrived: look at ${host} first. ` : '';
  const next = look + refusalAdvice(status, host, target);
  return new ZenPulseError('callback_refused', { host, status, answer, next });
}

function saidIn({ body }: IncomingAnswer, secrets: readonly string[]): string {
  const text = hideSecrets(visibleText(body), secrets);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
