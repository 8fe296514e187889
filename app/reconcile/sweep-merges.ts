import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { followRepository } from '../branches/follow-branches.ts';
import { hasTagBaseline } from '../dispatch/baseline-tags.ts';
import type { MergedPull, RepositoryAddress } from '../github/github-port.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { adoptPolicy } from '../triggers/adopt-policy.ts';
import { hearTag } from '../triggers/hear-tag.ts';
import type { Repository } from '../triggers/know-repository.ts';
import { policyOrNull } from '../triggers/policy-or-null.ts';
import type { Policy } from '../triggers/policy.ts';
import { recordMerge } from '../triggers/record-merge.ts';
import { sideBySide } from './side-by-side.ts';

/** GitHub's clock and ours differ and its lists lag; what was found before is found again without effect. */
const overlapMs = 15 * 60_000;

/** Repositories looked at together. GitHub's limits count for each installation, and one may have a thousand. */
const width = 4;

/** Those that have a row and wait: late labels change what is to be told. */
async function waitingNumbers({ db }: AppEdges, { id }: Repository): Promise<Set<number>> {
  const rows = await db
    .selectFrom('merges')
    .select('number')
    .where('repository_id', '=', id)
    .where((where) =>
      where.or([where('merge_settled_by', 'is', null), where('schedule_settled_by', 'is', null)]),
    )
    .execute();
  return new Set(rows.map(({ number }) => number));
}

/**
 * Merges since the last sweep, and what changed about those that wait. An older one that is updated is no news: its row
 * may have been pruned because it was told.
 */
async function sweepPulls(
  edges: AppEdges,
  repository: Repository,
  address: RepositoryAddress,
  policy: Policy | null,
): Promise<void> {
  const since = new Date(repository.swept_until.getTime() - overlapMs);
  const merged = await edges.github.listMerged(address, since);
  const waiting = await waitingNumbers(edges, repository);
  const isWanted = ({ mergedAt, number }: MergedPull) => mergedAt >= since || waiting.has(number);
  // One at a time: a transaction over several lines could wait for a webhook's that waits for it.
  for (const pull of merged.filter(isWanted).toSorted((a, b) => a.number - b.number))
    await edges.db.transaction().execute((trx) => recordMerge(trx, edges, repository, policy, pull));
}

/** Tags that are not known, such as those of a push of more than three, which sends no webhook. */
async function sweepTags(
  edges: AppEdges,
  repository: Repository,
  address: RepositoryAddress,
  { release }: Policy,
): Promise<void> {
  const { db, github, enqueue } = edges;
  const { id: repositoryId, full_name: fullName } = repository;
  // Without a baseline every tag would be news.
  if (!(await hasTagBaseline(db, repository))) return enqueue(db, 'onboard', { repositoryId });
  const tags = await github.listTags(address);
  const rows = await db
    .selectFrom('tags')
    .select(['tag', 'commit'])
    .where('repository_id', '=', repositoryId)
    .execute();
  const listed = tags.map((each) => ({ name: each.tag, commit: each.commit }));
  const known = new Set(rows.map(({ tag, commit }) => `${commit} ${tag}`));
  for (const { tag, commit } of tags.filter((each) => !known.has(`${each.commit} ${each.tag}`)))
    await db
      .transaction()
      .execute((trx) => hearTag(trx, edges, { repositoryId, fullName, tag, commit }, release?.isTag, listed));
}

async function sweepRepository(edges: AppEdges, known: Repository): Promise<void> {
  const { db, github, clock } = edges;
  const repository = await followRepository(edges, known);
  const { id, installation_id: installationId, full_name: fullName } = repository;
  const address = { installationId, fullName };
  const startedAt = clock();
  const policy = await policyOrNull(github, address);
  await sweepPulls(edges, repository, address, policy);
  if (policy) await sweepTags(edges, repository, address, policy);
  await db.transaction().execute(async (trx) => {
    const now = await trx
      .selectFrom('repositories')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // It was let in anew meanwhile, and starts from there.
    if (now.baseline_at.getTime() !== repository.baseline_at.getTime()) return;
    await trx.updateTable('repositories').set({ swept_until: startedAt }).where('id', '=', id).execute();
    if (policy && now.state === 'active') await adoptPolicy(trx, edges, now, policy);
  });
}

/**
 * Looks on GitHub for names, merges and tags that no webhook told of, and at the rules. Each repository for itself: how far it
 * was swept moves only when all of it was.
 * @returns what was thrown, one for each repository that could not be swept
 */
export async function sweepMerges(edges: AppEdges): Promise<unknown[]> {
  const repositories = await edges.db
    .selectFrom('repositories')
    .selectAll()
    .where('state', 'in', ['active', 'needs_setup'])
    // The one that waited longest comes first, so that a sweep that is cut off goes on where it was.
    .orderBy('swept_until')
    .orderBy('id')
    .execute();
  const limited = new Set<string>();
  return sideBySide(repositories, width, async (repository) => {
    if (limited.has(repository.installation_id)) return;
    try {
      await sweepRepository(edges, repository);
    } catch (error) {
      if (error instanceof ZenPulseError && error.code === 'github_rate_limited')
        limited.add(repository.installation_id);
      throw error;
    }
  });
}
