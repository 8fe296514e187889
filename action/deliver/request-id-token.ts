import type { DeliveryEdges } from '../../delivery/edges.ts';

export interface IdTokenEdges {
  variables: NodeJS.ProcessEnv;
  /** Asks the runner's own service, never a place that somebody names. */
  fetch: typeof globalThis.fetch;
  signal: DeliveryEdges['signal'];
  /** Masks a value in the log. */
  mask: (secret: string) => void;
}

const timeoutMs = 10_000;

/**
 * Asks GitHub for a token that says which run this is. The toolkit would bring an HTTP client of its own for it.
 * @returns null where the job may not ask: it lacks the permission `id-token: write`
 */
export function idTokenSource({
  variables,
  fetch,
  signal,
  mask,
}: IdTokenEdges): ((audience: string) => Promise<string>) | null {
  const address = variables['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const requestToken = variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!address || !requestToken) return null;
  return async (audience) => {
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
    const answer: unknown = await response.json();
    const token = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
    if (typeof token !== 'string' || token === '') throw new Error('the answer holds no token');
    mask(token);
    return token;
  };
}
