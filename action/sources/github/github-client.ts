import { GitHub } from '@actions/github/lib/utils';
import type { z } from 'zod';
import { badAnswer } from '../../../calls/bad-answer.ts';
import { type CallEdges, type CallLimits, withCallPolicy } from '../../../calls/call-policy.ts';
import { type Asked, failureOf } from '../../../calls/failure-of.ts';
import { callLimits } from './call-limits.ts';
import { edgesUntil } from './edges-until.ts';
import type { GitHubFetch } from './github-fetch.ts';
import { type GraphqlError, graphqlFailureOf, readGraphqlAnswer } from './read-graphql-answer.ts';

/** Where GitHub is: `https://api.github.com` and `https://api.github.com/graphql`, or an Enterprise Server's. */
export interface GitHubAddress {
  apiUrl: string;
  graphqlUrl: string;
}

export interface GitHubClientEdges extends CallEdges {
  fetch: GitHubFetch;
  /** The token; asked again with `renew` once GitHub has refused the last one. */
  token: (renew: boolean) => Promise<string>;
}

/** A query by how often it failed so far, so that a page GitHub cannot make in time can shrink. */
export type GraphqlCall = (failures: number) => { document: string; variables: Record<string, unknown> };

/** Parsed answers of one GitHub, for one repository; every call follows the call policy. */
export interface GitHubClient {
  /** @returns the data, and the errors that remain after transient ones were tried again */
  graphql<Data>(call: GraphqlCall, schema: z.ZodType<Data>): Promise<{ data: Data; errors: GraphqlError[] }>;
  rest<Data>(route: string, parameters: Record<string, unknown>, schema: z.ZodType<Data>): Promise<Data>;
  /** The same client, whose calls and waits a signal ends. */
  until(signal: AbortSignal): GitHubClient;
}

/** What every call here needs, for the message where GitHub does not say it. */
const permission = 'contents=read, pull_requests=read';

/** @param repository owner/name, for messages */
export function createGitHubClient(
  repository: string,
  { apiUrl, graphqlUrl }: GitHubAddress,
  edges: GitHubClientEdges,
  limits: CallLimits = callLimits,
): GitHubClient {
  const octokit = new GitHub({
    baseUrl: apiUrl,
    userAgent: 'zenpulse',
    request: { fetch: edges.fetch },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const authorization = async (renew: boolean) => ({ authorization: `Bearer ${await edges.token(renew)}` });
  const asked = (what: string): Asked => ({ what, subject: repository, permission });

  const graphql: GitHubClient['graphql'] = (call, schema) => {
    const what = `GraphQL ${/query (\w+)/.exec(call(0).document)?.[1] ?? 'query'}`;
    return withCallPolicy(
      {
        attempt: async ({ signal, failures, renewToken }) => {
          const { document, variables } = call(failures);
          const answer = await octokit.request({
            method: 'POST',
            url: graphqlUrl,
            headers: await authorization(renewToken),
            request: { signal },
            query: document,
            variables,
          });
          const isLastTry = failures + 1 >= limits.tries;
          const { data, errors } = readGraphqlAnswer(answer, {
            what,
            repository,
            isLastTry,
            now: edges.clock(),
          });
          return { data: parsed(what, schema, data), errors };
        },
        failureOf: (thrown) => graphqlFailureOf(thrown, asked(what), edges.clock()),
      },
      edges,
      limits,
    );
  };

  const rest: GitHubClient['rest'] = (route, parameters, schema) =>
    withCallPolicy(
      {
        attempt: async ({ signal, renewToken }) => {
          const headers = await authorization(renewToken);
          const { data } = await octokit.request(route, { ...parameters, headers, request: { signal } });
          return parsed(route, schema, data);
        },
        failureOf: (thrown) => failureOf(thrown, asked(route), edges.clock()),
      },
      edges,
      limits,
    );

  return {
    graphql,
    rest,
    until: (signal) =>
      createGitHubClient(repository, { apiUrl, graphqlUrl }, edgesUntil(edges, signal), limits),
  };
}

/** @throws ZenPulseError `github_bad_answer`, naming the place */
function parsed<Data>(what: string, schema: z.ZodType<Data>, data: unknown): Data {
  const result = schema.safeParse(data);
  if (!result.success) throw badAnswer(what, result.error);
  return result.data;
}
