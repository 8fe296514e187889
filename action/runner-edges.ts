import type { Resolve } from '../delivery/guard/reachable-addresses.ts';
import type { RunContext } from './run-context.ts';
import type { GitHubClientEdges } from './sources/github/github-client.ts';
import type { GitHubFetch } from './sources/github/github-fetch.ts';

/** Everything the action touches of the runner. */
export interface RunnerEdges extends Omit<GitHubClientEdges, 'fetch' | 'token'> {
  /** Asks GitHub. */
  gitHubFetch: GitHubFetch;
  /** Asks all others: models, tool servers, whoever proves what this run is. */
  fetch: typeof globalThis.fetch;
  /** Rejects as soon as the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  variables: NodeJS.ProcessEnv;
  newId: () => string;
  /** Such as `node v24.21.0`. */
  runtime: string;
  /** Of Node.js: `linux`, `x64`. */
  platform: string;
  arch: string;
  /** Aborted when the job is stopped. */
  signal: AbortSignal;
  /** Every address of a host that something is delivered to. */
  resolve: Resolve;
}

/** A run in progress: what a failure needs to know of it. */
export interface Run {
  id: string;
  context: RunContext;
  edges: RunnerEdges;
  retentionDays: number | undefined;
}
