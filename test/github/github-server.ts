import { type FaultList, faultList } from './faults/fault-list.ts';
import { messageAnswer } from './http/answer.ts';
import { listen } from './http/listen.ts';
import type { LoggedRequest } from './http/request-log.ts';
import { type Serving, serve } from './http/serve.ts';
import { type OidcIssuer, oidcIssuer } from './oidc/oidc-issuer.ts';
import { createGitHubState, type GitHubState } from './state/github-state.ts';
import { rateLimits } from './state/rate-limits.ts';
import { type DeliverOptions, deliverWebhook } from './webhooks/deliver-webhook.ts';
import type { HookDelivery } from './webhooks/hook-delivery.ts';

export interface GitHubOptions {
  /** The clock in milliseconds since 1970; default the machine's. */
  now?: () => number;
  /** Where links to pages lead; default `https://github.com`, so that reports have the same bytes in every run. */
  webUrl?: string;
  /** What each answer takes; default 0. */
  latencyMs?: number;
  /** GraphQL requests for more nodes answer 502. */
  heavyPageLimit?: number;
  /** How long associations of commits and search lag behind a merge; default 0. */
  indexLagMs?: number;
  /** How long a started run is missing in lists; default 0. */
  runListLagMs?: number;
  /** The only tokens that are accepted; default any. */
  tokens?: readonly string[];
  /** Points an hour, each for REST and GraphQL; default 5,000. */
  rateLimit?: number;
}

export interface GitHubServer {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** REST as on github.com, at the root. */
  apiUrl: string;
  graphqlUrl: string;
  /** The same in GitHub Enterprise Server's layout. */
  enterpriseApiUrl: string;
  enterpriseGraphqlUrl: string;
  /** Where links to pages lead. */
  webUrl: string;
  /** All that GitHub knows; the functions of `state/` and `seed/` work on it. */
  state: GitHubState;
  /** Every request so far, in the order they came. Set its `length` to 0 to count anew. */
  requests: LoggedRequest[];
  faults: FaultList;
  oidc: OidcIssuer;
  /** Signs a webhook and posts it to `to`; payloads are made in `webhooks/`. */
  deliver(event: string, payload: object, options: DeliverOptions): Promise<HookDelivery>;
  /** May be changed at any time. */
  latencyMs: number;
  heavyPageLimit: number | null;
  /** Ends the server and every connection. */
  close(): Promise<void>;
}

/** Starts a GitHub of its own on the loopback address: empty, until it is seeded. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubServer> {
  const { now = () => Date.now(), tokens } = options;
  const state = createGitHubState({
    now,
    indexLagMs: options.indexLagMs ?? 0,
    runListLagMs: options.runListLagMs ?? 0,
    limits: rateLimits(options.rateLimit ?? 5_000, now()),
    tokens: tokens === undefined ? null : new Map(tokens.map((token) => [token, { expiresAt: null }])),
  });
  const serving: Serving = {
    state,
    url: '',
    webUrl: options.webUrl ?? 'https://github.com',
    requests: [],
    faults: faultList(),
    answerOidc: () => messageAnswer(404, 'Not Found'),
    latencyMs: options.latencyMs ?? 0,
    heavyPageLimit: options.heavyPageLimit ?? null,
  };
  const { url, close } = await listen((request, response) => serve(serving, request, response));
  const { answerOidc, ...oidc } = oidcIssuer(state, url);
  return Object.assign(serving, {
    url,
    answerOidc,
    oidc,
    deliver: (event: string, payload: object, how: DeliverOptions) =>
      deliverWebhook(state, event, payload, how),
    apiUrl: url,
    graphqlUrl: `${url}/graphql`,
    enterpriseApiUrl: `${url}/api/v3`,
    enterpriseGraphqlUrl: `${url}/api/graphql`,
    close,
  });
}
