import { visibleText } from '../../contract/reading/visible-text.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { DeliveryEdges } from '../edges.ts';
import { orAborted } from '../or-aborted.ts';
import { audienceOf, type CallbackMessage, callbackRequest } from './callback-request.ts';
import type { CallbackTarget } from './callback-target.ts';
import { isCarried } from './check-target.ts';
import { hideSecrets } from './hide-secrets.ts';
import { judgeAnswer } from './judge-answer.ts';
import { secretsOf } from './secrets-of.ts';
import type { TryResult } from './try-result.ts';

/** GitHub's token service answers at once or not at all. */
const identityMs = 30_000;

/**
 * Sends a callback once.
 * @param arrivedBefore an earlier try may have arrived
 */
export async function tryCallback(
  message: CallbackMessage,
  target: CallbackTarget,
  edges: DeliveryEdges,
  arrivedBefore: boolean,
): Promise<TryResult> {
  const secrets = secretsOf(target);
  try {
    const bearer = await bearerOf(message, target, edges);
    if (bearer !== null) secrets.push(bearer);
    const request = callbackRequest(message, target, bearer, edges.clock());
    const answer = await edges.fetch(request, edges.signal);
    return judgeAnswer(answer, { target, secrets, arrivedBefore, now: edges.clock() });
  } catch (thrown) {
    if (thrown instanceof ZenPulseError) return resultOfFailure(thrown);
    throw thrown;
  }
}

/** @throws ZenPulseError `callback_identity_missing` */
async function bearerOf(
  message: CallbackMessage,
  target: CallbackTarget,
  { signal }: DeliveryEdges,
): Promise<string | null> {
  const { proof } = target;
  switch (proof.kind) {
    case 'none':
      return null;
    case 'token':
      return proof.token;
    case 'oidc': {
      const host = new URL(target.url).host;
      const missing = (cause: string) => new ZenPulseError('callback_identity_missing', { host, cause });
      const until = AbortSignal.any([signal, AbortSignal.timeout(identityMs)]);
      const token = await orAborted(proof.idToken(audienceOf(target, message)), until).catch(
        (thrown: unknown) => {
          throw missing(causeOf(thrown, target));
        },
      );
      if (!isCarried(token)) throw missing('what came is no token');
      return token;
    }
  }
}

function causeOf(thrown: unknown, target: CallbackTarget): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return hideSecrets(visibleText(text), secretsOf(target)).slice(0, 200);
}

function resultOfFailure(error: ZenPulseError): TryResult {
  const outcome = error.message.replace(/\.$/, '');
  const result = { outcome, answer: null, waitMs: null, mayHaveArrived: false };
  switch (error.code) {
    case 'destination_unreachable':
      return { ...result, verdict: 'again', problem: null };
    case 'destination_silent':
      return { ...result, verdict: 'again', mayHaveArrived: true, problem: null };
    case 'callback_identity_missing':
      return { ...result, verdict: 'again', problem: error };
    case 'destination_refused':
      return { ...result, verdict: 'refused', problem: error };
    default:
      throw error;
  }
}
