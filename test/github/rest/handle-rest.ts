import { type Answer, jsonAnswer, messageAnswer } from '../http/answer.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import { findRepository, type GitHubState } from '../state/github-state.ts';
import { nameWithOwner } from '../state/repository.ts';
import { answerDiff } from './answer-diff.ts';
import { RestError } from './rest-error.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

export interface MatchedRoute {
  route: Route;
  params: Readonly<Record<string, string>>;
  /** `GET /repos/{owner}/{repo}`. */
  operation: string;
}

/** Links by id, which renames lead to, as the paths by name that the routes have. */
function pathByName(state: GitHubState, path: string): string {
  const [, id, below] = /^\/repositories\/(\d+)(\/.+)$/.exec(path) ?? [];
  const found = [...state.repositories.values()].find((each) => String(each.id) === id);
  return found === undefined ? path : `/repos/${nameWithOwner(found)}${below}`;
}

/** REST answers a former name with the address by id. */
function movedAnswer(state: GitHubState, { apiUrl, path, query }: IncomingRequest): Answer | null {
  const [, owner, name, below = ''] = /^\/repos\/([^/]+)\/([^/]+)(\/.+)?$/.exec(path) ?? [];
  const asked = `${owner}/${name}`.toLowerCase();
  const found = state.formerNames.has(asked) ? findRepository(state, asked) : undefined;
  if (found === undefined) return null;
  const search = query.size > 0 ? `?${query.toString()}` : '';
  const url = `${apiUrl}/repositories/${found.id}${below}${search}`;
  const answer = messageAnswer(301, 'Moved Permanently', { url });
  return { ...answer, headers: { ...answer.headers, location: url } };
}

export function matchRoute(state: GitHubState, request: IncomingRequest): MatchedRoute | undefined {
  const { method } = request;
  const path = pathByName(state, request.path);
  for (const route of routes) {
    const groups = route.method === method ? route.pattern.exec(path)?.groups : undefined;
    if (route.method !== method || (groups === undefined && route.template !== path)) continue;
    const params = Object.fromEntries(
      Object.entries(groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
    );
    return { route, params, operation: `${method} ${route.template}` };
  }
  return undefined;
}

export async function handleRest(
  state: GitHubState,
  webUrl: string,
  request: IncomingRequest,
  { route, params, operation }: MatchedRoute,
): Promise<Answer> {
  try {
    const moved = movedAnswer(state, request);
    if (moved) return moved;
    const diff = answerDiff(state, webUrl, request, { operation, params });
    if (diff) return diff;
    const json = readJson(request.body);
    const apiVersion = request.headers['x-github-api-version'] ?? '2022-11-28';
    const { status, body, headers } = await route.handle({
      ...request,
      state,
      webUrl,
      params,
      json,
      apiVersion,
    });
    return jsonAnswer(status, body, headers);
  } catch (error) {
    if (error instanceof RestError) return messageAnswer(error.status, error.message, error.details);
    throw error;
  }
}

function readJson(body: string): Readonly<Record<string, unknown>> {
  if (body === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new RestError(400, 'Problems parsing JSON');
}
