import type { AppEdges } from '../pulses/app-edges.ts';
import type { Trx } from '../store/store.ts';
import type { Problem } from '../store/tables.ts';

/** Notes of a release that is older than this are no longer waited for, in milliseconds. */
const releaseWaitMs = 7 * 24 * 3_600_000;

/** What a look at the file cannot show: that it is repaired is only known once a dispatch works. */
const unseen = new Set(['dispatch_forbidden', 'dispatch_refused']);

/** Lines that wait: at once where their pause was for want of set-up, else when they are due anyway. */
async function wakeStreams(trx: Trx, edges: AppEdges, repositoryId: string, isSeen: boolean): Promise<void> {
  const now = edges.clock();
  const waiting = await trx
    .selectFrom('streams')
    .select(['kind', 'base', 'due_at', 'failures'])
    .where('repository_id', '=', repositoryId)
    .where('active_message_id', 'is', null)
    .where('due_at', 'is not', null)
    .orderBy('kind')
    .orderBy('base')
    .forUpdate()
    .execute();
  for (const { kind, base, due_at, failures } of waiting) {
    const dueAt = isSeen && failures > 0 ? now : (due_at ?? now);
    await trx
      .updateTable('streams')
      .set({ due_at: dueAt })
      .where('repository_id', '=', repositoryId)
      .where('kind', '=', kind)
      .where('base', '=', base)
      .execute();
    await edges.enqueue(trx, 'stream', { repositoryId, kind, base }, { startAfter: dueAt });
  }
}

/** Releases have no line that would tell them later: the same message is dispatched after all. */
async function requeueReleases(trx: Trx, edges: AppEdges, repositoryId: string): Promise<void> {
  const now = edges.clock();
  const rows = await trx
    .updateTable('messages')
    .set({ status: 'queued', problems: '[]', updated_at: now })
    .where('repository_id', '=', repositoryId)
    .where('kind', '=', 'release')
    .where('status', '=', 'needs_setup')
    .where('created_at', '>', new Date(now.getTime() - releaseWaitMs))
    .returning('id')
    .execute();
  for (const { id } of rows) await edges.enqueue(trx, 'dispatch', { messageId: id });
}

/**
 * A repository's set-up is complete again: what waited for it goes on.
 * @param before what was wrong
 */
export async function resumeWork(
  trx: Trx,
  edges: AppEdges,
  repositoryId: string,
  before: readonly Problem[],
): Promise<void> {
  await wakeStreams(trx, edges, repositoryId, !before.some(({ code }) => unseen.has(code)));
  await requeueReleases(trx, edges, repositoryId);
}
