import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { orAborted } from '../../delivery/or-aborted.ts';

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
  /** One try's time, the token's included. */
  tryMs: number;
  /** The longest wait for a rate limit inside a call; a job is put off for a longer one. */
  rateWaitMs: number;
}

/** Three tries and their pauses end within half a minute, which a job may well take. */
export const callLimits: CallLimits = { tries: 3, tryMs: 10_000, rateWaitMs: 5_000 };

/** GitHub asks for at least a minute when a secondary limit names no time. */
const rateFloorMs = 60_000;
const firstPauseMs = 300;

/** How a try failed: for good, for now, because of a rate limit, or for want of a fresh token. */
export type Failure =
  | { kind: 'final'; error: ZenPulseError }
  | { kind: 'transient'; what: string }
  /** `until` null: the limit named no time. */
  | { kind: 'rate'; until: Date | null }
  | { kind: 'token' };

export interface Try<Result> {
  attempt: (options: { signal: AbortSignal; renewToken: boolean }) => Promise<Result>;
  /** Reads what the attempt threw. */
  failureOf: (thrown: unknown) => Failure;
}

/** When a rate limit ends, or may have. */
export const limitEnd = (until: Date | null, now: Date): Date =>
  until ?? new Date(now.getTime() + rateFloorMs);

/** One try within its time. */
export const attemptOnce = <Result>(
  { attempt }: Pick<Try<Result>, 'attempt'>,
  renewToken: boolean,
  { tryMs }: CallLimits,
): Promise<Result> => {
  const signal = AbortSignal.timeout(tryMs);
  return orAborted(attempt({ signal, renewToken }), signal);
};

/**
 * Makes one call as often as is decent: transient failures again with growing pauses, a short rate limit as told, a
 * refused token once with a new one, everything else never.
 * @throws ZenPulseError the final failure, `github_unavailable` after the last try, `github_rate_limited` where the
 *   wait is for a job to make, `github_unauthorized` for a second refusal
 */
export async function withCallPolicy<Result>(
  call: Try<Result>,
  edges: CallEdges,
  limits: CallLimits = callLimits,
): Promise<Result> {
  let failures = 0;
  let hasWaited = false;
  let renewToken = false;
  for (;;) {
    try {
      return await attemptOnce(call, renewToken, limits);
    } catch (thrown) {
      const failure = call.failureOf(thrown);
      switch (failure.kind) {
        case 'final':
          throw failure.error;
        case 'token':
          if (renewToken) throw new ZenPulseError('github_unauthorized', {}, { cause: thrown });
          renewToken = true;
          break;
        case 'rate': {
          const now = edges.clock();
          const end = limitEnd(failure.until, now);
          const waitMs = Math.max(0, end.getTime() - now.getTime());
          if (hasWaited || waitMs > limits.rateWaitMs)
            throw new ZenPulseError('github_rate_limited', { resetAt: end.toISOString() }, { cause: thrown });
          hasWaited = true;
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
