import { toZenPulseError } from '../../contract/zenpulse-error.ts';
import type { DispatchOptions } from '../dispatch/dispatch-options.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { prune } from './prune.ts';
import { recheckSetup } from './recheck-setup.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';
import { sweepMerges } from './sweep-merges.ts';
import { sweepRuns } from './sweep-runs.ts';

/** @returns what was thrown */
async function attempt(part: () => Promise<unknown[] | void>): Promise<unknown[]> {
  try {
    return (await part()) ?? [];
  } catch (error) {
    return [error];
  }
}

/**
 * Job, every hour: asks GitHub for what webhooks and callbacks did not tell. Its parts do not depend on each other: one
 * that fails stops no other, and what it left is the next sweep's.
 * @throws ZenPulseError the first failure once all is done, a rate limit before others: the job then comes back when
 *   that ends
 */
export async function reconcile(edges: AppEdges, options: DispatchOptions): Promise<void> {
  const parts = {
    deliveries: () => sweepDeliveries(edges),
    merges: () => sweepMerges(edges),
    runs: () => sweepRuns(edges, options),
    setup: () => recheckSetup(edges),
    prune: () => prune(edges),
  };
  const errors = [];
  for (const [part, run] of Object.entries(parts)) {
    const thrown = (await attempt(run)).map(toZenPulseError);
    for (const { code, message } of thrown) options.log.warn({ part, code }, message);
    errors.push(...thrown);
  }
  const [first] = errors.toSorted(
    (a, b) => Number(b.code === 'github_rate_limited') - Number(a.code === 'github_rate_limited'),
  );
  if (first) throw first;
}
