import { emptyTree, type FileTree } from './file-tree.ts';

/**
 * SHA of a commit of the story; known only while it is written, and only for commits before the asking one.
 */
export type ShaOf = (commit: StoryCommit) => Promise<string>;

/** A commit of a story: also the handle by which the story names it later. */
export interface StoryCommit {
  /** 1, 2, 3 … in the order of the story. */
  readonly mark: number;
  readonly parents: readonly StoryCommit[];
  readonly subject: string;
  /** Everything after the blank line; a function when it names the SHA of an earlier commit. */
  readonly body: string | ((shaOf: ShaOf) => Promise<string>);
  /** `Name <mail>`. */
  readonly author: string;
  readonly committer: string;
  /** ISO 8601 with a zone. */
  readonly authoredAt: string;
  readonly committedAt: string;
  readonly tree: FileTree;
}

export function treeOf(commit: StoryCommit | undefined): FileTree {
  return commit?.tree ?? emptyTree;
}

/** All commits that can be reached from `tip`, itself included. */
export function reachable(tip: StoryCommit | undefined): ReadonlySet<StoryCommit> {
  const seen = new Set<StoryCommit>();
  const open = tip === undefined ? [] : [tip];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (seen.has(commit)) continue;
    seen.add(commit);
    open.push(...commit.parents);
  }
  return seen;
}

/** Commits of `base..tip`, oldest first. */
export function commitsBetween(base: StoryCommit | undefined, tip: StoryCommit): StoryCommit[] {
  const old = reachable(base);
  return [...reachable(tip)].filter((commit) => !old.has(commit)).sort((a, b) => a.mark - b.mark);
}

/** The newest commit both can reach; undefined for histories without a common root. */
export function mergeBase(a: StoryCommit | undefined, b: StoryCommit): StoryCommit | undefined {
  const ours = reachable(a);
  return [...reachable(b)].filter((commit) => ours.has(commit)).sort((x, y) => y.mark - x.mark)[0];
}
