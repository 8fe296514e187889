import type { CallbackPayload } from '../../contract/callback-payload.ts';
import { callbackAudience } from '../../contract/callback-audience.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { callbackPath } from '../pulses/create-message.ts';
import { checkOidc } from './check-oidc.ts';
import { checkRun } from './check-run.ts';
import { checkToken } from './check-token.ts';
import { createOidcKeys } from './oidc-keys.ts';

export type ProofKind = 'oidc' | 'token';

const descriptions: Record<ProofKind, string> = {
  oidc: "the run's GitHub identity token (Authorization: Bearer)",
  token: 'the one-time token of the request (?token=)',
};

export interface ProofOptions {
  /** What is accepted here; a request that comes with both is judged by its identity. */
  accepts: readonly ProofKind[];
  /** Without a slash at its end. */
  oidcIssuer: string;
  /** Name of the file in `.github/workflows`. */
  workflowFile: string;
  /** Reads the issuer's keys. */
  fetch: typeof globalThis.fetch;
}

/** What came with a callback to prove it. */
export interface GivenProof {
  bearer: string | null;
  query: string | null;
}

/** A proof that holds. */
export interface Proof {
  /** Under which it counts as used. */
  proofId: string;
  /** `owner/name` as GitHub calls the run's repository; a one-time token does not tell. */
  repository?: string;
}

/**
 * Looks at what proves a callback, before its body is even parsed where that can be told; what is left is to be held
 * against the payload.
 */
export type PendingProof = (payload: CallbackPayload) => Promise<Proof>;
export type CheckProof = (given: GivenProof, bodyDigest: string) => Promise<PendingProof>;

const isJwt = (token: string) => /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token);

/**
 * @throws ZenPulseError `callback_proof_missing`, `callback_proof_refused`, `callback_proof_untimely`,
 * `callback_proof_expired`, `callback_not_from_run`, `callback_request_unknown`, `app_unavailable`
 */
export function createProofCheck(
  { db, clock, publicUrl }: Pick<AppEdges, 'db' | 'clock' | 'publicUrl'>,
  { accepts, oidcIssuer: issuer, workflowFile, fetch }: ProofOptions,
): CheckProof {
  const keys = createOidcKeys({ issuer, fetch, clock });
  const address = `${publicUrl}${callbackPath}`;

  return async ({ bearer, query }, bodyDigest) => {
    if (accepts.includes('oidc') && bearer !== null && isJwt(bearer)) {
      const audience = callbackAudience(address, bodyDigest);
      const claims = await checkOidc(bearer, { issuer, keys, audience, now: clock() });
      return async (payload) => {
        await checkRun(db, claims, payload, workflowFile);
        return { proofId: `oidc:${claims.jti}`, repository: claims.repository };
      };
    }
    const token = query ?? bearer;
    if (accepts.includes('token') && token !== null && !isJwt(token))
      return async (payload) => ({ proofId: await checkToken(db, token, payload.request_id, clock()) });
    throw new ZenPulseError('callback_proof_missing', {
      accepted: accepts.map((kind) => descriptions[kind]),
    });
  };
}
