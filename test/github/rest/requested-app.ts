import { tokenOf } from '../http/incoming-request.ts';
import type { GitHubState } from '../state/github-state.ts';
import { RestError } from './rest-error.ts';
import type { RestRequest } from './route.ts';

/** The app that asks, which proves itself with a JWT, never with a token of an installation. */
export function requestedApp(request: RestRequest): GitHubState['app'] {
  const token = tokenOf(request);
  if (token === null || token.startsWith('ghs_') || token.split('.').length !== 3) {
    throw new RestError(401, 'A JSON web token could not be decoded');
  }
  return request.state.app;
}
