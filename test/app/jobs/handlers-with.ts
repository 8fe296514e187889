import type { JobHandlers } from '../../../app/jobs/jobs.ts';

const nothing = () => Promise.resolve();

/** Handlers of which a test names the ones it looks at. */
export const handlersWith = (some: Partial<JobHandlers>): JobHandlers => ({
  delivery: nothing,
  stream: nothing,
  dispatch: nothing,
  post: nothing,
  onboard: nothing,
  tick: nothing,
  reconcile: nothing,
  ...some,
});
