import type { JobName } from './jobs.ts';

export interface QueueSettings {
  /** Jobs that one process takes at once; each look into the queue costs as much as a short job. */
  batch: number;
  /** How many of these it runs side by side. */
  concurrency: number;
  /** Seconds a job may take; then it counts as lost and is run again. */
  leaseSeconds: number;
  /** Tries after the first one, with growing pauses. What fails them all is found again by `tick` or `reconcile`. */
  retries: number;
  /** At most one is waiting or running, over all processes. */
  isSingle?: boolean;
}

/** Every queue of the App. */
export const queueSettings: Readonly<Record<JobName, QueueSettings>> = {
  delivery: { batch: 50, concurrency: 10, leaseSeconds: 300, retries: 10 },
  stream: { batch: 5, concurrency: 5, leaseSeconds: 300, retries: 5 },
  dispatch: { batch: 5, concurrency: 5, leaseSeconds: 300, retries: 5 },
  post: { batch: 5, concurrency: 5, leaseSeconds: 300, retries: 5 },
  onboard: { batch: 3, concurrency: 3, leaseSeconds: 300, retries: 10 },
  tick: { batch: 1, concurrency: 1, leaseSeconds: 300, retries: 0, isSingle: true },
  reconcile: { batch: 1, concurrency: 1, leaseSeconds: 1_800, retries: 0, isSingle: true },
};

/** Seconds without a sign of life after which a worker counts as dead, whatever its lease. */
export const heartbeatSeconds = 30;

/** First pause before a job is tried again; it doubles, with jitter, up to the longest. */
export const retryPause = { firstSeconds: 2, longestSeconds: 300 } as const;

/** How long a job that ended, well or not, can be looked at. */
export const keptSeconds = 7 * 86_400;

/** Jobs that enqueue themselves, by five cron fields in UTC. */
export const cronJobs = [
  { name: 'tick', cron: '* * * * *' },
  { name: 'reconcile', cron: '17 * * * *' },
] as const;
