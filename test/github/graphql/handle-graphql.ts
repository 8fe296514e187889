import { type Answer, jsonAnswer, messageAnswer } from '../http/answer.ts';
import { type IncomingRequest, tokenOf } from '../http/incoming-request.ts';
import type { GitHubState } from '../state/github-state.ts';
import { remainingPoints } from '../state/rate-limits.ts';
import { type CheckedQuery, checkQuery, executeGraphQL, type GraphQLRequest } from './execute-graphql.ts';
import { queryRoot } from './query-root.ts';

/** A GraphQL request whose query was read; null when the body holds none. */
export interface ReadQuery extends CheckedQuery {
  asked: GraphQLRequest;
}

export function readQuery({ body }: IncomingRequest): ReadQuery | null {
  const parsed = parseJson(body);
  if (typeof parsed?.query !== 'string') return null;
  const asked: GraphQLRequest = {
    query: parsed.query,
    variables: (parsed.variables ?? {}) as GraphQLRequest['variables'],
    operationName: parsed.operationName ?? null,
  };
  return { ...checkQuery(asked), asked };
}

function parseJson(body: string): { query?: unknown; variables?: unknown; operationName?: string } | null {
  try {
    return JSON.parse(body) as { query?: unknown } | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export interface GraphQLServing {
  state: GitHubState;
  webUrl: string;
  /** Pages of more nodes answer 502, as heavy ones do; null: none is too heavy. */
  heavyPageLimit: number | null;
}

/** What GitHub says with a 502 when a query ran for longer than ten seconds. */
const timedOut =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. ' +
  'Please include `0000:1111:2222` when reporting this issue.';

export async function handleGraphQL(
  { state, webUrl, heavyPageLimit }: GraphQLServing,
  request: IncomingRequest,
  query: ReadQuery | null,
): Promise<Answer> {
  if (tokenOf(request) === null) return messageAnswer(401, 'This endpoint requires you to be authenticated.');
  if (query === null) return messageAnswer(400, 'Problems parsing JSON');
  if (heavyPageLimit !== null && query.cost.nodeCount > heavyPageLimit) {
    return jsonAnswer(502, { data: null, errors: [{ message: timedOut }] });
  }
  const { limit, resetAt } = state.limits;
  const rateLimit = { limit, resetAt, remaining: remainingPoints(state.limits, 'graphql') };
  const { cost, asked } = query;
  const root = queryRoot({ state, webUrl, apiUrl: request.apiUrl, isKnown: true, cost, rateLimit });
  return jsonAnswer(200, await executeGraphQL(query, asked, root));
}
