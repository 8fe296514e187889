import { orAborted } from '../../../delivery/or-aborted.ts';
import type { GitHubClientEdges } from './github-client.ts';

/** Edges whose requests and waits a signal ends; what it ended is not tried again. */
export const edgesUntil = (edges: GitHubClientEdges, signal: AbortSignal): GitHubClientEdges => ({
  ...edges,
  fetch: (url, request) => {
    const signals = request.signal ? [signal, request.signal] : [signal];
    return edges.fetch(url, { ...request, signal: AbortSignal.any(signals) });
  },
  sleep: (ms) => orAborted(edges.sleep(ms), signal),
});
