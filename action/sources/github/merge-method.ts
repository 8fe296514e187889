import { splitTrailingNumber } from '../../../contract/reading/trailing-number.ts';
import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';

/** How a pull request was merged, as its commits tell; `unclear`: as one commit, or as several. */
export type MergeMethod = 'merge' | 'squash' | 'rebase' | 'unclear';

/** Numbers of merged pull requests that GitHub links to commits, as far as it was asked. */
export type Links = ReadonlyMap<string, ReadonlySet<number>>;

export const noLinks: Links = new Map();

const subjectOf = (message: string) => message.split('\n', 1)[0] ?? '';

/**
 * A rebase keeps the authored date of the last commit; a squash is authored when it is made, and GitHub ends its
 * subject with the number. Null without a merge commit.
 */
export function mergeMethod({ number, mergeCommit, commits }: PullNode): MergeMethod | null {
  if (!mergeCommit) return null;
  if (mergeCommit.parents.totalCount > 1) return 'merge';
  if (commits.nodes?.at(-1)?.commit.authoredDate === mergeCommit.authoredDate) return 'rebase';
  const isNumbered = splitTrailingNumber(subjectOf(mergeCommit.message)).number === number;
  // A rebase leaves merges out, and one of them may have been the last commit.
  return isNumbered || commits.totalCount <= 1 ? 'squash' : 'unclear';
}

/**
 * Commits of a rebase merge, newest first. GitHub's links say which they are. Where they were not asked for, or do not
 * know the merge yet, as many as the pull request has commits; GitHub leaves out merges and commits that change
 * nothing, so the count may reach too far: not beyond a merge or another pull request.
 * @param merged merge commits of all pull requests known
 */
export function rebasedCommits(
  pull: PullNode,
  commits: ReadonlyMap<string, HubCommit>,
  merged: ReadonlySet<string>,
  links: Links,
): HubCommit[] {
  const method = mergeMethod(pull);
  const isLinked = (sha: string) => links.get(sha)?.has(pull.number) ?? false;
  const oid = pull.mergeCommit?.oid ?? '';
  const isKnown = isLinked(oid);
  if (method !== 'rebase' && !(method === 'unclear' && isKnown)) return [];
  const found: HubCommit[] = [];
  let at = commits.get(oid);
  while (at && found.length < pull.commits.totalCount && at.parents.length < 2) {
    const isOther = merged.has(at.sha) || (isKnown && links.has(at.sha) && !isLinked(at.sha));
    if (found.length > 0 && isOther) break;
    found.push(at);
    at = commits.get(at.parents[0] ?? '');
  }
  return found;
}

/** Commits whose links tell how far the rebases among pull requests reach; none where every merge is one commit. */
export function commitsInDoubt(
  pulls: readonly PullNode[],
  commits: ReadonlyMap<string, HubCommit>,
  merged: ReadonlySet<string>,
): HubCommit[] {
  return pulls.flatMap((pull) => {
    const asRebase =
      mergeMethod(pull) === 'unclear'
        ? new Map([[pull.mergeCommit?.oid ?? '', new Set([pull.number])]])
        : noLinks;
    const found = rebasedCommits(pull, commits, merged, asRebase);
    return found.length > 1 ? found : [];
  });
}

export const mergeCommitsOf = (pulls: readonly PullNode[]): ReadonlySet<string> =>
  new Set(pulls.flatMap(({ mergeCommit }) => mergeCommit?.oid ?? []));
