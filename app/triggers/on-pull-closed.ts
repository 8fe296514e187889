import type { AppEdges } from '../pulses/app-edges.ts';
import { recordMerge } from './record-merge.ts';
import { withMergedPull } from './with-merged-pull.ts';

/** `pull_request.closed`: a merge is written down, and its line of pulses is made due. */
export const onPullClosed = (edges: AppEdges, payload: unknown): Promise<void> =>
  withMergedPull(edges, payload, async (trx, { news, repository, policy }) => {
    await recordMerge(trx, edges, repository, policy, news);
    if (policy === null) await edges.enqueue(trx, 'onboard', { repositoryId: repository.id });
  });
