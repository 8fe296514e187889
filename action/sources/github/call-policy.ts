import { ZenPulseError } from '../../../contract/zenpulse-error.ts';

/** What waiting and trying again need of the world. */
export interface CallEdges {
  clock: () => Date;
  sleep: (ms: number) => Promise<void>;
  /** From 0 to 1, as `Math.random`. */
  random: () => number;
}

/** Bounds of one call. Times in milliseconds. */
export interface CallLimits {
  /** Tries when the server or the network fails. */
  tries: number;
  /** One try's time, from connecting to the last byte. */
  tryMs: number;
  /** All waits for a rate limit together. */
  rateWaitMs: number;
}

/** Three tries of nine seconds end, with their pauses, within the 30 s a call may take. */
export const callLimits: CallLimits = { tries: 3, tryMs: 9_000, rateWaitMs: 5 * 60_000 };

/** GitHub asks for at least a minute when a secondary limit names no time. */
const rateFloorMs = 60_000;
const firstPauseMs = 300;

/** How a try failed: for good, for now, because of a rate limit, or for want of a fresh token. */
export type Failure =
  | { kind: 'final'; error: ZenPulseError }
  | { kind: 'transient'; what: string }
  /** `retryAt` null: the limit named no time. */
  | { kind: 'rate'; retryAt: number | null }
  | { kind: 'token' };

export type Attempt<Result> = (context: {
  signal: AbortSignal;
  /** Transient failures so far, from 0. */
  failures: number;
  /** True after GitHub refused the token once. */
  renewToken: boolean;
}) => Promise<{ result: Result } | { failure: Failure }>;

/** Where clocks differ, a time told may be past; a limit that then stays must not be asked again at once. */
const toldFloorMs = 1_000;

const waitFor = (retryAt: number | null, now: number, waits: number): number =>
  retryAt === null ? rateFloorMs * 2 ** waits : Math.max(toldFloorMs * 4 ** waits, retryAt - now);

/**
 * Makes one call as often as is decent: transient failures again with growing pauses, rate limits as told, a
 * refused token once with a new one, everything else never.
 * @throws ZenPulseError the final failure, `github_unavailable` after the last try, `github_rate_limited` when the
 *   wait would be longer than is left, `github_unauthorized` for a second refusal
 */
export async function withCallPolicy<Result>(
  attempt: Attempt<Result>,
  edges: CallEdges,
  limits: CallLimits = callLimits,
): Promise<Result> {
  let failures = 0;
  let waits = 0;
  let waitedMs = 0;
  let renewToken = false;
  for (;;) {
    const outcome = await attempt({ signal: AbortSignal.timeout(limits.tryMs), failures, renewToken });
    if ('result' in outcome) return outcome.result;
    const { failure } = outcome;
    switch (failure.kind) {
      case 'final':
        throw failure.error;
      case 'token':
        if (renewToken) throw new ZenPulseError('github_unauthorized', {});
        renewToken = true;
        break;
      case 'rate': {
        const now = edges.clock().getTime();
        const waitMs = waitFor(failure.retryAt, now, waits);
        if (waitedMs + waitMs > limits.rateWaitMs) {
          throw new ZenPulseError('github_rate_limited', { resetAt: new Date(now + waitMs).toISOString() });
        }
        waits += 1;
        waitedMs += waitMs;
        await edges.sleep(waitMs);
        break;
      }
      case 'transient':
        failures += 1;
        if (failures >= limits.tries) {
          throw new ZenPulseError('github_unavailable', { what: failure.what, tries: failures });
        }
        await edges.sleep(firstPauseMs * 2 ** (failures - 1) * (0.5 + edges.random()));
    }
  }
}
