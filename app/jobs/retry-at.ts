import { ZenPulseError } from '../../contract/zenpulse-error.ts';

/** Clocks differ, and all jobs that met the same limit would come back in the same moment. */
const marginMs = 5_000;

/** A limit without a time costs a minute; one whose time is past is not asked again at once. */
const floorMs = 60_000;

/**
 * When a job that failed should run again: after GitHub's rate limit ends. Null leaves it to the queue's own pauses.
 */
export function retryAt(error: unknown, now: Date): Date | null {
  if (!(error instanceof ZenPulseError) || error.code !== 'github_rate_limited') return null;
  const { resetAt } = error.data as { resetAt: string };
  const told = Date.parse(resetAt);
  const earliest = now.getTime() + floorMs;
  return new Date(Number.isNaN(told) ? earliest : Math.max(told + marginMs, earliest));
}
