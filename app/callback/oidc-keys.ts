import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { boundedFetch } from '../github/bounded-fetch.ts';

export interface OidcKeysOptions {
  issuer: string;
  fetch: typeof globalThis.fetch;
  clock: () => Date;
}

/** Keys and discovery are a few kilobytes. */
const maxBytes = 256 * 1_024;
const timeoutMs = 5_000;
/** An issuer that failed is left alone for so long: anyone can send tokens that have it asked. */
const pauseMs = 10_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * The keys an issuer signs with, found through its discovery document. Both are read when a token first needs them and
 * kept; an unknown key id has the keys read again, at most every thirty seconds.
 * @throws ZenPulseError `app_unavailable` while the issuer cannot be asked; JWKSNoMatchingKey of `jose`
 */
export function createOidcKeys({ issuer, fetch, clock }: OidcKeysOptions): JWTVerifyGetKey {
  const bounded = boundedFetch(fetch, { maxBytes, timeoutMs });
  let found: Promise<JWTVerifyGetKey> | null = null;
  let failed: { at: number; error: unknown } | null = null;

  async function discover(): Promise<JWTVerifyGetKey> {
    const answer = await bounded(`${issuer}/.well-known/openid-configuration`, { redirect: 'error' });
    if (!answer.ok) throw new Error(`discovery was answered with ${answer.status}`);
    const document = discovery.parse(await answer.json());
    const keysAt = new URL(document.jwks_uri);
    if (document.issuer !== issuer || keysAt.origin !== new URL(issuer).origin)
      throw new Error(`the discovery document is not that of ${issuer}`);
    return createRemoteJWKSet(keysAt, { timeoutDuration: timeoutMs, [customFetch]: bounded });
  }

  async function keys(): Promise<JWTVerifyGetKey> {
    const now = clock().getTime();
    if (failed !== null && now < failed.at + pauseMs) throw failed.error;
    found ??= discover();
    try {
      return await found;
    } catch (error) {
      found = null;
      failed = { at: now, error };
      throw error;
    }
  }

  return async (header, token) => {
    try {
      return await (await keys())(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) throw error;
      throw new ZenPulseError(
        'app_unavailable',
        { what: `the keys of ${issuer} could not be read` },
        { cause: error },
      );
    }
  };
}
