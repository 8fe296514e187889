import type { MergedPull } from '../github/github-port.ts';
import { writeSuccessor } from '../branches/successors.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Trx } from '../store/store.ts';
import { firstSignMarginMs, isListened, knowRepository, type Repository } from './know-repository.ts';
import { type Payload, readPayload, type RepositoryFacts } from './payloads.ts';
import type { Policy } from './policy.ts';
import { policyOrNull } from './policy-or-null.ts';

/** Null for one that was closed without a merge. */
function mergeOf({ pull_request }: Payload<'pull_request'>): MergedPull | null {
  const { number, title, merged_at, updated_at, user, labels, base } = pull_request;
  if (!merged_at) return null;
  return {
    number,
    title,
    base: base.ref,
    author: user?.login ?? null,
    labels: labels.map(({ name }) => name),
    mergedAt: merged_at,
    changedAt: updated_at ?? null,
  };
}

/**
 * An event that names another default branch than is known is late, or ahead of the news of it. The branch it names was
 * the default one as it was made.
 */
async function noteDefault(
  trx: Trx,
  { id, default_branch: known }: Repository,
  { default_branch: branch = known }: RepositoryFacts,
  now: Date,
): Promise<void> {
  if (branch === known) return;
  await writeSuccessor(trx, {
    repository_id: id,
    branch,
    successor: known,
    is_rename: false,
    since: now,
  });
}

/** A pull request that is merged, as an event of the App tells of it. */
export interface MergedPullEvent {
  facts: Payload<'pull_request'>;
  news: MergedPull;
  repository: Repository;
  /** Null when the rules cannot be used. */
  policy: Policy | null;
}

/**
 * Reads an event of a pull request and the rules in force, then handles it in one transaction; one that is not merged,
 * or of a repository the App does not work in, is left alone.
 * @throws ZenPulseError `webhook_unreadable`, `github_…` when the rules could not be asked for
 */
export async function withMergedPull(
  edges: AppEdges,
  payload: unknown,
  handle: (trx: Trx, event: MergedPullEvent) => Promise<void>,
): Promise<void> {
  const facts = readPayload('pull_request', payload);
  const news = mergeOf(facts);
  if (!news || !facts.installation) return;
  const installationId = facts.installation.id;
  const policy = await policyOrNull(edges.github, {
    installationId,
    fullName: facts.repository.full_name,
  });
  await edges.db.transaction().execute(async (trx) => {
    const repository = await knowRepository(trx, edges.enqueue, {
      facts: facts.repository,
      installationId,
      baseline: new Date(news.mergedAt.getTime() - firstSignMarginMs),
    });
    await noteDefault(trx, repository, facts.repository, edges.clock());
    if (isListened(repository)) await handle(trx, { facts, news, repository, policy });
  });
}
