/** What the intake takes on at once. */
export interface IntakeLimits {
  /** Of one body; GitHub sends none over 25 MB. */
  bodyBytes: number;
  /** Of all bodies that are held, on their way in or into the database. */
  heldBytes: number;
  /** Bodies over this size are large. */
  largeBytes: number;
  /** Of all large bodies; the rest of `heldBytes` is kept for the others. */
  heldLargeBytes: number;
  /** From the first byte to the answer; GitHub waits ten seconds. */
  answerMs: number;
}

const mebibyte = 1024 * 1024;

export const intakeLimits: IntakeLimits = {
  bodyBytes: 25 * mebibyte,
  heldBytes: 96 * mebibyte,
  largeBytes: mebibyte,
  heldLargeBytes: 56 * mebibyte,
  answerMs: 9_000,
};

/**
 * For `http.createServer`: headers that drip in are cut off by the server itself, before the intake hears of them.
 * Milliseconds and bytes.
 */
export const intakeServerOptions = {
  headersTimeout: 5_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
} as const;
