import { describeMessage } from '../history/describe-message.ts';
import { mergeAdopter } from './adopted-merge.ts';
import type { PullNode } from './answers.ts';
import { recentPullsAnswer } from './range-answers.ts';
import { type HubCommit, type Unaccounted, unaccountedCommits } from './history-commits.ts';
import { type Linked, readLinkedPulls } from './linked-pulls.ts';
import { addHead, addPage, type PullWalk } from './pull-walk.ts';
import { recentPulls } from './queries/recent-pulls.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

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

/** A merged pull request whose change came to the range by a commit of its own: a cherry-pick. */
export interface Pick {
  pull: PullNode;
  commit: HubCommit;
}

/** Pull requests of a range, and the commits that none of them brought. */
export interface RangePulls {
  pulls: PullNode[];
  picks: Pick[];
  loose: HubCommit[];
  gaps: string[];
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

/** git words the revert of a revert `Reapply "title (#1)" (#3)`, where #3 is the revert: a name it only borrows. */
const borrowsName = (commit: HubCommit, pull: PullNode) =>
  pull.mergeCommit !== null && describeMessage(commit.message).reverts?.commit === pull.mergeCommit.oid;

/** The oldest commit that carries each pull request which merged elsewhere. */
function picksAmong(linked: readonly Linked[], known: ReadonlyMap<number, PullNode>): Pick[] {
  const picks = new Map<number, Pick>();
  for (const { commit, named } of linked) {
    if (!named?.merged || known.has(named.number) || picks.has(named.number)) continue;
    picks.set(named.number, { pull: named, commit });
  }
  return [...picks.values()];
}

/**
 * Matches the commits of a range to pull requests: by merge commit among the recently updated ones as long as that
 * is cheaper, then by GitHub's links from commits. A pull request counts when its merge commit is in the range;
 * GitHub also links unmerged ones and those of other bases.
 * @param commits oldest first
 * @param firstWalk the first page, read while the commits were
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
  const adopt = mergeAdopter(commits);
  const ofRange = (pulls: Iterable<PullNode>) => [...pulls].map(adopt).filter(belongs);
  const left = (pulls: readonly PullNode[]) => unaccountedCommits(bySha, [head], pulls);

  let walk = firstWalk;
  let unaccounted = left(ofRange(walk.pulls.values()));
  for (let pagesRead = 1; walk.after !== null && worthWalking(unaccounted, walk, pagesRead); pagesRead += 1) {
    walk = await readRecentPage(context, walk, since);
    unaccounted = left(ofRange(walk.pulls.values()));
  }

  const { linked, gaps } = await readLinkedPulls(context, toAsk(unaccounted, walk, since));
  const told = linked.flatMap((each) => (each.named ? [...each.pulls, each.named] : each.pulls));
  const pulls = new Map(ofRange([...walk.pulls.values(), ...told]).map((pull) => [pull.number, pull]));
  const answers = new Map(linked.map((each) => [each.commit.sha, each]));
  const stillLoose = left([...pulls.values()])
    .loose.flatMap((commit) => answers.get(commit.sha) ?? [])
    .filter((each) => !each.pulls.some((pull) => pulls.has(pull.number)))
    .map((each) => ({
      ...each,
      named: each.named && borrowsName(each.commit, each.named) ? null : each.named,
    }));
  const order = new Map(commits.map(({ sha }, at) => [sha, at]));
  stillLoose.sort((one, other) => (order.get(one.commit.sha) ?? 0) - (order.get(other.commit.sha) ?? 0));
  return {
    pulls: [...pulls.values()],
    picks: picksAmong(stillLoose, pulls),
    loose: stillLoose.filter(({ named }) => !named?.merged).map(({ commit }) => commit),
    gaps: [...walk.gaps, ...gaps],
  };
}
