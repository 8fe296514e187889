import { followRepository } from '../branches/follow-branches.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { readPayload } from './payloads.ts';

/**
 * `repository`: it was renamed, moved, deleted, or has another default branch or visibility. What it is called now
 * GitHub says, for the event may be late.
 */
export async function onRepository(edges: AppEdges, payload: unknown): Promise<void> {
  const { action, repository, installation } = readPayload('repository', payload);
  const { id, full_name } = repository;
  const known = await edges.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('repositories')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    // One that is not known is not the App's; an installation event would have named it.
    if (!row || row.state === 'removed') return null;
    if (action === 'deleted') {
      await trx.updateTable('repositories').set({ state: 'removed' }).where('id', '=', id).execute();
      return null;
    }
    // Its new owner has an installation of its own.
    const moved = action === 'transferred' && installation ? { installation_id: installation.id } : {};
    await trx
      .updateTable('repositories')
      .set({ full_name, ...moved })
      .where('id', '=', id)
      .execute();
    await edges.enqueue(trx, 'onboard', { repositoryId: id });
    return { ...row, ...moved };
  });
  if (known) await followRepository(edges, known);
}
