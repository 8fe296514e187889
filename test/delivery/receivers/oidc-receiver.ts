import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { callbackAudience } from '../../../contract/callback-audience.ts';
import type { Handle, Received } from './start-receiver.ts';

/** The one run whose callback is waited for. */
export interface ExpectedRun {
  repositoryId: string;
  runId: string;
  workflowRef: string;
}

export interface OidcReceiverOptions {
  issuer: string;
  /** The address it was given out under. */
  url: string;
  expected: ExpectedRun;
  now: () => number;
}

/** Checks GitHub's identity token as docs/callbacks.md says, with keys found by discovery. */
export async function oidcReceiver({ issuer, url, expected, now }: OidcReceiverOptions) {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri: keysAt } = (await discovery.json()) as { jwks_uri: string };
  const keys = createRemoteJWKSet(new URL(keysAt));
  const effects: unknown[] = [];
  const usedTokens = new Set<string>();
  // By the body, which the token binds; the webhook-id is not signed here.
  const answered = new Set<string>();

  const handle: Handle = async ({ headers, body }: Received) => {
    const token = headers.authorization?.replace(/^Bearer /, '') ?? '';
    const digest = createHash('sha256').update(body).digest('hex');
    const verified = await jwtVerify(token, keys, {
      issuer,
      audience: callbackAudience(url, digest),
      algorithms: ['RS256'],
      currentDate: new Date(now()),
      clockTolerance: 60,
    }).catch((error: unknown) => {
      if (error instanceof errors.JOSEError) return error;
      throw error;
    });
    if (verified instanceof errors.JOSEError) return { status: 401, body: verified.message };
    const { payload: claims } = verified;
    if (claims['repository_id'] !== expected.repositoryId) return { status: 403, body: 'another repository' };
    if (claims['run_id'] !== expected.runId) return { status: 403, body: 'another run' };
    if (claims['workflow_ref'] !== expected.workflowRef) return { status: 403, body: 'another workflow' };
    if (claims.jti === undefined || usedTokens.has(claims.jti)) return { status: 409, body: 'token used' };
    usedTokens.add(claims.jti);
    const payload = JSON.parse(body) as { request_id: string };
    if (answered.has(payload.request_id)) return { status: 409, body: 'this result is here already' };
    answered.add(payload.request_id);
    effects.push(payload);
    return { status: 204 };
  };
  return { handle, effects };
}
