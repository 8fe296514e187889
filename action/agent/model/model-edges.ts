/** What reaching a model over the network needs of the world. */
export interface ModelEdges {
  fetch: typeof globalThis.fetch;
  clock: () => Date;
  /** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** From 0 to 1, as `Math.random`. */
  random: () => number;
}

/** Bounds of one call. The signal of the request bounds all of it. Times in milliseconds. */
export interface ModelCallLimits {
  /** Further tries after the first one failed for now. */
  retries: number;
  /** One try, from connecting to the last byte. */
  tryMs: number;
  /** The longest wait a server may ask for; a longer one ends the call at once. */
  waitMs: number;
}

/** Without streaming a reasoning model may be silent for minutes; Node's `fetch` gives up after five. */
export const modelCallLimits: ModelCallLimits = { retries: 2, tryMs: 240_000, waitMs: 60_000 };
