import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { type Answer, jsonAnswer, messageAnswer } from '../http/answer.ts';
import { type IncomingRequest, tokenOf } from '../http/incoming-request.ts';
import { findRepository, type GitHubState } from '../state/github-state.ts';
import { claimsOfRun } from './claims-of-run.ts';

export type Claims = Readonly<Record<string, unknown>>;

export interface MintOptions {
  /** A key that is not among the published ones, under the same id: a forgery. */
  withForeignKey?: boolean;
}

export interface OidcIssuer {
  /** Its discovery document lies below, at `/.well-known/openid-configuration`. */
  issuer: string;
  /** A token signed with RS256, good for five minutes of the clock; claims given win over its own. */
  mintToken(claims: Claims, options?: MintOptions): string;
  /** For `ACTIONS_ID_TOKEN_REQUEST_URL` of a run: the runner adds `&audience=…` and a bearer token. */
  requestUrl(repository: string, runId: number): string;
}

/** Below it everything of the issuer lies, as on GitHub Enterprise Server. */
export const oidcPath = '/_services/token';

const keyId = 'stand-in-1';
const lifetimeSeconds = 300;

/** A run's identity provider. Keys are made at the first use, since they take a while. */
export function oidcIssuer(state: GitHubState, url: string) {
  const issuer = url + oidcPath;
  let ownKey: KeyObject | undefined;
  const key = () => (ownKey ??= newKey());

  function mintToken(claims: Claims, { withForeignKey = false }: MintOptions = {}): string {
    const now = Math.floor(state.now() / 1_000);
    const times = { iat: now, nbf: now - 60, exp: now + lifetimeSeconds };
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const head = encode({ typ: 'JWT', alg: 'RS256', kid: keyId });
    const text = `${head}.${encode({ jti: randomUUID(), iss: issuer, ...times, ...claims })}`;
    const signer = withForeignKey ? newKey() : key();
    return `${text}.${sign('sha256', Buffer.from(text), signer).toString('base64url')}`;
  }

  function requestUrl(repository: string, runId: number): string {
    return `${issuer}/request?${new URLSearchParams({ repository, run_id: String(runId) }).toString()}`;
  }

  function answerOidc(request: IncomingRequest): Answer {
    switch (request.path.slice(oidcPath.length)) {
      case '/.well-known/openid-configuration':
        return jsonAnswer(200, discovery(issuer));
      case '/.well-known/jwks': {
        const { kty, n, e } = key().export({ format: 'jwk' });
        return jsonAnswer(200, { keys: [{ kty, n, e, kid: keyId, alg: 'RS256', use: 'sig' }] });
      }
      case '/request':
        return tokenForRun(request);
      default:
        return messageAnswer(404, 'Not Found');
    }
  }

  function tokenForRun(request: IncomingRequest): Answer {
    if (tokenOf(request) === null) return messageAnswer(401, 'Unauthorized');
    const repository = findRepository(state, request.query.get('repository') ?? '');
    const run = repository?.runs.find(({ id }) => String(id) === request.query.get('run_id'));
    if (repository === undefined || run === undefined) return messageAnswer(404, 'Not Found');
    const aud = request.query.get('audience') ?? `https://github.com/${repository.owner}`;
    return jsonAnswer(200, { value: mintToken({ ...claimsOfRun(repository, run), aud }) });
  }

  return { issuer, mintToken, requestUrl, answerOidc };
}

function newKey(): KeyObject {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return createPrivateKey(privateKey);
}

function discovery(issuer: string): object {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: [
      'sub',
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'nbf',
      'repository_id',
      'run_id',
      'workflow_ref',
    ],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}
