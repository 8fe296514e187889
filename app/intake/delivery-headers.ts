import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

export interface DeliveryHeaders {
  event: string;
  /** GitHub's id of the delivery; the same when it is sent again. */
  deliveryId: string;
  /** `sha256=` and 64 hex digits. */
  signature: string;
}

const json = z.string().regex(/^application\/json\s*(?:;|$)/i);
const event = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const deliveryId = z.string().regex(/^[\w-]{8,64}$/);
const signature = z.string().regex(/^sha256=[0-9a-f]{64}$/i);

const refuse = (why: string) => new ZenPulseError('webhook_malformed', { why });

/** @throws ZenPulseError `webhook_malformed`, `webhook_unverified` without a signature */
export function readDeliveryHeaders(headers: IncomingHttpHeaders): DeliveryHeaders {
  const signed = signature.safeParse(headers['x-hub-signature-256']);
  if (!signed.success) throw new ZenPulseError('webhook_unverified', {});
  if (!json.safeParse(headers['content-type']).success) throw refuse('it is not application/json');
  if (headers['content-encoding'] !== undefined) throw refuse('it is compressed');
  const named = event.safeParse(headers['x-github-event']);
  if (!named.success) throw refuse('X-GitHub-Event does not name an event');
  const id = deliveryId.safeParse(headers['x-github-delivery']);
  if (!id.success) throw refuse('X-GitHub-Delivery is not the id of a delivery');
  return { event: named.data, deliveryId: id.data, signature: signed.data };
}
