import { sql } from 'kysely';
import type { AppEdges } from '../pulses/app-edges.ts';
import { undecidedMerges } from '../pulses/pending-merges.ts';
import { lockStream, updateStream } from '../pulses/stream-row.ts';
import type { Trx } from '../store/store.ts';
import type { BranchMove } from './move-branch.ts';
import { writeSuccessor } from './successors.ts';

/**
 * Lines of the new default branch start where those of the old one are: nothing is told twice or left out. A line that
 * was opened before the change was known has had no pulse yet, and starts there too.
 */
async function openLines(trx: Trx, { repositoryId, from, to }: BranchMove): Promise<void> {
  const lines = await trx
    .selectFrom('streams')
    .select(['kind', 'covered_until'])
    .where('repository_id', '=', repositoryId)
    .where('base', '=', from)
    .execute();
  for (const { kind, covered_until } of lines)
    await trx
      .insertInto('streams')
      .values({ repository_id: repositoryId, kind, base: to, covered_until })
      .onConflict((conflict) =>
        conflict
          .columns(['repository_id', 'kind', 'base'])
          .doUpdateSet({ covered_until: sql`greatest(streams.covered_until, excluded.covered_until)` })
          .where(sql<boolean>`streams.batch = 1`),
      )
      .execute();
}

/** What waits for the schedule on the old branch gets its report at the next slot, which is the new branch's too. */
async function armLastSlot(
  trx: Trx,
  { enqueue }: Pick<AppEdges, 'enqueue'>,
  { repositoryId, from }: BranchMove,
  slot: Date | null,
): Promise<void> {
  const key = { repositoryId, kind: 'schedule', base: from } as const;
  const stream = await lockStream(trx, key);
  if (!stream || stream.due_at !== null || slot === null) return;
  const waiting = await undecidedMerges(trx, key).select('number').limit(1).execute();
  if (waiting.length === 0) return;
  await updateStream(trx, stream, { due_at: slot, waiting_since: slot });
  await enqueue(trx, 'stream', key, { startAfter: slot });
}

/**
 * Another branch is the default one, and the old one is still there: what waits on it is reported on it, what merges
 * into it from now on only where the rules name it.
 */
export async function changeDefault(
  trx: Trx,
  edges: Pick<AppEdges, 'enqueue' | 'clock'>,
  move: BranchMove,
): Promise<void> {
  const { repositoryId, from, to } = move;
  const { next_slot_at: slot } = await trx
    .updateTable('repositories')
    .set({ default_branch: to })
    .where('id', '=', repositoryId)
    .returning('next_slot_at')
    .executeTakeFirstOrThrow();
  await openLines(trx, move);
  await armLastSlot(trx, edges, move, slot);
  await writeSuccessor(trx, {
    repository_id: repositoryId,
    branch: from,
    successor: to,
    is_rename: false,
    since: edges.clock(),
  });
}
