import type { AppEdges } from '../pulses/app-edges.ts';
import type { RepositoryAddress } from '../github/github-port.ts';
import type { Repository } from '../triggers/know-repository.ts';

/** Rows of one statement. */
const rowsAtOnce = 1_000;

/**
 * Writes down the tags that were there when the App came, so that only later ones are news. Once for each baseline: a
 * repository that left and came back has a new one.
 */
export async function baselineTags(
  { db, github, clock }: AppEdges,
  { id, baseline_at }: Repository,
  address: RepositoryAddress,
): Promise<void> {
  const name = `tags:${id}`;
  const value = baseline_at.toISOString();
  const done = await db.selectFrom('cursors').select('value').where('name', '=', name).executeTakeFirst();
  if (done?.value === value) return;
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
