import type { AppEdges } from '../pulses/app-edges.ts';
import type { Trx } from '../store/store.ts';
import type { Policy } from './policy.ts';
import { exclusionOf } from './record-merge.ts';

/** Drafts that cite a pull request and may still be held back, locked: finished, and not on their way to Slack. */
export async function lockDraftsCiting(trx: Trx, repositoryId: string, number: number) {
  return trx
    .selectFrom('messages')
    .innerJoin('ledger', 'ledger.message_id', 'messages.id')
    .leftJoin('posts', 'posts.message_id', 'messages.id')
    .select(['messages.id', 'messages.outdated_reason'])
    .where('ledger.repository_id', '=', repositoryId)
    .where('ledger.number', '=', number)
    .where('messages.status', '=', 'completed')
    .where((where) =>
      where.or([where('posts.state', 'is', null), where('posts.state', 'in', ['waiting', 'due'])]),
    )
    .orderBy('messages.id')
    .forUpdate('messages')
    .execute();
}

/** Why a draft no longer says what is true; null while it does. */
function outdatedReason(left: readonly { number: number; detail: string }[]): string | null {
  if (left.length === 0) return null;
  const named = left.map(({ number, detail }) => `#${number} (${detail})`).join(', ');
  return `The rules now leave out what it tells of: ${named}.`;
}

export interface Draft {
  id: string;
  outdated_reason: string | null;
}

/**
 * Says of a draft which of its pull requests the rules now leave out, or that none is: a label that was put on by
 * mistake and taken away again leaves no trace.
 * @returns what it says now
 */
export async function markOutdated(
  trx: Trx,
  { clock }: Pick<AppEdges, 'clock'>,
  { id, outdated_reason }: Draft,
  policy: Policy,
): Promise<string | null> {
  const cited = await trx
    .selectFrom('ledger')
    .innerJoin('merges', (join) =>
      join
        .onRef('merges.repository_id', '=', 'ledger.repository_id')
        .onRef('merges.number', '=', 'ledger.number'),
    )
    .select(['merges.number', 'merges.title', 'merges.author', 'merges.labels'])
    .where('ledger.message_id', '=', id)
    .orderBy('merges.number')
    .execute();
  const reason = outdatedReason(
    cited.flatMap((merge) => {
      const exclusion = exclusionOf(policy, merge);
      return exclusion ? [{ number: merge.number, detail: exclusion.detail }] : [];
    }),
  );
  if (reason !== outdated_reason)
    await trx
      .updateTable('messages')
      .set({ outdated_reason: reason, updated_at: clock() })
      .where('id', '=', id)
      .execute();
  return reason;
}
