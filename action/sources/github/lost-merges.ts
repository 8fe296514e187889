import type { Notice } from '../../../contract/manifest.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { PullNode } from './answers.ts';
import type { History } from './direct-pushes.ts';
import { inParallel } from '../in-parallel.ts';
import { isContained } from './range-commits.ts';
import type { RepositoryContext } from './repository-context.ts';

/** Merges looked up one by one at most; of further ones GitHub's word is taken. */
const mostAsked = 20;

/** True when every commit of the branch in the window was read, so that one that is not there is not on the branch. */
const isWhole = ({ after, commits, total, gaps }: History) =>
  after === null && total <= commits.size && gaps.length === 0;

/**
 * Pull requests that merged and whose merge is not on the branch any more, as after a forced push. What the commits
 * read do not show is asked of GitHub, one request each, for dates alone may deceive; where it cannot say, the pull
 * request stays.
 */
export async function lostMerges(
  context: RepositoryContext,
  history: History,
  pulls: readonly PullNode[],
  isWithin: (at: string) => boolean,
): Promise<ReadonlySet<PullNode>> {
  const { tip } = history;
  if (tip === null || !isWhole(history)) return new Set();
  const isMissing = ({ mergeCommit }: PullNode) =>
    mergeCommit?.committedDate !== undefined &&
    isWithin(mergeCommit.committedDate) &&
    !history.commits.has(mergeCommit.oid);
  const missing = pulls.filter(isMissing).slice(0, mostAsked);
  const answers = await inParallel(missing, async ({ mergeCommit }) => {
    try {
      return await isContained(context, mergeCommit?.oid ?? '', tip);
    } catch (error) {
      if (error instanceof ZenPulseError && error.code === 'github_unavailable') return true;
      throw error;
    }
  });
  return new Set(missing.filter((_, at) => answers[at] === false));
}

/** Says which pull requests were left out because their merge is gone. */
export const lostNotices = (key: string, lost: ReadonlySet<PullNode>, base: string): Notice[] =>
  [...lost].map(({ number }) => ({
    code: 'merge_not_on_branch',
    text: `${key}#${number} merged into ${base}, but its merge is no longer on the branch, as after a forced push; it is left out.`,
  }));
