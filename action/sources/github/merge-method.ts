import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';

/** How a pull request was merged, as its commits tell. */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

/**
 * A rebase keeps the authored date of the last commit; a squash is authored when it is made. Null without a merge
 * commit.
 */
export function mergeMethod({ mergeCommit, commits }: PullNode): MergeMethod | null {
  if (!mergeCommit) return null;
  if (mergeCommit.parents.totalCount > 1) return 'merge';
  return commits.nodes?.at(-1)?.commit.authoredDate === mergeCommit.authoredDate ? 'rebase' : 'squash';
}

/**
 * Commits of a rebase merge, newest first: its last, and as many before it as the pull request has; none for another
 * kind of merge. GitHub leaves commits of the branch out that change nothing, so the count may reach too far: not
 * beyond a merge or another pull request.
 * @param merged merge commits of all pull requests known
 */
export function rebasedCommits(
  pull: PullNode,
  commits: ReadonlyMap<string, HubCommit>,
  merged: ReadonlySet<string>,
): HubCommit[] {
  if (mergeMethod(pull) !== 'rebase') return [];
  const found: HubCommit[] = [];
  let at = commits.get(pull.mergeCommit?.oid ?? '');
  while (at && found.length < pull.commits.totalCount && at.parents.length < 2) {
    if (found.length > 0 && merged.has(at.sha)) break;
    found.push(at);
    at = commits.get(at.parents[0] ?? '');
  }
  return found;
}

export const mergeCommitsOf = (pulls: readonly PullNode[]): ReadonlySet<string> =>
  new Set(pulls.flatMap(({ mergeCommit }) => mergeCommit?.oid ?? []));
