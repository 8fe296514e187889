import type { Layout } from './incoming-request.ts';

/** One request as it came in, for counting and for asking in which order things went. */
export interface LoggedRequest {
  kind: 'rest' | 'graphql' | 'oidc' | 'raw';
  layout: Layout;
  method: string;
  /** Without the layout's prefix. */
  path: string;
  /** `GET /repos/{owner}/{repo}`, or the name of the GraphQL operation; null for what is not served. */
  operation: string | null;
  /** Query parameters, or GraphQL's variables. */
  variables: Readonly<Record<string, unknown>>;
  /** GraphQL: the points GitHub would charge, and the most nodes the query can return. */
  cost: number;
  nodeCount: number;
  authorization: string | null;
  body: string;
  /** Null when no answer was sent. */
  status: number | null;
  /** Name of the fault that hit it. */
  fault: string | null;
  /** Milliseconds of a steady clock. Requests whose spans overlap were under way together. */
  startedAt: number;
  endedAt: number | null;
}
