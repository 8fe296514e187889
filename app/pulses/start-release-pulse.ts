import type { Trx } from '../store/store.ts';
import type { AppEdges } from './app-edges.ts';
import { createMessage } from './create-message.ts';

export interface ReleasedTag {
  repositoryId: string;
  /** `owner/name`. */
  fullName: string;
  tag: string;
  /** The commit it points to, peeled. */
  commit: string;
}

/**
 * Asks for the notes of a release, once for each tag and commit: a push of the tag and its published release are the
 * same news, a tag that was moved is new. It covers the whole range since the previous tag, told before or not.
 */
export async function startReleasePulse(
  trx: Trx,
  edges: AppEdges,
  { repositoryId, fullName, tag, commit }: ReleasedTag,
): Promise<void> {
  await trx
    .insertInto('tags')
    .values({ repository_id: repositoryId, tag, commit, seen_at: edges.clock() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await createMessage(trx, edges, {
    businessKey: `release:${repositoryId}:${tag}:${commit}`,
    repositoryId,
    kind: 'release',
    base: tag,
    windowEnd: null,
    inputs: { repo: fullName, analysis_type: 'release', tag_range: tag },
  });
}
