import type { IncomingMessage, ServerResponse } from 'node:http';
import { toZenPulseError, ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { ErrorCode } from '../../contract/error-catalogue.ts';
import { type BodyBudget, createBodyBudget } from './body-budget.ts';
import { type DeliveryHeaders, readDeliveryHeaders } from './delivery-headers.ts';
import { type IntakeLimits, intakeLimits } from './intake-limits.ts';
import { readBody } from './read-body.ts';
import { sendJson } from './send-json.ts';
import { signatureCheck } from './signature-check.ts';
import { storableJson } from './storable-json.ts';
import { deliveryStore, type StoreDelivery, type StoreDeliveriesOptions } from './store-deliveries.ts';

/** How a webhook was answered, for the log and the metrics; nothing of its body is in it. */
export interface IntakeReport {
  status: number;
  /** Null before the headers were understood. */
  event: string | null;
  deliveryId: string | null;
  /** Why it was not taken; null when it was. */
  error: ZenPulseError | null;
}

export interface IntakeOptions extends StoreDeliveriesOptions {
  /** The webhook secrets in force, at least one; the one before too while it is being changed. */
  secrets: readonly string[];
  limits?: Partial<IntakeLimits>;
  onAnswer?: (report: IntakeReport) => void;
}

/** True, or a promise of it, once the request was taken; false when it is for somebody else. */
export type Intake = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export const intakePath = '/api/github/webhooks';

const statusOf: Partial<Record<ErrorCode, number>> = {
  webhook_malformed: 400,
  webhook_unverified: 401,
  webhook_slow: 408,
  webhook_too_large: 413,
  webhook_not_stored: 503,
};

/** Rejects when the time is up; what it waited for goes on. */
function orLate<Value>(promise: Promise<Value>, deadline: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const expire = () => reject(new ZenPulseError('webhook_not_stored', { why: 'the database is too slow' }));
    if (deadline.aborted) expire();
    deadline.addEventListener('abort', expire, { once: true });
    promise.then(resolve, reject).finally(() => deadline.removeEventListener('abort', expire));
  });
}

interface Taking {
  secrets: readonly string[];
  limits: IntakeLimits;
  budget: BodyBudget;
  storeDelivery: StoreDelivery;
}

/** Checks, then stores. @returns whether it is new; null when the sender went away */
async function take(
  request: IncomingMessage,
  { event, deliveryId, signature }: DeliveryHeaders,
  { secrets, limits, budget, storeDelivery }: Taking,
): Promise<boolean | null> {
  const share = budget.open();
  if (!share) throw new ZenPulseError('webhook_not_stored', { why: 'too much is on its way already' });
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), limits.answerMs);
  let stored: Promise<boolean> | null = null;
  try {
    const body = await readBody(request, {
      maxBytes: limits.bodyBytes,
      share,
      check: signatureCheck(secrets, signature),
      deadline: deadline.signal,
      seconds: limits.answerMs / 1000,
    });
    if (body === null) return null;
    stored = storeDelivery({ id: deliveryId, event, ...storableJson(event, body) });
    return await orLate(stored, deadline.signal);
  } finally {
    clearTimeout(timer);
    // A body that was not stored in time is still held by the database's driver.
    if (stored) void stored.catch(() => false).finally(share.release);
    else share.release();
  }
}

/**
 * Where GitHub's webhooks come in: signature first, then JSON, then one transaction for the delivery and its job, and
 * only then the answer. 202: stored, or it was before. Any other answer means that it may not be stored, and GitHub
 * keeps it as failed. It stands before Probot's own receiver, which has no cap and remembers nothing.
 *
 * @throws Error without a secret
 */
export function createIntake(options: IntakeOptions): Intake {
  const { secrets, onAnswer } = options;
  if (secrets.length === 0 || secrets.includes('')) throw new Error('the intake needs a webhook secret');
  const limits = { ...intakeLimits, ...options.limits };
  const taking: Taking = {
    secrets,
    limits,
    budget: createBodyBudget(limits),
    storeDelivery: deliveryStore(options),
  };

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let headers: DeliveryHeaders | null = null;
    const answer = (status: number, body: object, error: ZenPulseError | null) => {
      sendJson(request, response, {
        status,
        body,
        ...(status === 503 && { headers: { 'retry-after': '30' } }),
      });
      onAnswer?.({ status, event: headers?.event ?? null, deliveryId: headers?.deliveryId ?? null, error });
    };
    try {
      headers = readDeliveryHeaders(request.headers);
      const isNew = await take(request, headers, taking);
      if (isNew !== null) answer(202, { id: headers.deliveryId, duplicate: !isNew }, null);
    } catch (thrown) {
      const error = toZenPulseError(thrown);
      const { code, message, nextStep } = error;
      const status = statusOf[code] ?? 500;
      answer(status, { error: { code, message, next_step: nextStep } }, error);
    }
  };

  return (request, response) => {
    if (request.url?.split('?', 1)[0] !== intakePath) return false;
    if (request.method === 'POST') return receive(request, response).then(() => true);
    sendJson(request, response, {
      status: 405,
      body: { error: { code: 'method', message: 'Webhooks are sent with POST.' } },
      headers: { allow: 'POST' },
    });
    return true;
  };
}
