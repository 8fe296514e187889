import { createHmac, randomUUID } from 'node:crypto';
import type { GitHubState } from '../state/github-state.ts';
import type { HookDelivery } from './hook-delivery.ts';

export interface DeliverOptions {
  secret: string;
  /** Where the app listens. */
  to: string;
  /** `X-GitHub-Delivery`; default a new one. */
  deliveryId?: string;
}

/** GitHub gives a receiver ten seconds. */
const timeoutMs = 10_000;

/** Signs a webhook as GitHub does, posts it, and keeps the attempt for the list of deliveries. Never throws. */
export async function deliverWebhook(
  state: GitHubState,
  event: string,
  payload: object,
  { secret, to, deliveryId = randomUUID() }: DeliverOptions,
): Promise<HookDelivery> {
  const action = 'action' in payload && typeof payload.action === 'string' ? payload.action : null;
  return attempt(state, { guid: deliveryId, event, action, isRedelivery: false, to, secret, payload });
}

/** The same guid and payload once more. */
export async function redeliver(state: GitHubState, delivery: HookDelivery): Promise<HookDelivery> {
  const { guid, event, action, to, secret, payload } = delivery;
  return attempt(state, { guid, event, action, isRedelivery: true, to, secret, payload });
}

async function attempt(
  state: GitHubState,
  sent: Omit<HookDelivery, 'id' | 'at' | 'statusCode' | 'durationMs'>,
): Promise<HookDelivery> {
  const delivery: HookDelivery = {
    ...sent,
    id: 10_000 + state.hookDeliveries.length + 1,
    at: state.now(),
    statusCode: 0,
    durationMs: 0,
  };
  state.hookDeliveries.push(delivery);
  const body = JSON.stringify(sent.payload);
  const startedAt = performance.now();
  try {
    const response = await fetch(sent.to, {
      method: 'POST',
      headers: webhookHeaders(state, sent, body),
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    delivery.statusCode = response.status;
  } catch {
    // GitHub shows a receiver it could not reach, or that was too slow, without a status.
    delivery.statusCode = 0;
  }
  delivery.durationMs = Math.round(performance.now() - startedAt);
  return delivery;
}

function webhookHeaders(
  { app }: GitHubState,
  { event, guid, secret }: Pick<HookDelivery, 'event' | 'guid' | 'secret'>,
  body: string,
): Record<string, string> {
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/0000000',
    'x-github-delivery': guid,
    'x-github-event': event,
    'x-github-hook-id': String(app.id),
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
}
