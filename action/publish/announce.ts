import * as core from '@actions/core';
import { isForReaders } from '../../contract/reading/notices.ts';
import type { PulseResult } from '../pulse.ts';

/** Counts, and reasons by number, in a group of the log; no text of a pull request goes there. */
export function announce({ manifest, results }: PulseResult): void {
  const {
    preflight_merged_pr_count: merged,
    included_pr_count: included,
    direct_push_count: pushes,
  } = results.metrics;
  core.startGroup(`Merged pull requests: ${merged}; included: ${included}; commits without one: ${pushes}`);
  for (const { key, reason } of manifest.pull_requests)
    if (reason) core.info(`${key} left out: ${reason.code}`);
  core.endGroup();
  for (const notice of manifest.notices)
    if (isForReaders(notice)) core.warning(notice.text);
    else core.notice(notice.text);
  if (results.degraded !== null) core.warning(`The report is plainer than asked for: ${results.degraded}.`);
}
