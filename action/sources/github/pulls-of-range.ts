import { mergeAdopter } from './adopted-merge.ts';
import type { PullNode } from './answers.ts';
import { recentPullsAnswer } from './range-answers.ts';
import { type HubCommit, type Unaccounted, unaccountedCommits } from './history-commits.ts';
import { noLinks } from './merge-method.ts';
import { addHead, addPage, type PullWalk } from './pull-walk.ts';
import { recentPulls } from './queries/recent-pulls.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';
import { type Settled, settleCommits } from './settle-commits.ts';

/** One page of the pull requests updated last, which hold the just-merged ones the commit index lacks. */
export async function readRecentPage(
  context: RepositoryContext,
  walk: PullWalk,
  since: string,
): Promise<PullWalk> {
  const { client, owner, name, key, pageSize } = context;
  const isLater = !walk.isFirst;
  let size = pageSize;
  const { data, errors } = await client.graphql((failures) => {
    size = Math.max(1, pageSize >> failures);
    const variables = { owner, name, pageSize: size, after: walk.after, isLater };
    return { document: recentPulls, variables };
  }, recentPullsAnswer);
  const { page, head } = requireRepository(key, data.repository, errors);
  const next = addPage(head ? addHead(walk, head.nodes) : walk, page, { start: since, size });
  return { ...next, gaps: [...next.gaps, ...gapsOf(errors)] };
}

const accountsFor = (shas: ReadonlySet<string>) => (pull: PullNode) =>
  pull.merged && pull.mergeCommit !== null && shas.has(pull.mergeCommit.oid);

/** A page explains up to a hundred commits: worth it while fewer were read, or are left, than asking would cost. */
function worthWalking({ loose, nested, inside }: Unaccounted, walk: PullWalk, pagesRead: number): boolean {
  const open = loose.length + nested.length + inside.length;
  return open > pagesRead * 100 || open > walk.total - walk.pulls.size;
}

/**
 * Commits whose pull requests only GitHub's links can tell. Of those inside a branch the walk has shown every pull
 * request merged since the start; what stood there before may have come by an older one.
 */
function toAsk({ loose, nested, inside }: Unaccounted, walk: PullWalk, since: string): HubCommit[] {
  const isHidden = ({ at }: HubCommit) => walk.after !== null || Date.parse(at) < Date.parse(since);
  return [...loose, ...nested, ...inside.filter(isHidden)];
}

/**
 * Matches the commits of a range to pull requests: by merge commit among the recently updated ones as long as that
 * is cheaper, then by GitHub's links from commits. A pull request counts when its merge commit is in the range;
 * GitHub also links unmerged ones and those of other bases.
 * @param commits oldest first
 * @param firstWalk the first page, read while the commits were
 * @param url web address of the repository
 */
export async function matchPulls(
  context: RepositoryContext,
  commits: readonly HubCommit[],
  { head, firstWalk, since, url }: { head: string; firstWalk: PullWalk; since: string; url: string },
): Promise<Settled> {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const belongs = accountsFor(new Set(bySha.keys()));
  const adopt = mergeAdopter(bySha, false);
  const ofRange = (pulls: Iterable<PullNode>) => [...pulls].map(adopt).filter(belongs);

  let walk = firstWalk;
  let pulls = ofRange(walk.pulls.values());
  const left = () => unaccountedCommits(bySha, [head], pulls, noLinks);
  for (let pagesRead = 1; walk.after !== null && worthWalking(left(), walk, pagesRead); pagesRead += 1) {
    walk = await readRecentPage(context, walk, since);
    pulls = ofRange(walk.pulls.values());
  }
  const settled = await settleCommits(context, {
    commits: bySha,
    tips: [head],
    pulls,
    toAsk: (unaccounted) => toAsk(unaccounted, walk, since),
    adopt,
    belongs,
    url,
  });
  return { ...settled, gaps: [...walk.gaps, ...settled.gaps] };
}
