import { createHash } from 'node:crypto';
import type { CallbackPayload } from '../../contract/callback-payload.ts';

type Identity = Pick<CallbackPayload, 'request_id' | 'pipeline_run_id'>;

/**
 * Id of a callback as a message: the same for every try of a run's callback, also when its job is run again. A digest,
 * since a request id may hold full stops, which Standard Webhooks keep for the signed content.
 * @returns `zenpulse_` and 32 digits in hex
 */
export function webhookIdOf({ request_id: requestId, pipeline_run_id: runId }: Identity): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([requestId, runId]))
    .digest('hex');
  return `zenpulse_${digest.slice(0, 32)}`;
}
