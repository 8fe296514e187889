import type { LoggedRequest } from '../http/request-log.ts';
import type { Fault } from './fault.ts';

/** Which requests a fault hits; what is left out matches all. */
export interface FaultMatch {
  method?: string;
  /** The whole path without the layout's prefix, or a pattern for it. */
  path?: string | RegExp;
  /** As in the log: `GET /repos/{owner}/{repo}`, or the name of the GraphQL operation. */
  operation?: string | RegExp;
  /** How often; default 1. */
  times?: number;
  /** How many matching requests pass first; default 0. With 1 the second page is hit. */
  skip?: number;
}

export interface Injection {
  match: FaultMatch;
  fault: Fault;
}

export interface InjectedFault {
  /** How many requests it has hit. */
  readonly hits: number;
  remove(): void;
}

export interface FaultList {
  inject(injection: Injection): InjectedFault;
  /** The fault that hits this request, and counts it. Of several the one injected first. */
  take(request: LoggedRequest): Fault | undefined;
  clear(): void;
}

export function faultList(): FaultList {
  const active = new Set<Injection & { seen: number; hits: number }>();

  return {
    inject(injection) {
      const entry = { ...injection, seen: 0, hits: 0 };
      active.add(entry);
      return {
        get hits() {
          return entry.hits;
        },
        remove: () => void active.delete(entry),
      };
    },

    take(request) {
      for (const entry of active) {
        const { match, fault } = entry;
        if (!matches(match, request)) continue;
        entry.seen += 1;
        if (entry.seen <= (match.skip ?? 0) || entry.hits >= (match.times ?? 1)) continue;
        entry.hits += 1;
        return fault;
      }
      return undefined;
    },

    clear: () => active.clear(),
  };
}

function matches({ method, path, operation }: FaultMatch, request: LoggedRequest): boolean {
  return (
    (method === undefined || method.toUpperCase() === request.method) &&
    fits(path, request.path) &&
    fits(operation, request.operation ?? '')
  );
}

function fits(wanted: string | RegExp | undefined, text: string): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? wanted === text : wanted.test(text);
}
