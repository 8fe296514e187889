import { GitHub } from '@actions/github/lib/utils';
import { z } from 'zod';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { type CallEdges, type CallLimits, type Failure, withCallPolicy } from './call-policy.ts';
import { edgesUntil } from './edges-until.ts';
import type { GitHubFetch } from './github-fetch.ts';
import { retryAtOf, thrownFailure } from './read-failure.ts';

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

/** An error GitHub sent beside the data. */
export interface GraphqlError {
  type: string | null;
  path: string;
  message: string;
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

const graphqlBody = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        type: z.string().optional(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        message: z.string().default(''),
      }),
    )
    .optional(),
});

/** Errors that may be gone on the next try: GitHub gives them no type, or says that it ran out of time. */
const isTransient = ({ type, message }: GraphqlError) =>
  (type === null && /something went wrong|timed? ?out|try again|unavailable/i.test(message)) ||
  ['INTERNAL', 'SERVICE_UNAVAILABLE', 'TIMEOUT', 'LOADING'].includes(type ?? '');

const badAnswer = (what: string, why: string): { failure: Failure } => ({
  failure: { kind: 'final', error: new ZenPulseError('github_bad_answer', { what, why }) },
});

const firstIssue = (error: z.ZodError) => {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'unknown shape';
};

/** @param repository owner/name, for messages */
export function createGitHubClient(
  repository: string,
  { apiUrl, graphqlUrl }: GitHubAddress,
  edges: GitHubClientEdges,
  limits?: CallLimits,
): GitHubClient {
  const octokit = new GitHub({
    baseUrl: apiUrl,
    userAgent: 'zenpulse',
    request: { fetch: edges.fetch },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const authorization = async (renew: boolean) => ({ authorization: `Bearer ${await edges.token(renew)}` });
  const now = () => edges.clock().getTime();

  const graphql: GitHubClient['graphql'] = (call, schema) => {
    const what = `GraphQL ${/query (\w+)/.exec(call(0).document)?.[1] ?? 'query'}`;
    return withCallPolicy(
      async ({ signal, failures, renewToken }) => {
        const { document, variables } = call(failures);
        try {
          const { data: body, headers } = await octokit.request({
            method: 'POST',
            url: graphqlUrl,
            headers: await authorization(renewToken),
            request: { signal },
            query: document,
            variables,
          });
          const answer = graphqlBody.safeParse(body);
          if (!answer.success) return badAnswer(what, 'it is not the JSON of a GraphQL answer');
          const errors = (answer.data.errors ?? []).map(({ type, path, message }) => ({
            type: type ?? null,
            path: (path ?? []).join('.'),
            message: visibleText(message).slice(0, 300),
          }));
          if (errors.some(({ type }) => type === 'RATE_LIMITED')) {
            return { failure: { kind: 'rate', retryAt: retryAtOf({ headers }, now()) } };
          }
          const transient = errors.find(isTransient);
          const isLastTry = failures + 1 >= (limits?.tries ?? 3);
          if (transient && !(isLastTry && answer.data.data)) {
            return { failure: { kind: 'transient', what: `${what}: ${transient.message}` } };
          }
          if (answer.data.data === undefined || answer.data.data === null) {
            const why = errors.map(({ message }) => message).join('; ') || 'it holds no data';
            return badAnswer(what, why);
          }
          const data = schema.safeParse(answer.data.data);
          return data.success
            ? { result: { data: data.data, errors } }
            : badAnswer(what, firstIssue(data.error));
        } catch (thrown) {
          return { failure: thrownFailure(thrown, what, repository, now()) };
        }
      },
      edges,
      limits,
    );
  };

  const rest: GitHubClient['rest'] = (route, parameters, schema) =>
    withCallPolicy(
      async ({ signal, renewToken }) => {
        try {
          const headers = await authorization(renewToken);
          const { data: body } = await octokit.request(route, {
            ...parameters,
            headers,
            request: { signal },
          });
          const data = schema.safeParse(body);
          return data.success ? { result: data.data } : badAnswer(route, firstIssue(data.error));
        } catch (thrown) {
          return { failure: thrownFailure(thrown, route, repository, now()) };
        }
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
