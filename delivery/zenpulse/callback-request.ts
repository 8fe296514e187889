import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { callbackAudience } from '../../contract/callback-audience.ts';
import { contractVersion } from '../../contract/version.ts';
import type { OutgoingRequest } from '../edges.ts';
import type { CallbackTarget } from './callback-target.ts';

/** A callback as it is sent, whatever the try. */
export interface CallbackMessage {
  webhookId: string;
  body: string;
}

/** The audience that an identity token for this message must name. */
export function audienceOf({ url }: CallbackTarget, { body }: CallbackMessage): string {
  return callbackAudience(url, createHash('sha256').update(body).digest('hex'));
}

/**
 * The request of one try.
 * @param bearer the identity token or the one-time token of this try; null for a signature alone
 */
export function callbackRequest(
  message: CallbackMessage,
  { url, proof, signingSecret }: CallbackTarget,
  bearer: string | null,
  now: Date,
): OutgoingRequest {
  const { webhookId, body } = message;
  const address = new URL(url);
  if (proof.kind === 'token') address.searchParams.set('token', proof.token);
  return {
    url: address.href,
    headers: {
      'content-type': 'application/json',
      'user-agent': `zenpulse/${contractVersion}`,
      'webhook-id': webhookId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      ...(signingSecret !== null && {
        'webhook-signature': new Webhook(signingSecret).sign(webhookId, now, body),
      }),
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
    },
    body,
  };
}
