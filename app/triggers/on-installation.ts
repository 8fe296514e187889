import type { AppEdges } from '../pulses/app-edges.ts';
import type { Trx } from '../store/store.ts';
import type { RepositoryTable } from '../store/tables.ts';
import { readPayload } from './payloads.ts';
import { welcomeRepository } from './welcome-repository.ts';

type State = RepositoryTable['state'];

/** @returns ids of the repositories that changed */
async function changeState(
  trx: Trx,
  installationId: string,
  { from, to }: { from: readonly State[]; to: State },
): Promise<string[]> {
  const changed = await trx
    .updateTable('repositories')
    .set({ state: to })
    .where('installation_id', '=', installationId)
    .where('state', 'in', [...from])
    .returning('id')
    .execute();
  return changed.map(({ id }) => id);
}

async function installed(trx: Trx, installationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('repositories')
    .select('id')
    .where('installation_id', '=', installationId)
    .where('state', 'in', ['active', 'needs_setup'])
    .execute();
  return rows.map(({ id }) => id);
}

/** `installation`: the App came, went, was put to sleep or woken up, or may do more than before. */
export async function onInstallation(edges: AppEdges, payload: unknown, receivedAt: Date): Promise<void> {
  const { db, enqueue } = edges;
  const { action, installation, repositories } = readPayload('installation', payload);
  const created = installation.created_at ?? receivedAt;
  const lookInto = async (trx: Trx, ids: readonly string[]) => {
    for (const repositoryId of ids) await enqueue(trx, 'onboard', { repositoryId });
  };
  await db.transaction().execute(async (trx) => {
    switch (action) {
      case 'created':
        for (const facts of repositories)
          await welcomeRepository(trx, enqueue, {
            facts,
            installationId: installation.id,
            baseline: created < receivedAt ? created : receivedAt,
          });
        return;
      case 'deleted':
        await changeState(trx, installation.id, {
          from: ['active', 'needs_setup', 'suspended'],
          to: 'removed',
        });
        return;
      case 'suspend':
        await changeState(trx, installation.id, { from: ['active', 'needs_setup'], to: 'suspended' });
        return;
      case 'unsuspend':
        return lookInto(trx, await changeState(trx, installation.id, { from: ['suspended'], to: 'active' }));
      case 'new_permissions_accepted':
        return lookInto(trx, await installed(trx, installation.id));
    }
  });
}
