import type { AppEdges } from '../pulses/app-edges.ts';
import { type Merge, settledBy } from '../pulses/pending-merges.ts';
import type { Trx } from '../store/store.ts';
import type { StreamKind } from '../store/tables.ts';
import { lockDraftsCiting, markOutdated } from './mark-outdated.ts';
import type { Payload } from './payloads.ts';
import type { Policy } from './policy.ts';
import { armForMerge, exclusionOf, upsertMerge } from './record-merge.ts';
import { withMergedPull } from './with-merged-pull.ts';

const kinds: readonly StreamKind[] = ['merge', 'schedule'];

const findMerge = (trx: Trx, repositoryId: string, number: number): Promise<Merge | undefined> =>
  trx
    .selectFrom('merges')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('number', '=', number)
    .executeTakeFirst();

/** Lines that have told of a merge. */
async function tellersOf(trx: Trx, { repository_id, number, base }: Merge): Promise<string[]> {
  const told = await trx
    .selectFrom('ledger')
    .select('kind')
    .where('repository_id', '=', repository_id)
    .where('number', '=', number)
    .where('base', '=', base)
    .execute();
  return told.map(({ kind }) => kind);
}

/** What a pulse decided to leave out waits again, in every line that has not told it. @returns the row as it is now */
async function reopen(trx: Trx, merge: Merge): Promise<Merge> {
  const told = await tellersOf(trx, merge);
  const closed = kinds.filter((kind) => merge[settledBy(kind)] !== null && !told.includes(kind));
  if (closed.length === 0) return merge;
  const change = Object.fromEntries(closed.map((kind) => [settledBy(kind), null]));
  await trx
    .updateTable('merges')
    .set(change)
    .where('repository_id', '=', merge.repository_id)
    .where('number', '=', merge.number)
    .execute();
  return { ...merge, ...change };
}

/** Whether the rules left it out before: by what the event says, and by what was known. */
function wasExcluded(
  policy: Policy,
  facts: Payload<'pull_request'>,
  now: Merge,
  known: Merge | undefined,
): boolean {
  const { action, label, changes } = facts;
  const labels = action === 'unlabeled' && label ? [...now.labels, label.name] : now.labels;
  const before = { ...now, labels, title: changes?.title?.from ?? now.title };
  return exclusionOf(policy, before) !== null || (known !== undefined && exclusionOf(policy, known) !== null);
}

/**
 * `pull_request.labeled`, `.unlabeled` and `.edited` of one that is merged: the rules may see it with other eyes now.
 * Left out of late, it marks finished drafts that tell of it. Let in late, it waits for the next pulse of its lines; a
 * draft written without it stays as it is, for nothing in it is untrue.
 */
export const onPullChanged = (edges: AppEdges, payload: unknown): Promise<void> =>
  withMergedPull(edges, payload, async (trx, { facts, news, repository, policy }) => {
    // Messages are locked before merges everywhere, so that nobody waits in a ring.
    const drafts = await lockDraftsCiting(trx, repository.id, news.number);
    const known = await findMerge(trx, repository.id, news.number);
    const merge = await upsertMerge(trx, repository, news);
    if (!merge || !policy) return;
    const isLetIn = exclusionOf(policy, merge) === null && wasExcluded(policy, facts, merge, known);
    await armForMerge(trx, edges, repository, policy, isLetIn ? await reopen(trx, merge) : merge);
    for (const draft of drafts) await markOutdated(trx, edges, draft, policy);
  });
