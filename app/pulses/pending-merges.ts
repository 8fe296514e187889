import type { Selectable } from 'kysely';
import type { Trx } from '../store/store.ts';
import type { MergeTable, StreamKind } from '../store/tables.ts';
import type { Policy } from '../triggers/policy.ts';
import type { StreamKey } from './stream-row.ts';

export type Merge = Selectable<MergeTable>;

/** The column that says which pulse of a line decided on a merge. */
export const settledBy = (kind: StreamKind) => `${kind}_settled_by` as const;

/** Merges no pulse of the line has decided on and no rule keeps out, oldest first. */
export async function pendingMerges(
  trx: Trx,
  { repositoryId, kind, base }: StreamKey,
  { exclusion }: Pick<Policy, 'exclusion'>,
): Promise<Merge[]> {
  const waiting = await trx
    .selectFrom('merges')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('base', '=', base)
    .where(settledBy(kind), 'is', null)
    .orderBy('merged_at')
    .orderBy('number')
    .execute();
  return waiting.filter(
    ({ number, title, author, labels }) =>
      exclusion({ number, title, labels, author: { login: author, name: null } }, undefined) === null,
  );
}
