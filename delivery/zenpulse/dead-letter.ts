import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { DeadLetter } from '../../contract/dead-letter.ts';
import { contractVersion } from '../../contract/version.ts';
import type { CallbackDelivery } from './callback-delivery.ts';
import { withoutQuery } from './without-query.ts';

/** The file that keeps a callback which did not arrive; null for one that did. */
export function deadLetterOf(
  payload: CallbackPayload,
  callbackUrl: string,
  { state, webhookId, tries, problem }: CallbackDelivery,
): DeadLetter | null {
  if (state === 'delivered' || problem === null) return null;
  return {
    contract_version: contractVersion,
    state,
    destination: withoutQuery(callbackUrl),
    webhook_id: webhookId,
    tries: tries.map(({ at, outcome }) => ({ at: at.toISOString(), outcome })),
    problem: { code: problem.code, message: problem.message, next_step: problem.nextStep },
    payload,
  };
}
