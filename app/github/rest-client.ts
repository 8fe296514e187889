import type { z } from 'zod';
import { badAnswer } from '../../calls/bad-answer.ts';
import { type CallEdges, type CallLimits, withCallPolicy } from '../../calls/call-policy.ts';
import { failureOf } from '../../calls/failure-of.ts';
import { callLimits } from './call-limits.ts';

/** What is used of Probot's client, with or without its plugins. */
export interface OctokitClient {
  request(
    route: string,
    parameters?: Record<string, unknown>,
  ): Promise<{ status: number; headers: Record<string, unknown>; data: unknown }>;
  auth(options: Record<string, unknown>): Promise<unknown>;
}

export interface RestEdges extends CallEdges {
  /** As `probot.auth`: the client of an installation, or without an id that of the App itself. */
  octokit: (installationId?: number) => Promise<OctokitClient>;
}

export interface RestCall<Data> {
  /** Null: asked as the App itself. */
  installationId: string | null;
  /** Such as `GET /repos/{owner}/{repo}`. */
  route: string;
  parameters: Record<string, unknown>;
  schema: z.ZodType<Data>;
  /** owner/name, or whatever else is asked for; for messages. */
  subject: string;
}

/** Parsed data, and the parameters of the next page's address; null on the last one. */
export interface RestAnswer<Data> {
  data: Data;
  next: URLSearchParams | null;
}

/** Parameters that every request has: one version of the API, and no try but ours. */
export const requestParameters = (signal: AbortSignal) => ({
  headers: { 'x-github-api-version': '2022-11-28' },
  request: { signal, retries: 0 },
});

function nextOf({ link }: Record<string, unknown>): URLSearchParams | null {
  const [, url] = /<([^>]+)>;\s*rel="next"/.exec(typeof link === 'string' ? link : '') ?? [];
  return (url && URL.parse(url)?.searchParams) || null;
}

/** The client a call is made with; its token made anew where GitHub refused the last one. */
export async function clientFor(
  { octokit }: Pick<RestEdges, 'octokit'>,
  installationId: string | null,
  renewToken: boolean,
): Promise<OctokitClient> {
  if (installationId === null) return octokit();
  const client = await octokit(Number(installationId));
  if (renewToken)
    await client.auth({ type: 'installation', installationId: Number(installationId), refresh: true });
  return client;
}

/**
 * Asks GitHub's REST API, by the call policy.
 * @throws ZenPulseError `github_…`
 */
export function restCall<Data>(
  { installationId, route, parameters, schema, subject }: RestCall<Data>,
  edges: RestEdges,
  limits: CallLimits = callLimits,
): Promise<RestAnswer<Data>> {
  return withCallPolicy(
    {
      attempt: async ({ signal, renewToken }) => {
        const client = await clientFor(edges, installationId, renewToken);
        const answer = await client.request(route, { ...parameters, ...requestParameters(signal) });
        const parsed = schema.safeParse(answer.data);
        if (!parsed.success) throw badAnswer(route, parsed.error);
        return { data: parsed.data, next: nextOf(answer.headers) };
      },
      failureOf: (thrown) =>
        failureOf(thrown, { what: route, subject, permission: 'contents=read' }, edges.clock()),
    },
    edges,
    limits,
  );
}

/**
 * All items of a list, page by page.
 * @param isEnough true once nothing that is wanted can follow
 */
export async function restList<Item>(
  call: RestCall<Item[]>,
  edges: RestEdges,
  limits?: CallLimits,
  isEnough: (page: readonly Item[]) => boolean = () => false,
): Promise<Item[]> {
  const items: Item[] = [];
  let place: Record<string, string> = {};
  for (;;) {
    const parameters = { ...call.parameters, per_page: 100, ...place };
    const { data, next } = await restCall({ ...call, parameters }, edges, limits);
    items.push(...data);
    // Only the place is taken from GitHub's link; where to ask stays ours.
    const [key] = ['cursor', 'page'].filter((name) => next?.has(name));
    const value = key && next?.get(key);
    if (!key || !value || isEnough(data) || place[key] === value) return items;
    place = { [key]: value };
  }
}
