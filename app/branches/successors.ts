import type { Selectable } from 'kysely';
import type { Db, Trx } from '../store/store.ts';
import type { SuccessorTable } from '../store/tables.ts';

/** How far GitHub's clock may be ahead of the App's, in milliseconds. */
const clockMarginMs = 5 * 60_000;

/** A branch of a repository. */
export interface Branch {
  repositoryId: string;
  name: string;
}

/** Writes down what took the place of a branch; of the same twice the later instant stays. */
export async function writeSuccessor(trx: Trx, successor: Selectable<SuccessorTable>): Promise<void> {
  const { since } = successor;
  await trx
    .insertInto('successors')
    .values(successor)
    .onConflict((conflict) =>
      conflict.columns(['repository_id', 'branch', 'successor', 'is_rename']).doUpdateSet({ since }),
    )
    .execute();
}

/**
 * The name under which a merge is recorded: what merged before a branch was renamed belongs to the new name, however
 * late it is told, and by which of the names. A branch that was made anew under the old name is another one.
 */
export async function baseNow(trx: Trx, { repositoryId, name }: Branch, mergedAt: Date): Promise<string> {
  const renames = await trx
    .selectFrom('successors')
    .select(['branch', 'successor'])
    .where('repository_id', '=', repositoryId)
    .where('is_rename', '=', true)
    .where('since', '>=', new Date(mergedAt.getTime() - clockMarginMs))
    .orderBy('since')
    .execute();
  return renames.reduce((base, { branch, successor }) => (branch === base ? successor : base), name);
}

/** Whether a branch was the default one when something merged into it, and only later another one was. */
export async function wasDefault(trx: Trx, { repositoryId, name }: Branch, mergedAt: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('successors')
    .select('branch')
    .where('repository_id', '=', repositoryId)
    .where('branch', '=', name)
    .where('is_rename', '=', false)
    .where('since', '>=', mergedAt)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What took a branch's place last; null when nothing did. */
export async function lastSuccessor(db: Db, { repositoryId, name }: Branch): Promise<string | null> {
  const row = await db
    .selectFrom('successors')
    .select('successor')
    .where('repository_id', '=', repositoryId)
    .where('branch', '=', name)
    .orderBy('since', 'desc')
    .orderBy('successor')
    .limit(1)
    .executeTakeFirst();
  return row?.successor ?? null;
}
