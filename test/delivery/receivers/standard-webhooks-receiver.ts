import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { Handle, Received } from './start-receiver.ts';

/** Verifies with the package of Standard Webhooks, by the machine's clock; a repeated message has no second effect. */
export function standardWebhooksReceiver(secret: string): { handle: Handle; effects: unknown[] } {
  const webhook = new Webhook(secret);
  const effects: unknown[] = [];
  const seen = new Set<string>();
  const handle = ({ body, headers: sent }: Received) => {
    try {
      const payload = webhook.verify(body, sent as Record<string, string>);
      const id = String(sent['webhook-id']);
      if (!seen.has(id)) effects.push(payload);
      seen.add(id);
      return { status: 204 };
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      const headers = { date: new Date().toUTCString() };
      return { status: 401, headers, body: JSON.stringify({ error: error.message }) };
    }
  };
  return { handle, effects };
}
