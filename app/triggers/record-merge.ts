import { sql } from 'kysely';
import { baseNow, wasDefault } from '../branches/successors.ts';
import type { MergedPull } from '../github/github-port.ts';
import { armStream } from '../pulses/arm-stream.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Merge } from '../pulses/pending-merges.ts';
import type { Trx } from '../store/store.ts';
import type { Repository } from './know-repository.ts';
import type { Policy } from './policy.ts';

/** As the rules see a merge; they know no paths here. */
export const exclusionOf = (
  { exclusion }: Pick<Policy, 'exclusion'>,
  { number, title, author, labels }: Pick<Merge, 'number' | 'title' | 'author' | 'labels'>,
) => exclusion({ number, title, labels, author: { login: author, name: null } }, undefined);

/**
 * Writes the merge down, newest news winning, and gives its row; null for one that is older than the baseline. Its base
 * gets the name that the branch has now.
 */
export async function upsertMerge(
  trx: Trx,
  { id, baseline_at }: Repository,
  { number, base, title, author, labels, mergedAt, changedAt }: MergedPull,
): Promise<Merge | null> {
  if (mergedAt < baseline_at) return null;
  const baseName = await baseNow(trx, { repositoryId: id, name: base }, mergedAt);
  await trx
    .insertInto('merges')
    .values({
      repository_id: id,
      number,
      base: baseName,
      title,
      author,
      labels: JSON.stringify(labels),
      merged_at: mergedAt,
      changed_at: changedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['repository_id', 'number'])
        .doUpdateSet({ base: baseName, title, labels: JSON.stringify(labels), changed_at: changedAt })
        .where(sql<boolean>`merges.changed_at is null or excluded.changed_at >= merges.changed_at`),
    )
    .execute();
  return trx
    .selectFrom('merges')
    .selectAll()
    .where('repository_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
}

/** Whether the rules listen to its branch; those that name none do so where it was the default one as the merge came. */
async function isHeard(
  trx: Trx,
  { id: repositoryId, default_branch }: Repository,
  { merge: rules }: Policy,
  { base, merged_at }: Merge,
): Promise<boolean> {
  if (rules === null) return false;
  if (rules.isBase(base, default_branch)) return true;
  return rules.isBase(base, base) && (await wasDefault(trx, { repositoryId, name: base }, merged_at));
}

/** Makes the line of a merge due, where the rules want a pulse for it and none has decided on it yet. */
export async function armForMerge(
  trx: Trx,
  { enqueue, clock }: Pick<AppEdges, 'enqueue' | 'clock'>,
  repository: Repository,
  policy: Policy,
  merge: Merge,
): Promise<void> {
  const { base } = merge;
  if (merge.merge_settled_by !== null || exclusionOf(policy, merge) !== null) return;
  if (policy.merge === null || !(await isHeard(trx, repository, policy, merge))) return;
  await armStream(
    trx,
    enqueue,
    { repositoryId: repository.id, kind: 'merge', base },
    { now: clock(), quietMs: policy.merge.quietMs, baseline: repository.baseline_at },
  );
}

/**
 * A pull request merged: it waits for the next merge pulse and the next scheduled one, whoever told of it and however
 * often.
 * @param policy null when it is not known; then it waits until it is
 */
export async function recordMerge(
  trx: Trx,
  edges: Pick<AppEdges, 'enqueue' | 'clock'>,
  repository: Repository,
  policy: Policy | null,
  news: MergedPull,
): Promise<void> {
  const merge = await upsertMerge(trx, repository, news);
  if (merge && policy) await armForMerge(trx, edges, repository, policy, merge);
}
