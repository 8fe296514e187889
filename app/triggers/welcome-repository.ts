import { sql } from 'kysely';
import type { Enqueue } from '../jobs/jobs.ts';
import type { Trx } from '../store/store.ts';
import { knowRepository, type SeenRepository } from './know-repository.ts';

/**
 * The App was let into a repository. One it was in before starts anew: what merged while it was away is not news, in
 * no line. The set-up is looked at in any case.
 */
export async function welcomeRepository(trx: Trx, enqueue: Enqueue, seen: SeenRepository): Promise<void> {
  const { facts, installationId, baseline } = seen;
  const known = await knowRepository(trx, enqueue, seen);
  const isBack = known.state === 'removed' && known.baseline_at < baseline;
  await trx
    .updateTable('repositories')
    .set({
      installation_id: installationId,
      full_name: facts.full_name,
      ...(known.state !== 'needs_setup' && { state: 'active' }),
      ...(isBack && { baseline_at: baseline, swept_until: baseline, next_slot_at: null }),
    })
    .where('id', '=', facts.id)
    .execute();
  if (isBack)
    await trx
      .updateTable('streams')
      .set({ covered_until: sql<Date>`greatest(covered_until, ${baseline})` })
      .where('repository_id', '=', facts.id)
      .execute();
  await enqueue(trx, 'onboard', { repositoryId: facts.id });
}
