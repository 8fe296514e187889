import type { MergedPull } from '../github/github-port.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { firstSignMarginMs, isListened, knowRepository } from './know-repository.ts';
import { type Payload, readPayload } from './payloads.ts';
import { policyOrNull } from './policy-or-null.ts';
import { recordMerge } from './record-merge.ts';

/** Null for one that was closed without a merge. */
export function mergeOf({ pull_request }: Payload<'pull_request'>): MergedPull | null {
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

/** `pull_request.closed`: a merge is written down, and its line of pulses is made due. */
export async function onPullClosed(edges: AppEdges, payload: unknown): Promise<void> {
  const facts = readPayload('pull_request', payload);
  const merge = mergeOf(facts);
  if (!merge || !facts.installation) return;
  const installationId = facts.installation.id;
  const policy = await policyOrNull(edges.github, {
    installationId,
    fullName: facts.repository.full_name,
  });
  await edges.db.transaction().execute(async (trx) => {
    const repository = await knowRepository(trx, edges.enqueue, {
      facts: facts.repository,
      installationId,
      baseline: new Date(merge.mergedAt.getTime() - firstSignMarginMs),
    });
    if (!isListened(repository)) return;
    await recordMerge(trx, edges, repository, policy, merge);
    if (policy === null) await edges.enqueue(trx, 'onboard', { repositoryId: repository.id });
  });
}
