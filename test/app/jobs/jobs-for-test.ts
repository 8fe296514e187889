import { onTestFinished } from 'vitest';
import { type FailedJob, type Jobs, type JobsOptions, openJobs } from '../../../app/jobs/boss-jobs.ts';
import type { Store } from '../../../app/store/store.ts';

export { handlersWith } from './handlers-with.ts';

export interface JobsForTest extends Jobs {
  /** Jobs that failed, with what they threw. */
  failures: { error: unknown; job: FailedJob | null }[];
}

/** The real queue on a store, without cron; it stops with the test. */
export async function jobsForTest(store: Store, options: Partial<JobsOptions> = {}): Promise<JobsForTest> {
  const failures: JobsForTest['failures'] = [];
  const jobs = await openJobs(store, {
    onError: (error, job) => failures.push({ error, job }),
    clock: () => new Date(),
    pollSeconds: 0.5,
    superviseSeconds: 1,
    hasCron: false,
    ...options,
  });
  onTestFinished(() => jobs.stop(1_000));
  return { ...jobs, failures };
}
