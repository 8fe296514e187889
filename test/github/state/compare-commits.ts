import type { ChangedFile, Commit } from './commit.ts';
import { log, mergeBase, reachable } from './commit-graph.ts';
import { commitOf, type Repository } from './repository.ts';

export interface ComparedCommits {
  base: Commit;
  head: Commit;
  mergeBase: Commit;
  /** `base..head`, oldest first as GitHub lists them. */
  commits: readonly Commit[];
  behindBy: number;
  status: 'ahead' | 'behind' | 'identical' | 'diverged';
  /** What the commits of the range changed. */
  files: readonly ChangedFile[];
}

/** A graph only grows, so what was compared once stays true. */
const known = new WeakMap<Repository, Map<string, ComparedCommits | null>>();

/** Compares two commits by their merge base (three dots); null when they have none. */
export function compareCommits(repository: Repository, base: string, head: string): ComparedCommits | null {
  const memory = known.get(repository) ?? new Map<string, ComparedCommits | null>();
  known.set(repository, memory);
  const key = `${base}...${head}`;
  const compared = memory.get(key) ?? comparison(repository, base, head);
  memory.set(key, compared);
  return compared;
}

function comparison(repository: Repository, base: string, head: string): ComparedCommits | null {
  const meeting = mergeBase(repository, base, head);
  if (meeting === undefined) return null;
  const commits = log(repository, head, reachable(repository, base)).reverse();
  const behindBy = log(repository, base, reachable(repository, head)).length;
  return {
    base: commitOf(repository, base),
    head: commitOf(repository, head),
    mergeBase: commitOf(repository, meeting),
    commits,
    behindBy,
    status: statusOf(commits.length, behindBy),
    files: changedIn(commits),
  };
}

function statusOf(aheadBy: number, behindBy: number): ComparedCommits['status'] {
  if (aheadBy === 0) return behindBy === 0 ? 'identical' : 'behind';
  return behindBy === 0 ? 'ahead' : 'diverged';
}

/** Files of the commits, once each. Merges are left out: against their first parent they repeat a branch. */
export function changedIn(commits: readonly Commit[]): ChangedFile[] {
  const byPath = new Map<string, ChangedFile>();
  for (const commit of commits) {
    if (commit.parents.length > 1) continue;
    for (const file of commit.files) {
      const before = byPath.get(file.path);
      const { additions = 0, deletions = 0 } = before ?? {};
      const status = before?.status === 'added' && file.status === 'modified' ? 'added' : file.status;
      byPath.set(file.path, {
        ...file,
        status,
        additions: additions + file.additions,
        deletions: deletions + file.deletions,
      });
    }
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
