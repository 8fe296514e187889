import { asksForNotes, isSameRelease } from '../../rules/tags/asks-for-notes.ts';
import type { TaggedCommit } from '../../rules/tags/releases.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { type ReleasedTag, startReleasePulse } from '../pulses/start-release-pulse.ts';
import type { Trx } from '../store/store.ts';
import type { Policy } from './policy.ts';

/** Tags that were seen, with every commit they stood on, the last first. */
async function seenTags(trx: Trx, repositoryId: string): Promise<TaggedCommit[]> {
  const rows = await trx
    .selectFrom('tags')
    .select(['tag', 'commit'])
    .where('repository_id', '=', repositoryId)
    .orderBy('seen_at', 'desc')
    .orderBy('tag')
    .execute();
  return rows.map(({ tag, commit }) => ({ name: tag, commit }));
}

/** Whether notes were asked for already under another name of the release: `v5` came before `v5.0.0`. */
async function isAskedFor(
  trx: Trx,
  { repositoryId, tag, commit }: ReleasedTag,
  seen: readonly TaggedCommit[],
) {
  const names = seen
    .filter((other) => other.commit === commit && other.name !== tag && isSameRelease(other.name, tag))
    .map(({ name }) => `release:${repositoryId}:${name}:${commit}`);
  if (names.length === 0) return false;
  const asked = await trx
    .selectFrom('messages')
    .select('id')
    .where('business_key', 'in', names)
    .limit(1)
    .executeTakeFirst();
  return asked !== undefined;
}

/**
 * Writes a tag down and asks for its notes, where the rules want some for such a tag and it is a release of its own.
 * News of the tags of one repository is taken one after the other, so that any order comes to one report.
 * @param listed tags GitHub lists, which may not have been heard of yet
 */
export async function hearTag(
  trx: Trx,
  edges: AppEdges,
  released: ReleasedTag,
  isWanted: NonNullable<Policy['release']>['isTag'] | undefined,
  listed: readonly TaggedCommit[],
): Promise<void> {
  const { repositoryId, tag, commit } = released;
  await trx.selectFrom('repositories').select('id').where('id', '=', repositoryId).forUpdate().execute();
  if (isWanted?.(tag)) {
    const seen = await seenTags(trx, repositoryId);
    if (asksForNotes(tag, commit, [...listed, ...seen]) && !(await isAskedFor(trx, released, seen)))
      return startReleasePulse(trx, edges, released);
  }
  await trx
    .insertInto('tags')
    .values({ repository_id: repositoryId, tag, commit, seen_at: edges.clock() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
