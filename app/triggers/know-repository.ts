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

/** A webhook that names it otherwise has it looked into at most so often, in milliseconds: many come late together. */
const lookAgainMs = 10 * 60_000;

/**
 * The row of a repository, which is made and looked into at first sight, and looked into again when it is named
 * otherwise. An installation's list names no branch.
 */
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
  const isOther = default_branch !== '' && default_branch !== known.default_branch;
  if (full_name !== known.full_name || (isOther && known.default_branch !== ''))
    await enqueue(trx, 'onboard', { repositoryId: id }, { onceInMs: lookAgainMs });
  if (known.default_branch !== '' || !isOther) return known;
  await trx.updateTable('repositories').set({ default_branch }).where('id', '=', id).execute();
  return { ...known, default_branch };
}

/** Whether the App may work there: a repository that waits for its workflow is still counted. */
export const isListened = ({ state }: Repository) => state === 'active' || state === 'needs_setup';
