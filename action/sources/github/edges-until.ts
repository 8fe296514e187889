import type { GitHubClientEdges } from './github-client.ts';

/** Settles as the task does, unless the signal comes first. */
function unlessEnded<Result>(task: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

/** Edges whose requests and waits a signal ends; what it ended is not tried again. */
export const edgesUntil = (edges: GitHubClientEdges, signal: AbortSignal): GitHubClientEdges => ({
  ...edges,
  fetch: (url, request) => {
    const signals = request.signal ? [signal, request.signal] : [signal];
    return edges.fetch(url, { ...request, signal: AbortSignal.any(signals) });
  },
  sleep: (ms) => unlessEnded(edges.sleep(ms), signal),
});
