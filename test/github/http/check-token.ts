import type { GitHubState } from '../state/github-state.ts';
import { type Answer, messageAnswer } from './answer.ts';
import { type IncomingRequest, tokenOf } from './incoming-request.ts';

/** A 401 for a token that is unknown or has expired; null lets the request through. */
export function checkToken({ tokens, now }: GitHubState, request: IncomingRequest): Answer | null {
  if (tokens === null) return null;
  const token = tokenOf(request);
  // An app proves itself with a JWT of three parts, not with a token.
  if (token === null || isAppRequest(request, token)) return null;
  const known = tokens.get(token);
  const isValid = known !== undefined && (known.expiresAt === null || known.expiresAt > now());
  return isValid ? null : messageAnswer(401, 'Bad credentials');
}

function isAppRequest({ path }: IncomingRequest, token: string): boolean {
  return /^\/app(?:\/|$)|\/installation$/.test(path) && token.split('.').length === 3;
}
