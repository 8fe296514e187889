import type { AppEdges } from '../pulses/app-edges.ts';
import { mayMove } from '../../rules/tags/asks-for-notes.ts';
import { hearTag } from './hear-tag.ts';
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
  // A short name may move along with a longer one, which may have been set in the same moment.
  const tags = policy?.release?.isTag(tag) && mayMove(tag) ? await edges.github.listTags(address) : [];
  const listed = tags.map((each) => ({ name: each.tag, commit: each.commit }));
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
    const released = { repositoryId: repository.id, fullName: repository.full_name, tag, commit };
    return hearTag(trx, edges, released, policy.release?.isTag, listed);
  });
}
