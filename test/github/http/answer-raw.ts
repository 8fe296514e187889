import { findRevision } from '../state/find-revision.ts';
import { findRepository, type GitHubState } from '../state/github-state.ts';
import { type Answer, messageAnswer } from './answer.ts';
import { type IncomingRequest, tokenOf } from './incoming-request.ts';

export const rawPath = '/raw/';

/** A file as it is: `/raw/{owner}/{repo}/{ref}/{path}`; the ref may hold slashes. */
export function answerRaw(state: GitHubState, request: IncomingRequest): Answer {
  const [owner = '', name = '', ...rest] = request.path
    .slice(rawPath.length)
    .split('/')
    .map(decodeURIComponent);
  const repository = findRepository(state, `${owner}/${name}`);
  if (repository === undefined || (repository.isPrivate && tokenOf(request) === null)) return missing;
  for (let length = 1; length < rest.length; length += 1) {
    const ref = rest.slice(0, length).join('/');
    const found = findRevision(repository, `${ref}:${rest.slice(length).join('/')}`);
    if (found?.type === 'blob') {
      return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: found.text };
    }
  }
  return missing;
}

const missing = messageAnswer(404, 'Not Found');
