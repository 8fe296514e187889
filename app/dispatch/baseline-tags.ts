import type { AppEdges } from '../pulses/app-edges.ts';
import type { RepositoryAddress } from '../github/github-port.ts';
import type { Db } from '../store/store.ts';
import type { Repository } from '../triggers/know-repository.ts';

/** Rows of one statement. */
const rowsAtOnce = 1_000;

const nameOf = ({ id }: Pick<Repository, 'id'>) => `tags:${id}`;

/** Whether the tags of the repository's present baseline are known. */
export async function hasTagBaseline(
  db: Db,
  repository: Pick<Repository, 'id' | 'baseline_at'>,
): Promise<boolean> {
  const done = await db
    .selectFrom('cursors')
    .select('value')
    .where('name', '=', nameOf(repository))
    .executeTakeFirst();
  return done?.value === repository.baseline_at.toISOString();
}

/**
 * Writes down the tags that were there when the App came, so that only later ones are news. Once for each baseline: a
 * repository that left and came back has a new one.
 */
export async function baselineTags(
  { db, github, clock }: AppEdges,
  repository: Repository,
  address: RepositoryAddress,
): Promise<void> {
  if (await hasTagBaseline(db, repository)) return;
  const { id } = repository;
  const name = nameOf(repository);
  const value = repository.baseline_at.toISOString();
  const tags = await github.listTags(address);
  const now = clock();
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < tags.length; at += rowsAtOnce)
      await trx
        .insertInto('tags')
        .values(
          tags
            .slice(at, at + rowsAtOnce)
            .map(({ tag, commit }) => ({ repository_id: id, tag, commit, seen_at: now })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await trx
      .insertInto('cursors')
      .values({ name, value, updated_at: now })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: now }))
      .execute();
  });
}
