import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { HubCommit } from './history-commits.ts';
import { type HistoryPage, type RangeCommits, readHistoryPage } from './range-commits.ts';
import type { RepositoryContext } from './repository-context.ts';

/** Pages of a hundred commits read of each history: 20,000 commits, about the range that GitHub fails to compare. */
const mostPages = 200;

/** One history on its way down. */
interface Descent {
  tip: string;
  page: HistoryPage;
  commits: Map<string, HubCommit>;
}

const isDone = ({ page }: Descent) => page.after === null;
const oldest = (commits: Iterable<HubCommit>) =>
  Math.min(...[...commits].map(({ at }) => Date.parse(at)).filter((at) => !Number.isNaN(at)));

async function start(context: RepositoryContext, tip: string): Promise<Descent> {
  const page = await readHistoryPage(context, tip, null);
  return { tip, page, commits: new Map(page.commits.map((commit) => [commit.sha, commit])) };
}

async function goOn(context: RepositoryContext, descent: Descent): Promise<void> {
  if (descent.page.after === null) return;
  descent.page = await readHistoryPage(context, descent.tip, descent.page.after);
  for (const commit of descent.page.commits) descent.commits.set(commit.sha, commit);
}

/** Everything a commit leads to among those known. */
function reachable(tip: string, known: ReadonlyMap<string, HubCommit>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [tip];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (reached.has(sha)) continue;
    reached.add(sha);
    open.push(...(known.get(sha)?.parents ?? []));
  }
  return reached;
}

/** The range as far as it is known, and whether what is not read yet can still change it. */
function rangeOf(base: Descent, head: Descent): { range: HubCommit[]; isSettled: boolean } {
  const known = new Map([...base.commits, ...head.commits]);
  const without = reachable(base.tip, known);
  const range = [...head.commits.values()].filter(({ sha }) => !without.has(sha));
  const isClosed = range.every(({ parents }) => parents.every((sha) => known.has(sha) || without.has(sha)));
  // A part of the base that is not read yet may lead to commits of the range, unless it is older than all of them.
  const isBelow = isDone(base) || range.length === 0 || oldest(base.page.commits) < oldest(range);
  return { range, isSettled: (isClosed || isDone(head)) && isBelow };
}

/**
 * Commits reachable from the head and not from the base, without a comparison: both histories are read from the top
 * until they meet. Costs a request for each hundred commits of either.
 * @throws ZenPulseError `github_unavailable` where they do not meet within 20,000 commits
 */
export async function readBothHistories(
  context: RepositoryContext,
  baseTip: string,
  headTip: string,
): Promise<RangeCommits> {
  const [base, head] = await Promise.all([start(context, baseTip), start(context, headTip)]);
  const gaps = [...base.page.gaps, ...head.page.gaps];
  for (let pages = 1; ; pages += 1) {
    const { range, isSettled } = rangeOf(base, head);
    if (isSettled)
      return {
        commits: range.reverse(),
        gaps,
        isReversed: range.length === 0 && base.commits.has(headTip),
        isUnrelated: isDone(base) && isDone(head) && range.length === head.commits.size,
      };
    if (pages >= mostPages)
      throw new ZenPulseError('github_unavailable', {
        what: `the comparison of ${baseTip}...${headTip}, nor do their histories meet in ${mostPages} pages`,
        tries: pages,
      });
    await Promise.all([goOn(context, base), goOn(context, head)]);
    gaps.push(...base.page.gaps, ...head.page.gaps);
  }
}
