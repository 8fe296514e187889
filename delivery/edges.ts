/** One request to a place outside; only text goes out and only text comes back. */
export interface OutgoingRequest {
  /** Absolute; a secret may stand in its query, so it is never logged whole. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface IncomingAnswer {
  status: number;
  headers: Headers;
  /** An answer is only read for its reason, so whoever made the fetch caps it. */
  body: string;
  /** True when the body was longer than the cap; then it is only the beginning. */
  truncated: boolean;
}

/**
 * POSTs to a place that was checked before anything connects to it. A redirect is an answer like any other.
 * @throws ZenPulseError `destination_refused` when it may not be asked: no packet was sent ·
 * `destination_unreachable` when it could not be: nothing of the request can have arrived ·
 * `destination_silent` when no whole answer came: the request may have arrived
 */
export type GuardedFetch = (request: OutgoingRequest, signal?: AbortSignal) => Promise<IncomingAnswer>;

/** What every delivery touches of the world. */
export interface DeliveryEdges {
  fetch: GuardedFetch;
  clock: () => Date;
  /** Rejects as soon as the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to 1, for jitter. */
  random: () => number;
  /** Aborted when the process is stopped. */
  signal: AbortSignal;
}
