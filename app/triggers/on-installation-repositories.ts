import type { AppEdges } from '../pulses/app-edges.ts';
import { readPayload } from './payloads.ts';
import { welcomeRepository } from './welcome-repository.ts';

/** `installation_repositories`: repositories were added to an installation, or taken out of it. */
export async function onInstallationRepositories(
  { db, enqueue }: AppEdges,
  payload: unknown,
  receivedAt: Date,
): Promise<void> {
  const { installation, repositories_added, repositories_removed } = readPayload(
    'installation_repositories',
    payload,
  );
  await db.transaction().execute(async (trx) => {
    for (const facts of repositories_added)
      await welcomeRepository(trx, enqueue, {
        facts,
        installationId: installation.id,
        baseline: receivedAt,
      });
    if (repositories_removed.length > 0)
      await trx
        .updateTable('repositories')
        .set({ state: 'removed' })
        .where('installation_id', '=', installation.id)
        .where(
          'id',
          'in',
          repositories_removed.map(({ id }) => id),
        )
        .execute();
  });
}
