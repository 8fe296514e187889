import type { Selectable } from 'kysely';
import type { Trx } from '../store/store.ts';
import type { MergeTable, StreamKind } from '../store/tables.ts';
import type { Policy } from '../triggers/policy.ts';
import type { StreamKey } from './stream-row.ts';

export type Merge = Selectable<MergeTable>;

/** The column that says which pulse of a line decided on a merge. */
export const settledBy = (kind: StreamKind) => `${kind}_settled_by` as const;

/**
 * Merges no pulse of the line has decided on, rules not considered. A merge that was heard of only after a report told
 * of it is none of them: the window of a pulse sees more than webhooks tell.
 */
export const undecidedMerges = (trx: Trx, { repositoryId, kind, base }: StreamKey) =>
  trx
    .selectFrom('merges')
    .where('repository_id', '=', repositoryId)
    .where('base', '=', base)
    .where(settledBy(kind), 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('ledger')
            .select('ledger.number')
            .whereRef('ledger.repository_id', '=', 'merges.repository_id')
            .whereRef('ledger.base', '=', 'merges.base')
            .whereRef('ledger.number', '=', 'merges.number')
            .where('ledger.kind', '=', kind),
        ),
      ),
    );

/** Merges the line's next pulse is to decide on and no rule keeps out, oldest first. */
export async function pendingMerges(
  trx: Trx,
  key: StreamKey,
  { exclusion }: Pick<Policy, 'exclusion'>,
): Promise<Merge[]> {
  const waiting = await undecidedMerges(trx, key)
    .selectAll()
    .orderBy('merged_at')
    .orderBy('number')
    .execute();
  return waiting.filter(
    ({ number, title, author, labels }) =>
      exclusion({ number, title, labels, author: { login: author, name: null } }, undefined) === null,
  );
}
