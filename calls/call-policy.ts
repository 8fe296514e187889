import { ZenPulseError } from '../contract/zenpulse-error.ts';
import { orAborted } from '../delivery/or-aborted.ts';
import type { Failure } from './failure-of.ts';
import { rateFloorMs } from './rate-limit.ts';

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
  /** One try's time, from the token to the last byte. */
  tryMs: number;
  /** All waits for a rate limit together. */
  rateWaitMs: number;
}

export interface TryContext {
  signal: AbortSignal;
  /** Transient failures so far, from 0. */
  failures: number;
  /** True after GitHub refused the token once. */
  renewToken: boolean;
}

export interface Call<Result> {
  attempt: (context: TryContext) => Promise<Result>;
  /** Reads what the attempt threw. */
  failureOf: (thrown: unknown) => Failure;
}

const firstPauseMs = 300;

/** Where clocks differ, a time told may be past; a limit that then stays must not be asked again at once. */
const toldFloorMs = 1_000;

const waitFor = (retryAt: Date | null, now: number, waits: number): number =>
  retryAt === null ? rateFloorMs * 2 ** waits : Math.max(toldFloorMs * 4 ** waits, retryAt.getTime() - now);

/** One try within its time. Rejects as the attempt does, or with the reason of its deadline. */
export function attemptOnce<Result>(
  attempt: Call<Result>['attempt'],
  context: Omit<TryContext, 'signal'>,
  { tryMs }: CallLimits,
): Promise<Result> {
  const signal = AbortSignal.timeout(tryMs);
  return orAborted(attempt({ ...context, signal }), signal);
}

/**
 * Makes one call as often as is decent: transient failures again with growing pauses, rate limits as told, a
 * refused token once with a new one, everything else never.
 * @throws ZenPulseError the final failure, `github_unavailable` after the last try, `github_rate_limited` when the
 *   wait would be longer than is left, `github_unauthorized` for a second refusal
 */
export async function withCallPolicy<Result>(
  { attempt, failureOf }: Call<Result>,
  edges: CallEdges,
  limits: CallLimits,
): Promise<Result> {
  let failures = 0;
  let waits = 0;
  let waitedMs = 0;
  let renewToken = false;
  for (;;) {
    try {
      return await attemptOnce(attempt, { failures, renewToken }, limits);
    } catch (thrown) {
      const failure = failureOf(thrown);
      switch (failure.kind) {
        case 'final':
          throw failure.error;
        case 'token':
          if (renewToken) throw new ZenPulseError('github_unauthorized', {}, { cause: thrown });
          renewToken = true;
          break;
        case 'rate': {
          const now = edges.clock().getTime();
          const waitMs = waitFor(failure.retryAt, now, waits);
          if (waitedMs + waitMs > limits.rateWaitMs) {
            const resetAt = new Date(now + waitMs).toISOString();
            throw new ZenPulseError('github_rate_limited', { resetAt }, { cause: thrown });
          }
          waits += 1;
          waitedMs += waitMs;
          await edges.sleep(waitMs);
          break;
        }
        case 'transient':
          failures += 1;
          if (failures >= limits.tries) {
            const data = { what: failure.what, tries: failures };
            throw new ZenPulseError('github_unavailable', data, { cause: thrown });
          }
          await edges.sleep(firstPauseMs * 2 ** (failures - 1) * (0.5 + edges.random()));
      }
    }
  }
}
