import { ProbotOctokit } from 'probot';
import { boundedFetch, type FetchBounds } from './bounded-fetch.ts';

/**
 * Options for Probot that make its GitHub clients fit for jobs.
 *
 * Its plugins are off. Throttling waits inside a call, up to an hour until a limit is reset, and lets one write through
 * a second; a job is put off instead. Retry makes POSTs again too, and a dispatch must never be. Trying again is the
 * port's. The log of requests is off below warnings: at debug level it shows bodies, and one of them may carry the
 * one-time token.
 */
export function octokitOptions(fetch: typeof globalThis.fetch, bounds?: FetchBounds) {
  const silent = () => undefined;
  return {
    Octokit: ProbotOctokit.defaults((given: Record<string, unknown>) => ({
      ...given,
      auth: withBaseUrl(given['auth'], given['baseUrl']),
      throttle: { enabled: false },
      retry: { enabled: false },
      log: { ...warningsOf(given['log']), debug: silent, info: silent },
    })),
    request: { fetch: boundedFetch(fetch, bounds) },
  };
}

/** Probot leaves it out where a token is asked for by name, and an Enterprise Server's would go to github.com. */
function withBaseUrl(auth: unknown, baseUrl: unknown): unknown {
  if (typeof auth !== 'object' || auth === null || !('request' in auth) || baseUrl === undefined) return auth;
  const request = auth.request as { defaults: (defaults: object) => unknown };
  return { ...auth, request: request.defaults({ baseUrl }) };
}

type Report = (message: string) => void;

/** A pino logger needs its `this`. */
function warningsOf(log: unknown): { warn: Report; error: Report } {
  const { warn, error } = (log ?? {}) as Partial<Record<'warn' | 'error', Report>>;
  return {
    warn: (message) => warn?.call(log, message),
    error: (message) => error?.call(log, message),
  };
}
