import { validateHeaderValue } from 'node:http';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { GuardedFetch, OutgoingRequest } from './edges.ts';
import { exchange } from './guard/exchange.ts';
import { judgeDestination } from './guard/judge-destination.ts';
import { openConnection } from './guard/open-connection.ts';
import { reachableAddresses, type Resolve } from './guard/reachable-addresses.ts';
import { shortCause } from './guard/short-cause.ts';

export interface GuardOptions {
  /** Entries as in `callback_allowed_hosts`. An empty list allows nothing. */
  allowedHosts: readonly string[];
  /** Every address of a name, as `dns.promises.lookup(host, { all: true })`; asked once a request. */
  resolve: Resolve;
  /** From the look-up of the name to the last byte of the answer, in milliseconds. Default 15 s. */
  timeoutMs?: number;
  /** Bytes of the answer's body that are kept. Default 64 KiB. */
  maxAnswerBytes?: number;
}

const defaultTimeoutMs = 15_000;
const defaultMaxAnswerBytes = 64 * 1_024;

/**
 * POSTs to allowed hosts alone, on the very addresses that were checked. It follows no redirect, uses no proxy (a
 * proxy would look the name up again) and keeps no connection.
 */
export function createGuardedFetch(options: GuardOptions): GuardedFetch {
  const { allowedHosts, resolve, timeoutMs = defaultTimeoutMs } = options;
  const maxAnswerBytes = options.maxAnswerBytes ?? defaultMaxAnswerBytes;

  return async (request, stop) => {
    const destination = judgeDestination(request.url, allowedHosts);
    const { host } = destination.url;
    refuseBadHeaders(host, request);
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = stop === undefined ? deadline : AbortSignal.any([deadline, stop]);
    const causeOf = (thrown: unknown) => {
      if (stop?.aborted) return 'the run was stopped';
      return deadline.aborted ? `not within ${timeoutMs / 1_000} s` : shortCause(thrown);
    };

    const socket = await reachableAddresses(destination, resolve, signal)
      .then((addresses) => openConnection(destination, addresses, signal))
      .catch((thrown: unknown) => {
        if (thrown instanceof ZenPulseError) throw thrown;
        throw new ZenPulseError('destination_unreachable', { host, cause: causeOf(thrown) });
      });
    try {
      return await exchange(destination.url, request, socket, { maxAnswerBytes, signal });
    } catch (thrown) {
      throw new ZenPulseError('destination_silent', { host, cause: causeOf(thrown) });
    } finally {
      socket.destroy();
    }
  };
}

/** Before anything is connected: a line break in a secret is common, and must not look like a silent receiver. */
function refuseBadHeaders(host: string, { headers }: OutgoingRequest): void {
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderValue(name, value);
    } catch {
      throw new ZenPulseError('destination_refused', {
        host,
        why: `the header ${name} would hold characters that no header can carry`,
        next: 'Look for line breaks and other invisible characters in the secrets and options of this delivery.',
      });
    }
  }
}
