import { HttpClient } from '@actions/http-client';
import { fetch as fetchThrough } from 'undici';

const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/** As the toolkit asks: by the variables of the runner, host by host, so `no_proxy` holds. */
const throughProxy = ((input: string | URL | Request, init?: RequestInit) => {
  const url = input instanceof Request ? input.url : String(input);
  const dispatcher = new HttpClient().getAgentDispatcher(url);
  return fetchThrough(url, { ...(init as object), ...(dispatcher && { dispatcher }) });
}) as unknown as typeof globalThis.fetch;

/**
 * `fetch` for whatever is not GitHub's API. Node's own knows no proxy; that of undici does, and is loaded only where
 * there is one.
 */
export const runnerFetch = (variables: NodeJS.ProcessEnv): typeof globalThis.fetch =>
  proxyVariables.some((name) => variables[name]) ? throughProxy : globalThis.fetch;
