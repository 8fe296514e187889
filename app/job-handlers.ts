import type { Probot } from 'probot';
import { toZenPulseError } from '../contract/zenpulse-error.ts';
import type { DispatchOptions } from './dispatch/dispatch-options.ts';
import { dispatchMessage } from './dispatch/dispatch-message.ts';
import { onboard } from './dispatch/onboard.ts';
import type { JobHandlers } from './jobs/jobs.ts';
import { postMessage } from './posting/post-message.ts';
import type { PostingEdges } from './posting/posting-edges.ts';
import { startStreamPulse } from './pulses/start-stream-pulse.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { handleDelivery } from './triggers/handle-delivery.ts';
import { runTick } from './triggers/run-tick.ts';

/** What each job does. */
export function jobHandlers(
  edges: PostingEdges,
  options: DispatchOptions,
  receive: Probot['receive'],
): JobHandlers {
  const { log } = edges;
  return {
    delivery: ({ deliveryId }) =>
      handleDelivery(edges, deliveryId, {
        receive: (event) => receive(event as Parameters<Probot['receive']>[0]),
        onUnreadable: (error) => log.warn({ deliveryId, code: error.code }, error.message),
      }),
    stream: (key) => startStreamPulse(edges, key),
    dispatch: ({ messageId }) => dispatchMessage(edges, options, messageId),
    post: (data) => postMessage(edges, data),
    onboard: ({ repositoryId }) => onboard(edges, options, repositoryId),
    tick: () =>
      runTick(edges, (error) =>
        log.warn({ err: toZenPulseError(error) }, 'a schedule could not be looked at'),
      ),
    reconcile: () => reconcile(edges, options),
  };
}
