import type { CallbackProof, CallbackTarget } from '../../delivery/zenpulse/callback-target.ts';
import type { DeliveryInputs } from './delivery-inputs.ts';

/** The one-time token where there is one, else the run's identity, else nothing but a signature. */
function proofOf(
  token: string | undefined,
  idToken: ((audience: string) => Promise<string>) | null,
): CallbackProof {
  if (token !== undefined) return { kind: 'token', token };
  return idToken === null ? { kind: 'none' } : { kind: 'oidc', idToken };
}

/**
 * Where the callback goes and what proves it; null without a callback_url.
 * @param idToken null where the job may not ask for one
 */
export function callbackTarget(
  { callback_url: url, webhook_token: token, callback_signing_secret: secret }: DeliveryInputs,
  idToken: ((audience: string) => Promise<string>) | null,
): CallbackTarget | null {
  return url === undefined ? null : { url, proof: proofOf(token, idToken), signingSecret: secret ?? null };
}
