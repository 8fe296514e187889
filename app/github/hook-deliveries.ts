import { z } from 'zod';
import { deliveriesShape } from './answer-shapes.ts';
import type { CallLimits } from '../../calls/call-policy.ts';
import type { GitHubPort } from './github-port.ts';
import { restCall, type RestEdges, restList } from './rest-client.ts';

/** Deliveries of the App's webhook, asked for as the App itself. An App that got none has an empty list. */
export function hookDeliveries(
  edges: RestEdges,
  limits: CallLimits | undefined,
): Pick<GitHubPort, 'listDeliveries' | 'redeliver'> {
  return {
    async listDeliveries(since) {
      const deliveries = await restList(
        {
          installationId: null,
          route: 'GET /app/hook/deliveries',
          parameters: { status: 'failure' },
          schema: deliveriesShape,
          subject: "the App's deliveries",
        },
        edges,
        limits,
        (page) => page.some(({ deliveredAt }) => deliveredAt < since),
      );
      return deliveries.filter(({ deliveredAt }) => deliveredAt >= since);
    },

    /** Tried again as reads are: a delivery that comes twice has the same id. */
    async redeliver(deliveryId) {
      await restCall(
        {
          installationId: null,
          route: 'POST /app/hook/deliveries/{delivery_id}/attempts',
          parameters: { delivery_id: deliveryId },
          schema: z.unknown(),
          subject: `delivery ${deliveryId}`,
        },
        edges,
        limits,
      );
    },
  };
}
