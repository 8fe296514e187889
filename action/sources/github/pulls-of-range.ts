import { type PullNode, recentPullsAnswer } from './answers.ts';
import { type HubCommit, type Unaccounted, unaccountedCommits } from './history-commits.ts';
import { readLinkedPulls } from './linked-pulls.ts';
import { addPage, type PullWalk } from './pull-walk.ts';
import { recentPulls } from './queries/recent-pulls.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

/** One page of the pull requests updated last, which hold the just-merged ones the commit index lacks. */
export async function readRecentPage(
  context: RepositoryContext,
  walk: PullWalk,
  since: string,
): Promise<PullWalk> {
  const { client, owner, name, key, pageSize } = context;
  const { data, errors } = await client.graphql(
    (failures) => ({
      document: recentPulls,
      variables: { owner, name, pageSize: Math.max(1, pageSize >> failures), after: walk.after },
    }),
    recentPullsAnswer,
  );
  const next = addPage(walk, requireRepository(key, data.repository, errors).page, since);
  return { ...next, gaps: [...next.gaps, ...gapsOf(errors)] };
}

/** Pull requests of a range, and the commits that none of them brought. */
export interface RangePulls {
  pulls: PullNode[];
  loose: HubCommit[];
  gaps: string[];
}

const accountsFor = (shas: ReadonlySet<string>) => (pull: PullNode) =>
  pull.merged && pull.mergeCommit !== null && shas.has(pull.mergeCommit.oid);

/** A page of the list explains up to a hundred commits; beyond as many pages, asking by commit is cheaper. */
const worthWalking = ({ loose, nested }: Unaccounted, pagesRead: number) =>
  loose.length + nested.length > pagesRead * 100;

/**
 * Matches the commits of a range to pull requests: by merge commit among the recently updated ones as long as that
 * is cheaper, then by GitHub's links from commits. A pull request counts when its merge commit is in the range;
 * GitHub also links unmerged ones and those of other bases.
 * @param walk the first page, read while the commits were
 */
export async function matchPulls(
  context: RepositoryContext,
  commits: readonly HubCommit[],
  head: string,
  firstWalk: PullWalk,
  since: string,
): Promise<RangePulls> {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const belongs = accountsFor(new Set(bySha.keys()));
  const left = (pulls: Iterable<PullNode>) => unaccountedCommits(bySha, [head], pulls);

  let walk = firstWalk;
  let unaccounted = left([...walk.pulls.values()].filter(belongs));
  for (let pagesRead = 1; walk.after !== null && worthWalking(unaccounted, pagesRead); pagesRead += 1) {
    walk = await readRecentPage(context, walk, since);
    unaccounted = left([...walk.pulls.values()].filter(belongs));
  }

  const asked = [...unaccounted.loose, ...unaccounted.nested].map(({ sha }) => sha);
  const { linked, gaps } = await readLinkedPulls(context, asked);
  const linkedPulls = linked.flatMap(({ pulls }) => pulls.filter(belongs));
  const pulls = new Map(
    [...walk.pulls.values(), ...linkedPulls].filter(belongs).map((pull) => [pull.number, pull]),
  );
  const explained = new Set(linked.filter(({ pulls: found }) => found.some(belongs)).map(({ sha }) => sha));
  return {
    pulls: [...pulls.values()],
    loose: left(pulls.values()).loose.filter(({ sha }) => !explained.has(sha)),
    gaps: [...walk.gaps, ...gaps],
  };
}
