import type { AppEdges } from '../pulses/app-edges.ts';

/** Repositories that need set-up are looked at again, should the webhook of their repair have been lost. */
export async function recheckSetup({ db, enqueue }: AppEdges): Promise<void> {
  const rows = await db
    .selectFrom('repositories')
    .select('id')
    .where('state', '=', 'needs_setup')
    .orderBy('id')
    .execute();
  for (const { id } of rows) await enqueue(db, 'onboard', { repositoryId: id });
}
