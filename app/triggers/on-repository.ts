import type { AppEdges } from '../pulses/app-edges.ts';
import type { Trx } from '../store/store.ts';
import { readPayload } from './payloads.ts';

/** Lines of the new default branch start where those of the old one are: nothing is told twice or left out. */
export async function moveLines(trx: Trx, repositoryId: string, from: string, to: string): Promise<void> {
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
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** `repository`: it was renamed, moved, deleted, or has another default branch or visibility. */
export async function onRepository({ db, enqueue }: AppEdges, payload: unknown): Promise<void> {
  const { action, repository } = readPayload('repository', payload);
  const { id, full_name, default_branch } = repository;
  await db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('repositories')
      .select(['default_branch', 'state'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    // One that is not known is not the App's; an installation event would have named it.
    if (!known || known.state === 'removed') return;
    if (action === 'deleted') {
      await trx.updateTable('repositories').set({ state: 'removed' }).where('id', '=', id).execute();
      return;
    }
    await trx
      .updateTable('repositories')
      .set({ full_name, ...(default_branch && { default_branch }) })
      .where('id', '=', id)
      .execute();
    if (default_branch && known.default_branch !== '' && default_branch !== known.default_branch)
      await moveLines(trx, id, known.default_branch, default_branch);
    await enqueue(trx, 'onboard', { repositoryId: id });
  });
}
