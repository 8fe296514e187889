import { tokenOf } from '../http/incoming-request.ts';
import { findRepository } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import { notFound } from './rest-error.ts';
import type { RestRequest } from './route.ts';

/** The repository a path names. A private one is not there for a request without a token. */
export function requestedRepository(request: RestRequest<'owner' | 'repo'>): Repository {
  const { owner, repo } = request.params;
  const found = findRepository(request.state, `${owner}/${repo}`);
  if (found === undefined || (found.isPrivate && tokenOf(request) === null)) throw notFound();
  return found;
}
