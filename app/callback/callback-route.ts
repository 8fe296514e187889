import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { bearerOf } from '../http/bearer-of.ts';
import { errorAnswer } from '../http/error-answer.ts';
import { reachStore } from '../http/reach-store.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { callbackPath } from '../pulses/create-message.ts';
import { type Acceptance, acceptCallback } from './accept-callback.ts';
import { createProofCheck, type ProofOptions } from './callback-proof.ts';
import { readPayload } from './read-payload.ts';

export interface CallbackRouteOptions extends ProofOptions {
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Told the status of every answer. */
  onAnswer?: (status: number) => void;
  /** Default 10 MiB: a report on ten thousand pull requests has about half of it. */
  maxBodyMiB?: number;
}

const outcomeOf = (acceptance: Acceptance) => {
  if (acceptance.outcome === 'unknown') throw new ZenPulseError('callback_request_unknown', {});
  if (acceptance.outcome === 'replayed') throw new ZenPulseError('callback_proof_used', {});
  return acceptance;
};

const isJson = (contentType: string | undefined) => /^application\/json *(?:;|$)/i.test(contentType ?? '');

/**
 * Where runs report to: `POST /api/webhooks/zenpulse/run-complete`. 200 says that the callback is stored, or was
 * before; every other answer says what is wrong with it as `{ code, message, next_step }`. No request is told whether
 * another one's id is known: that takes a proof.
 */
export function createCallbackRoutes(edges: AppEdges, options: CallbackRouteOptions): Hono {
  const { log, onAnswer, maxBodyMiB = 10 } = options;
  const checkProof = createProofCheck(edges, options);
  const routes = new Hono();

  routes.use(callbackPath, async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
    onAnswer?.(context.res.status);
  });
  routes.onError((error, context) => {
    const answer = errorAnswer(context, error);
    if (answer.status >= 500) log.error({ err: error, status: answer.status }, 'a callback failed');
    else
      log.warn({ code: (error as Partial<ZenPulseError>).code, status: answer.status }, 'callback refused');
    return answer;
  });

  const tooLarge = bodyLimit({
    maxSize: maxBodyMiB * 1_024 * 1_024,
    onError: () => {
      throw new ZenPulseError('callback_too_large', { limit: `${maxBodyMiB} MiB` });
    },
  });
  routes.post(callbackPath, tooLarge, async ({ req, json }) => {
    if (!isJson(req.header('content-type')))
      throw new ZenPulseError('callback_malformed', { why: 'its content-type is not application/json' });
    const body = new Uint8Array(await req.arrayBuffer());
    const bodyDigest = createHash('sha256').update(body).digest('hex');
    const given = { bearer: bearerOf(req.header('authorization')), query: req.query('token') ?? null };
    const prove = await checkProof(given, bodyDigest);
    const payload = readPayload(body);
    const { outcome, messageId } = await reachStore(async () => {
      const proof = await prove(payload);
      return outcomeOf(await acceptCallback(edges, { payload, bodyDigest, ...proof }));
    });
    const { request_id: requestId, pipeline_run_id: runId, status } = payload;
    log.info({ requestId, messageId, runId, status, outcome }, 'callback taken');
    return json({ outcome });
  });
  routes.all(callbackPath, () => {
    throw new ZenPulseError('method_not_allowed', { allowed: 'POST' });
  });
  return routes;
}
