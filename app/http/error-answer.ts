import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorCode } from '../../contract/error-catalogue.ts';
import { toZenPulseError, type ZenPulseError } from '../../contract/zenpulse-error.ts';

/** How an error of the catalogue is said over HTTP; any other is a fault of the App's own. */
const statuses: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  callback_malformed: 400,
  admin_request_invalid: 400,
  callback_proof_missing: 401,
  callback_proof_refused: 401,
  callback_proof_untimely: 401,
  callback_not_from_run: 403,
  callback_request_unknown: 404,
  message_unknown: 404,
  method_not_allowed: 405,
  callback_proof_used: 409,
  post_not_possible: 409,
  sealing_key_missing: 409,
  callback_proof_expired: 410,
  callback_too_large: 413,
  callback_invalid: 422,
  app_unavailable: 503,
};

/** Seconds after which to ask again. */
const retryAfter = '15';

export interface ErrorAnswerOptions {
  /** Where the table has none that fits. */
  status?: ContentfulStatusCode;
  headers?: Record<string, string>;
}

export const statusOf = ({ code }: ZenPulseError): ContentfulStatusCode => statuses[code] ?? 500;

/** Whatever was thrown as JSON: `{ code, message, next_step }`. */
export function errorAnswer(context: Context, thrown: unknown, options: ErrorAnswerOptions = {}): Response {
  const error = toZenPulseError(thrown);
  const status = options.status ?? statusOf(error);
  // What a fault of ours says of itself may quote anything; the log has it.
  const message = status === 500 ? 'The App met a fault of its own; its log tells more.' : error.message;
  return context.json({ code: error.code, message, next_step: error.nextStep }, status, {
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(status === 503 && { 'retry-after': retryAfter }),
    ...options.headers,
  });
}
