import type { ChangedFile } from './commit.ts';

/** A pull request; instants are in GitHub's form, see `toInstant`. */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  /** Login, bots with `[bot]`; null for a deleted account. */
  author: string | null;
  labels: string[];
  milestone: string | null;
  /** Branch it merges into, and branch it comes from; either may be deleted. */
  base: string;
  head: string;
  headOid: string;
  /** From a fork. */
  isCrossRepository: boolean;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  isDraft: boolean;
  createdAt: string;
  /** Moves with every change, also long after the merge. */
  updatedAt: string;
  mergedAt: string | null;
  closedAt: string | null;
  mergedBy: string | null;
  /** The merge, the squashed commit or the last commit of a rebase. Null on GitHub, too, for some old merges. */
  mergeCommit: string | null;
  /** Commits of the head branch, oldest first. A squash or a rebase leaves none of them on the base. */
  commits: string[];
  /** Further commits that GitHub's index associates: what a rebase or a squash made on the base. */
  landed: string[];
  files: readonly ChangedFile[];
}

/** Every commit that GitHub's index associates with a pull request. */
export function associatedCommits(pull: PullRequest): Set<string> {
  const merge = pull.mergeCommit === null ? [] : [pull.mergeCommit];
  return new Set([...pull.commits, ...pull.landed, ...merge]);
}
