import type { GitHubServer } from './github-server.ts';

export interface RestReply<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface GraphQLReply<Data> {
  status: number;
  data: Data;
  errors: readonly { type?: string; path?: readonly (string | number)[]; message: string }[];
}

/** Asks a stand-in with plain `fetch`. The caller says what shape it expects. */
export async function askRest<Body = { message: string }>(
  github: GitHubServer,
  path: string,
  init: { method?: string; json?: unknown; headers?: Record<string, string> } = {},
): Promise<RestReply<Body>> {
  const response = await fetch(path.startsWith('http') ? path : github.apiUrl + path, {
    method: init.method ?? 'GET',
    headers: { authorization: 'Bearer token', ...init.headers },
    ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
  };
}

export async function askGraphQL<Data>(
  github: GitHubServer,
  query: string,
  variables: object = {},
): Promise<GraphQLReply<Data>> {
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization: 'Bearer token' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as Pick<GraphQLReply<Data>, 'data'> &
    Partial<GraphQLReply<Data>>;
  return { status: response.status, data, errors };
}
