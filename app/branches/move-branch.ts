import { sql } from 'kysely';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Stream } from '../pulses/stream-row.ts';
import type { Trx } from '../store/store.ts';
import type { StreamKind } from '../store/tables.ts';
import { writeSuccessor } from './successors.ts';

export interface BranchMove {
  repositoryId: string;
  from: string;
  to: string;
}

/** What is queued is dispatched for the new name. A run under way keeps the one it was started with. */
async function moveMessages(trx: Trx, { repositoryId, from, to }: BranchMove): Promise<void> {
  const ofBranch = trx
    .updateTable('messages')
    .where('repository_id', '=', repositoryId)
    .where('kind', '!=', 'release')
    .where('base', '=', from);
  await ofBranch
    .set({ inputs: sql`jsonb_set(inputs, '{base_branch}', to_jsonb(${to}::text))` })
    .where('status', '=', 'queued')
    .execute();
  await ofBranch.set({ base: to }).execute();
}

/** Merges and what was told of them. Where both names told a number, one row says so. */
async function moveMerges(trx: Trx, { repositoryId, from, to }: BranchMove): Promise<void> {
  await trx
    .insertInto('ledger')
    .columns(['repository_id', 'kind', 'base', 'number', 'message_id'])
    .expression(
      trx
        .selectFrom('ledger')
        .select(['repository_id', 'kind', sql<string>`${to}::text`.as('base'), 'number', 'message_id'])
        .where('repository_id', '=', repositoryId)
        .where('kind', '!=', 'release')
        .where('base', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .deleteFrom('ledger')
    .where('repository_id', '=', repositoryId)
    .where('kind', '!=', 'release')
    .where('base', '=', from)
    .execute();
  await trx
    .updateTable('merges')
    .set({ base: to })
    .where('repository_id', '=', repositoryId)
    .where('base', '=', from)
    .execute();
}

const earlier = (a: Date | null, b: Date | null) => (a !== null && (b === null || a < b) ? a : b);
const later = (a: Date, b: Date) => (a > b ? a : b);

/** Two lines of what is one branch as one. A pulse under way of the old name that finds another one ends by itself. */
const joined = (old: Stream, there: Stream): Stream => ({
  ...there,
  covered_until: later(old.covered_until, there.covered_until),
  due_at: earlier(old.due_at, there.due_at),
  waiting_since: earlier(old.waiting_since, there.waiting_since),
  active_message_id: there.active_message_id ?? old.active_message_id,
  batch: Math.max(old.batch, there.batch),
  failures: 0,
});

/**
 * A line goes on under the new name with its pulse under way. The old row stays, at rest: should a branch be made anew
 * under the old name, its business keys go on where they were.
 */
async function moveStream(
  trx: Trx,
  { enqueue }: Pick<AppEdges, 'enqueue'>,
  kind: StreamKind,
  { repositoryId, from, to }: BranchMove,
): Promise<void> {
  const rows = await trx
    .selectFrom('streams')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('kind', '=', kind)
    .where('base', 'in', [from, to])
    .orderBy('base')
    .forUpdate()
    .execute();
  const old = rows.find(({ base }) => base === from);
  if (!old) return;
  const there = rows.find(({ base }) => base === to) ?? { ...old, base: to };
  const { repository_id: _id, kind: _kind, base: _base, ...line } = joined(old, there);
  await trx
    .insertInto('streams')
    .values({ repository_id: repositoryId, kind, base: to, ...line })
    .onConflict((conflict) => conflict.columns(['repository_id', 'kind', 'base']).doUpdateSet(line))
    .execute();
  await trx
    .updateTable('streams')
    .set({ due_at: null, waiting_since: null, active_message_id: null, failures: 0 })
    .where('repository_id', '=', repositoryId)
    .where('kind', '=', kind)
    .where('base', '=', from)
    .execute();
  if (line.due_at !== null)
    await enqueue(trx, 'stream', { repositoryId, kind, base: to }, { startAfter: line.due_at });
}

/**
 * A branch was renamed: what waits, what was told, what is queued and the lines themselves go on under the new name. The
 * callback of a run under way finds its message and its line there. May be done again.
 */
export async function moveBranch(
  trx: Trx,
  edges: Pick<AppEdges, 'enqueue' | 'clock'>,
  move: BranchMove,
): Promise<void> {
  const { repositoryId, from, to } = move;
  // The repository first, then messages, merges, lines: as everywhere, so that nobody waits in a ring.
  await trx.selectFrom('repositories').select('id').where('id', '=', repositoryId).forUpdate().execute();
  await trx
    .updateTable('repositories')
    .set({ default_branch: to })
    .where('id', '=', repositoryId)
    .where('default_branch', '=', from)
    .execute();
  await moveMessages(trx, move);
  await moveMerges(trx, move);
  for (const kind of ['merge', 'schedule'] as const) await moveStream(trx, edges, kind, move);
  // A pulse may have started while its line was waited for.
  await moveMessages(trx, move);
  await writeSuccessor(trx, {
    repository_id: repositoryId,
    branch: from,
    successor: to,
    is_rename: true,
    since: edges.clock(),
  });
}
