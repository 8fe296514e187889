import type { AppEdges } from '../pulses/app-edges.ts';
import { startReleasePulse } from '../pulses/start-release-pulse.ts';
import { firstSignMarginMs, isListened, knowRepository } from './know-repository.ts';
import type { RepositoryFacts } from './payloads.ts';
import { policyOrNull } from './policy-or-null.ts';

export interface TagNews {
  tag: string;
  repository: RepositoryFacts;
  installationId: string;
}

/**
 * A tag was set, moved or released: its notes are asked for where the rules want them for such a tag. Which commit it
 * is GitHub says now, whatever the event said; so all news of one tag ends at the same commit.
 */
export async function onReleasedTag(edges: AppEdges, news: TagNews): Promise<void> {
  const { tag, repository: facts, installationId } = news;
  const address = { installationId, fullName: facts.full_name };
  const [policy, commit] = await Promise.all([
    policyOrNull(edges.github, address),
    edges.github.peelTag(address, tag),
  ]);
  // Gone again, or no commit: there is nothing to tell of.
  if (commit === null) return;
  await edges.db.transaction().execute(async (trx) => {
    const now = edges.clock();
    const repository = await knowRepository(trx, edges.enqueue, {
      facts,
      installationId,
      baseline: new Date(now.getTime() - firstSignMarginMs),
    });
    if (!isListened(repository)) return;
    // The sweep finds the tag when the rules can be read again.
    if (policy === null) return edges.enqueue(trx, 'onboard', { repositoryId: repository.id });
    if (policy.release?.isTag(tag))
      return startReleasePulse(trx, edges, {
        repositoryId: repository.id,
        fullName: repository.full_name,
        tag,
        commit,
      });
    await trx
      .insertInto('tags')
      .values({ repository_id: repository.id, tag, commit, seen_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
