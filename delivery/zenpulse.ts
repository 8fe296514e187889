import type { CallbackPayload } from '../contract/callback-payload.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { DeliveryEdges } from './edges.ts';
import type { CallbackDelivery, CallbackTry } from './zenpulse/callback-delivery.ts';
import type { CallbackTarget } from './zenpulse/callback-target.ts';
import { flawOf } from './zenpulse/check-target.ts';
import { pauseAfter, retryBudgetMs } from './zenpulse/retry-schedule.ts';
import { tryCallback } from './zenpulse/try-callback.ts';
import { webhookIdOf } from './zenpulse/webhook-id.ts';

export type { CallbackDelivery, CallbackTry } from './zenpulse/callback-delivery.ts';
export type { CallbackProof, CallbackTarget } from './zenpulse/callback-target.ts';

/**
 * Sends what a run came to, as often as is decent. It does not throw for what it meets on the way: every end is a
 * result, with the problem in it.
 */
export async function sendCallback(
  payload: CallbackPayload,
  target: CallbackTarget,
  edges: DeliveryEdges,
): Promise<CallbackDelivery> {
  const message = { webhookId: webhookIdOf(payload), body: JSON.stringify(payload) };
  const tries: CallbackTry[] = [];
  let answer: string | null = null;
  const end = (state: CallbackDelivery['state'], problem: ZenPulseError | null): CallbackDelivery => ({
    state,
    webhookId: message.webhookId,
    tries,
    answer,
    problem,
  });
  const undelivered = (why: string) =>
    new ZenPulseError('callback_undelivered', { host: new URL(target.url).host, tries: tries.length, why });

  const flaw = flawOf(target);
  if (flaw !== null) return end('refused', flaw);
  const startedAt = edges.clock().getTime();
  let mayHaveArrived = false;
  let last = 'nothing was tried';
  while (!edges.signal.aborted) {
    const at = edges.clock();
    const result = await tryCallback(message, target, edges, mayHaveArrived);
    tries.push({ at, outcome: result.outcome });
    answer = result.answer ?? answer;
    if (result.verdict !== 'again') return end(result.verdict, result.problem);

    mayHaveArrived ||= result.mayHaveArrived;
    last = result.outcome;
    const pauseMs = pauseAfter(tries.length, edges.random());
    if (pauseMs === null) return end('exhausted', result.problem ?? undelivered(last));
    const waitMs = Math.max(pauseMs, result.waitMs ?? 0);
    if (edges.clock().getTime() + waitMs - startedAt > retryBudgetMs) {
      const why = `${last}; a wait of ${Math.ceil(waitMs / 1_000)} s is longer than this job stays`;
      return end('exhausted', result.problem ?? undelivered(why));
    }
    await pause(waitMs, edges);
  }
  return end('exhausted', undelivered(`${last}; then the run was stopped`));
}

/** Ends early when the run is stopped, which the caller sees by the signal. */
async function pause(ms: number, { sleep, signal }: DeliveryEdges): Promise<void> {
  try {
    await sleep(ms, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
