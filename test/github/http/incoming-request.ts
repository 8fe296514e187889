/** Where GitHub's API lies: at the root as on github.com, or below `/api` as on GitHub Enterprise Server. */
export type Layout = 'root' | 'enterprise';

/** A request, read whole. */
export interface IncomingRequest {
  method: string;
  /** Without the layout's prefix, still encoded, such as `/repos/acme/shop`. */
  path: string;
  layout: Layout;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Address of the API in the layout the request used, without a slash at its end. */
  apiUrl: string;
}

/** The token of `Authorization: Bearer …` or `token …`; null without one. */
export function tokenOf({ headers }: IncomingRequest): string | null {
  return /^(?:bearer|token)\s+(.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? null;
}

/** Splits a request's path into layout and the path as the API's description has it. */
export function readPath(path: string): Pick<IncomingRequest, 'path' | 'layout'> {
  const [, below] = /^\/api\/(?:v3|uploads)(\/.*)?$/.exec(path) ?? [];
  if (path.startsWith('/api/v3') || path.startsWith('/api/uploads')) {
    return { layout: 'enterprise', path: below ?? '/' };
  }
  return path === '/api/graphql' ? { layout: 'enterprise', path: '/graphql' } : { layout: 'root', path };
}
