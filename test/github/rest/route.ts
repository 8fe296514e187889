import type { paths } from '@octokit/openapi-types';
import type { Answer } from '../http/answer.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import type { GitHubState } from '../state/github-state.ts';

/**
 * A repository by its id, which survives renames. GitHub's own links lead there, though its description does not have
 * it; the answers are those of the paths by name.
 */
interface Undescribed {
  '/repositories/{repository_id}': { get: Pick<paths['/repos/{owner}/{repo}']['get'], 'responses'> };
  '/repositories/{repository_id}/branches/{branch}': {
    get: Pick<paths['/repos/{owner}/{repo}/branches/{branch}']['get'], 'responses'>;
  };
}

type Described = paths & Undescribed;

export type Path = keyof Described;
export type Method = 'get' | 'post';

/** Names in the braces of a path. */
type ParameterOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

type ResponsesOf<P extends Path, M extends Method> =
  Described[P] extends Record<M, { responses: infer Responses }> ? Responses : never;

/** The body GitHub documents for a status; `undefined` where it documents none. */
type BodyOf<Response> = Response extends { content: infer Content }
  ? [Content] extends [never]
    ? undefined
    : Content extends { 'application/json': infer Body }
      ? Body
      : undefined
  : undefined;

/** What a handler may return: a documented success or redirect with the documented body. */
export type Reply<P extends Path, M extends Method> = {
  [Status in keyof ResponsesOf<P, M> & (200 | 201 | 202 | 204 | 301)]: {
    status: Status;
    body: BodyOf<ResponsesOf<P, M>[Status]>;
    headers?: Answer['headers'];
  };
}[keyof ResponsesOf<P, M> & (200 | 201 | 202 | 204 | 301)];

export interface RestRequest<Parameter extends string = never> extends IncomingRequest {
  state: GitHubState;
  webUrl: string;
  /** Decoded parts of the path. */
  params: Readonly<Record<Parameter, string>>;
  /** The body as JSON; an empty object without one. */
  json: Readonly<Record<string, unknown>>;
  /** `X-GitHub-Api-Version`; default the oldest that is supported. */
  apiVersion: string;
}

export interface Route {
  method: string;
  template: Path;
  pattern: RegExp;
  handle(request: RestRequest): RouteReply | Promise<RouteReply>;
}

interface RouteReply {
  status: number;
  body?: unknown;
  headers?: Answer['headers'];
}

/** Parameters that may hold slashes: paths, and names of branches and tags. */
const wide = new Set(['path', 'ref', 'basehead', 'tag']);

/** A handler whose answers have the shape GitHub publishes for the operation; another shape does not compile. */
export function route<P extends Path, M extends Method>(
  method: M,
  template: P,
  handle: (request: RestRequest<ParameterOf<P>>) => Reply<P, M> | Promise<Reply<P, M>>,
): Route {
  const source = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    wide.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return {
    method: method.toUpperCase(),
    template,
    pattern: new RegExp(`^${source}$`),
    handle: (request) => handle(request as RestRequest<ParameterOf<P>>) as RouteReply | Promise<RouteReply>,
  };
}
