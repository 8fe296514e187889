import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../faults/fault.ts';
import type { FaultList } from '../faults/fault-list.ts';
import { handleGraphQL, readQuery, type ReadQuery } from '../graphql/handle-graphql.ts';
import { oidcPath } from '../oidc/oidc-issuer.ts';
import { handleRest, type MatchedRoute, matchRoute } from '../rest/handle-rest.ts';
import type { GitHubState } from '../state/github-state.ts';
import { type RateResource, takePoints } from '../state/rate-limits.ts';
import { type Answer, messageAnswer } from './answer.ts';
import { answerRaw, rawPath } from './answer-raw.ts';
import { checkToken } from './check-token.ts';
import { type IncomingRequest, tokenOf } from './incoming-request.ts';
import { limitExceeded, rateHeaders } from './rate-limit-answers.ts';
import { NotServedError } from './not-served-error.ts';
import { readRequest } from './read-request.ts';
import type { LoggedRequest } from './request-log.ts';
import { sendAnswer } from './send-answer.ts';

/** Everything a request is served from. */
export interface Serving {
  state: GitHubState;
  url: string;
  webUrl: string;
  requests: LoggedRequest[];
  faults: FaultList;
  answerOidc: (request: IncomingRequest) => Answer;
  /** Milliseconds each answer takes. */
  latencyMs: number;
  heavyPageLimit: number | null;
}

interface Asked {
  kind: LoggedRequest['kind'];
  request: IncomingRequest;
  query: ReadQuery | null;
  match: MatchedRoute | undefined;
}

/** Serves one request: log it, wait, let a fault have it or answer, send. */
export async function serve(
  serving: Serving,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedAt = performance.now();
  const request = await readRequest(incoming, serving.url);
  const kind = kindOf(request);
  const asked: Asked = {
    kind,
    request,
    query: kind === 'graphql' ? readQuery(request) : null,
    match: kind === 'rest' ? matchRoute(serving.state, request) : undefined,
  };
  const entry = logEntry(asked, startedAt);
  serving.requests.push(entry);
  // Taken before the wait: of requests under way together the first is hit.
  const fault = serving.faults.take(entry);
  entry.fault = fault?.name ?? null;
  if (serving.latencyMs > 0) await sleep(serving.latencyMs, undefined, { ref: false });
  fault?.before?.();
  const delivery = fault?.delivery ?? 'whole';
  const answer = await answerWith(fault, () => answerOf(serving, asked, entry));
  if (answer !== null && delivery !== 'no-answer' && delivery !== 'reset') entry.status = answer.status;
  sendAnswer(response, answer, delivery);
  entry.endedAt = performance.now();
}

function kindOf({ method, path }: IncomingRequest): LoggedRequest['kind'] {
  if (path === '/graphql' && method === 'POST') return 'graphql';
  if (path.startsWith(`${oidcPath}/`)) return 'oidc';
  return path.startsWith(rawPath) ? 'raw' : 'rest';
}

function logEntry({ kind, request, query, match }: Asked, startedAt: number): LoggedRequest {
  return {
    kind,
    layout: request.layout,
    method: request.method,
    path: request.path,
    operation: query?.operation ?? match?.operation ?? null,
    variables: query?.asked.variables ?? Object.fromEntries(request.query),
    cost: query?.cost.cost ?? 1,
    nodeCount: query?.cost.nodeCount ?? 0,
    authorization: tokenOf(request),
    body: request.body,
    status: null,
    fault: null,
    startedAt,
    endedAt: null,
  };
}

async function answerWith(fault: Fault | undefined, answer: () => Promise<Answer>): Promise<Answer | null> {
  if (fault === undefined) return answer();
  const loses = fault.instead !== undefined || fault.delivery === 'no-answer' || fault.delivery === 'reset';
  const own = loses && fault.takesEffect !== true ? null : await answer();
  if (fault.instead !== undefined) return fault.instead();
  if (own === null) return null;
  return fault.change === undefined ? own : fault.change(own);
}

async function answerOf(serving: Serving, asked: Asked, entry: LoggedRequest): Promise<Answer> {
  const { state, answerOidc } = serving;
  const { kind, request } = asked;
  if (kind === 'oidc') return answerOidc(request);
  if (kind === 'raw') return answerRaw(state, request);
  const resource = kind === 'graphql' ? 'graphql' : 'core';
  const refused = checkToken(state, request) ?? spent(state, resource, entry.cost);
  const { status, headers, body } = refused ?? (await answerApi(serving, asked));
  return { status, headers: { ...rateHeaders(state.limits, resource), ...headers }, body };
}

function spent({ limits, now }: GitHubState, resource: RateResource, cost: number): Answer | null {
  return takePoints(limits, resource, cost, now()) ? null : limitExceeded(resource);
}

async function answerApi(serving: Serving, { kind, request, query, match }: Asked): Promise<Answer> {
  try {
    if (kind === 'graphql') return await handleGraphQL(serving, request, query);
    if (match !== undefined) return await handleRest(serving.state, serving.webUrl, request, match);
    throw new NotServedError(`${request.method} ${request.path}`);
  } catch (error) {
    if (error instanceof NotServedError) return messageAnswer(501, error.message);
    throw error;
  }
}
