import { HttpClient } from '@actions/http-client';
import { fetch as fetchThrough } from 'undici';

const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/** As the toolkit asks: by the variables of the environment, host by host, so `no_proxy` holds. */
const throughProxy = (async (url: string | URL, init?: RequestInit) => {
  const dispatcher = new HttpClient().getAgentDispatcher(String(url));
  return fetchThrough(url, { ...(init as object), ...(dispatcher && { dispatcher }) });
}) as unknown as typeof globalThis.fetch;

/**
 * `fetch` for whatever is not GitHub's API. Node's own knows no proxy; that of undici does, and is loaded only where
 * there is one; it takes addresses, no `Request`.
 */
export const proxiedFetch = (variables: NodeJS.ProcessEnv): typeof globalThis.fetch =>
  proxyVariables.some((name) => variables[name]) ? throughProxy : globalThis.fetch;
