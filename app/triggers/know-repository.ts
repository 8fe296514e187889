import type { Selectable } from 'kysely';
import type { Enqueue } from '../jobs/jobs.ts';
import type { Trx } from '../store/store.ts';
import type { RepositoryTable } from '../store/tables.ts';
import type { RepositoryFacts } from './payloads.ts';

export type Repository = Selectable<RepositoryTable>;

/**
 * How long before its first sign a repository that came without an installation event counts as known: what happens
 * in one moment may be told in any order.
 */
export const firstSignMarginMs = 5 * 60_000;

export interface SeenRepository {
  facts: RepositoryFacts;
  installationId: string;
  /** What merged before is not news. */
  baseline: Date;
}

/** The row of a repository, which is made and looked into at first sight. An installation's list names no branch. */
export async function knowRepository(
  trx: Trx,
  enqueue: Enqueue,
  { facts, installationId, baseline }: SeenRepository,
): Promise<Repository> {
  const { id, full_name, default_branch = '' } = facts;
  const added = await trx
    .insertInto('repositories')
    .values({
      id,
      installation_id: installationId,
      full_name,
      default_branch,
      state: 'active',
      problems: '[]',
      baseline_at: baseline,
      swept_until: baseline,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added) {
    await enqueue(trx, 'onboard', { repositoryId: id });
    return added;
  }
  const known = await trx
    .selectFrom('repositories')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (known.default_branch !== '' || default_branch === '') return known;
  await trx.updateTable('repositories').set({ default_branch }).where('id', '=', id).execute();
  return { ...known, default_branch };
}

/** Whether the App may work there: a repository that waits for its workflow is still counted. */
export const isListened = ({ state }: Repository) => state === 'active' || state === 'needs_setup';
