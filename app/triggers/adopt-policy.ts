import type { AppEdges } from '../pulses/app-edges.ts';
import { nextSlot } from '../../rules/schedule-slots.ts';
import type { Trx } from '../store/store.ts';
import type { Repository } from './know-repository.ts';
import type { Policy } from './policy.ts';
import { armForMerge, exclusionOf } from './record-merge.ts';

/**
 * The rules of a repository may have changed, or can be read again: its next slot is set, and lines that have
 * something waiting are made due.
 */
export async function adoptPolicy(
  trx: Trx,
  edges: Pick<AppEdges, 'enqueue' | 'clock'>,
  repository: Repository,
  policy: Policy,
): Promise<void> {
  const now = edges.clock();
  const { id, next_slot_at } = repository;
  // A slot that is due already stays: tick takes it.
  const isDue = policy.schedule !== null && next_slot_at !== null && next_slot_at <= now;
  if (!isDue)
    await trx
      .updateTable('repositories')
      .set({ next_slot_at: policy.schedule && nextSlot(policy.schedule, now) })
      .where('id', '=', id)
      .execute();
  if (policy.merge === null) return;
  const waiting = await trx
    .selectFrom('merges')
    .leftJoin('streams', (join) =>
      join
        .onRef('streams.repository_id', '=', 'merges.repository_id')
        .onRef('streams.base', '=', 'merges.base')
        .on('streams.kind', '=', 'merge'),
    )
    .selectAll('merges')
    .where('merges.repository_id', '=', id)
    .where('merges.merge_settled_by', 'is', null)
    // A line that is due, or has a pulse under way, goes on by itself.
    .where('streams.due_at', 'is', null)
    .where('streams.active_message_id', 'is', null)
    .orderBy('merges.base')
    .orderBy('merges.number')
    .execute();
  const oneOfEach = new Map<string, (typeof waiting)[number]>();
  for (const merge of waiting)
    if (exclusionOf(policy, merge) === null && !oneOfEach.has(merge.base)) oneOfEach.set(merge.base, merge);
  for (const merge of oneOfEach.values()) await armForMerge(trx, edges, repository, policy, merge);
}
