import { decodeJwt, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

/**
 * What GitHub says of a run, as far as anything rests on it. `sub` is for people to read: its form has changed and
 * can be set by each repository.
 */
const runClaims = z.object({
  jti: z.string().min(1).max(256),
  repository: z.string(),
  repository_id: z.string(),
  run_id: z.string(),
  workflow_ref: z.string(),
  job_workflow_ref: z.string().optional(),
  event_name: z.string(),
});
export type RunClaims = z.output<typeof runClaims>;

export interface OidcCheck {
  issuer: string;
  keys: JWTVerifyGetKey;
  /** The only audience that is accepted: our address and the body's digest. */
  audience: string;
  now: Date;
}

/** Clocks differ a little, in seconds. */
const toleranceS = 60;
/** GitHub's tokens live about five minutes: a larger difference is a wrong clock. */
const skewMs = 5 * 60_000;

const refused = (why: string, next: string) => new ZenPulseError('callback_proof_refused', { why, next });
const anew = 'Have the run ask GitHub for a token for exactly this address and body, and send it at once.';

const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

function untimely(what: string, at: number, now: Date): ZenPulseError {
  const isSkewed = Math.abs(at * 1_000 - now.getTime()) > skewMs;
  const next = isSkewed
    ? 'The clocks differ by more than five minutes: set them by a time server (NTP), then run the failed job again.'
    : anew;
  return new ZenPulseError('callback_proof_untimely', {
    what: `${what} ${iso(at)}`,
    now: now.toISOString(),
    next,
  });
}

/** What is wrong with a token that is whole and of our issuer. */
function claimFault(claim: string, { aud, nbf }: JWTPayload, { audience, now }: OidcCheck): ZenPulseError {
  if (claim === 'nbf' && typeof nbf === 'number') return untimely('is not valid before', nbf, now);
  if (claim !== 'aud') return refused(`the token lacks ${claim}, or has it wrong`, anew);
  const [address = ''] = audience.split('#');
  return typeof aud === 'string' && aud.startsWith(`${address}#`)
    ? refused('the token was issued for another body', anew)
    : refused(`the token was not issued for ${address} and its body`, anew);
}

function faultOf(error: unknown, check: OidcCheck): unknown {
  if (error instanceof errors.JWTExpired && typeof error.payload.exp === 'number')
    return untimely('expired at', error.payload.exp, check.now);
  if (error instanceof errors.JWTClaimValidationFailed) return claimFault(error.claim, error.payload, check);
  if (error instanceof errors.JOSEError)
    return refused(`its signature is not one of ${check.issuer} (${error.code})`, anew);
  return error;
}

/** Before any key is looked for: what does not even claim to be ours costs nothing. */
function checkIssuer(token: string, issuer: string): void {
  const { iss } = decodeJwt(token);
  if (iss !== issuer)
    throw refused(
      `the token was not issued by ${issuer}`,
      'On GitHub Enterprise Server set GITHUB_SERVER_URL, or ZENPULSE_OIDC_ISSUER, for the App.',
    );
}

/**
 * Verifies the identity token of a run: who issued it, for whom and what, when.
 * @throws ZenPulseError `callback_proof_refused`, `callback_proof_untimely`, `app_unavailable`
 */
export async function checkOidc(token: string, check: OidcCheck): Promise<RunClaims> {
  try {
    checkIssuer(token, check.issuer);
    const { payload } = await jwtVerify(token, check.keys, {
      issuer: check.issuer,
      audience: check.audience,
      algorithms: ['RS256'],
      currentDate: check.now,
      clockTolerance: toleranceS,
      requiredClaims: ['exp', 'nbf', 'jti'],
    });
    const { data, error } = runClaims.safeParse(payload);
    if (data) return data;
    throw refused(`the token lacks ${error.issues.map(({ path }) => path.join('.')).join(', ')}`, anew);
  } catch (error) {
    throw faultOf(error, check);
  }
}
