import type { StoryCommit } from './story-commit.ts';

export interface HistoryOptions {
  /** Default `main`. */
  defaultBranch?: string;
  /**
   * Remote `origin`, e.g. `https://github.com/acme/shop.git`. With it the repository looks like a clone:
   * `refs/remotes/origin/*` mirror the branches and `origin/HEAD` points at the default branch.
   * Without it there is no remote, and wordings that need an owner use `acme/shop`.
   */
  origin?: string;
  /** Instant of the first commit; default `2026-11-01T09:00:00Z`. */
  startAt?: string;
  /** Minutes between two commits; default 60. */
  stepMinutes?: number;
  /** No working tree; default false. */
  bare?: boolean;
}

export interface CommitOptions {
  /** `Name <mail>`; default Ada Lovelace. */
  author?: string;
  /**
   * Default: the author; for squash merges GitHub's own `GitHub <noreply@github.com>`, for rebases Grace
   * Hopper.
   */
  committer?: string;
  /** Committer date, ISO 8601 with a zone; default: the story's clock. */
  at?: string;
  /** Author date; default: the committer date. */
  authoredAt?: string;
  /** Text after the subject's blank line. */
  body?: string;
  /**
   * Paths to write with some text, or path to text (null removes); default one new file. `[]`: an empty
   * commit.
   */
  files?: readonly string[] | Readonly<Record<string, string | null>>;
}

/** A commit of a pull request's branch: its message, or its subject with options. */
export type BranchCommit = string | (CommitOptions & { subject: string });

/** A merged pull request as the story tells it: the truth to compare a reader's findings with. */
export interface MergedPull {
  number: number;
  title: string;
  body: string;
  /** The branch it was merged into. */
  base: string;
  how: 'squash' | 'merge' | 'rebase';
  author: string;
  /** ISO 8601. */
  mergedAt: string;
  /** What GitHub calls the merge commit: the squash, the merge, or the last commit of a rebase. */
  mergeCommit: StoryCommit;
  /** What the merge brought to the base besides `mergeCommit`, oldest first. */
  otherCommits: readonly StoryCommit[];
}

export interface MergePullOptions {
  /** Who wrote the pull request: author of the branch's commits; default Ada Lovelace. */
  author?: string;
  /**
   * Words of the subject; `title` is GitHub's setting that makes it `title (#13)`, like a squash. Default
   * `number`.
   */
  wording?: 'number' | 'title';
  /** Who pressed the button: author of the merge commit; default Grace Hopper. Its committer is GitHub. */
  mergedBy?: string;
  /** Time of the merge; the branch's commits follow the story's clock unless they name their own. */
  at?: string;
  /** Text after the title in the merge commit's message. */
  body?: string;
  /** Files of the branch's commits, unless they name their own. */
  files?: CommitOptions['files'];
  /** Head as the subject names it, `owner/branch`; default: the origin's owner and the branch. */
  from?: string;
  /** An existing branch to merge, for nested stories; default a branch of its own, gone after the merge. */
  branch?: string;
  /** Where the own branch starts; default the tip of the current branch. */
  since?: StoryCommit;
  /** The branch's commits; default one that says the title, none with `branch`. */
  commits?: readonly BranchCommit[];
}

export interface RebaseOptions extends Omit<CommitOptions, 'body'> {
  /** Adds the trailer `PR-URL: https://github.com/acme/shop/pull/14` to each commit, as Node.js does. */
  trailer?: boolean;
  /** The pull request's title, which a rebase leaves nowhere in git; default the last commit's subject. */
  title?: string;
}

export interface RevertOptions extends CommitOptions {
  /** The pull request that reverts: its `(#34)` ends the subject and it counts among `pulls`. */
  number?: number;
  /**
   * `git` (default): `Revert "title (#12)"` and `This reverts commit …`.
   * `button`: what GitHub's button writes, `Revert "title"` and `Reverts acme/shop#12`; needs a reverted
   * pull.
   */
  by?: 'git' | 'button';
}

export interface TagOptions {
  /** A branch or a commit; default the tip of the current branch. */
  on?: string | StoryCommit;
  /** A tag object; default false, a lightweight tag. */
  annotated?: boolean;
  /** Time of an annotated tag; default the tagged commit's committer date. */
  at?: string;
  /** Message of an annotated tag; default the tag's name. */
  message?: string;
}

/** A pull request that a merge bot merges. */
export interface BotPull {
  number: number;
  title: string;
  /** Default Ada Lovelace. */
  author?: string;
  /** The branch's commits; default one that says the title. */
  commits?: readonly BranchCommit[];
}

export interface BotMergeOptions {
  /** Time of the merge. */
  at?: string;
}

/** A git history told as a story. Nothing touches the disk before `write`. */
export interface GitHistory {
  /** A direct push to the current branch. */
  commit(message: string, options?: CommitOptions): StoryCommit;
  /** A squash merge: one commit `title (#12)`. */
  squash(number: number, title: string, options?: CommitOptions): StoryCommit;
  /** A merge commit `Merge pull request #13 from acme/branch` with the title as its body. */
  mergePull(number: number, title: string, options?: MergePullOptions): StoryCommit;
  /**
   * A rebase merge: linear commits with nothing that tells the number, but for the trailer. Returns them all.
   */
  rebase(
    number: number,
    commits: readonly [BranchCommit, ...BranchCommit[]],
    options?: RebaseOptions,
  ): StoryCommit[];
  /** One octopus of bors for several pull requests, or a plain merge for one: `Merge #12 #13`. */
  batch(pulls: readonly BotPull[], options?: BotMergeOptions): StoryCommit;
  /** A rollup as of homu: `Rollup merge of #101` for each, and `Auto merge of #103` that brings them. */
  rollup(number: number, pulls: readonly BotPull[], options?: BotMergeOptions): StoryCommit;
  /** A local merge of one branch, or an octopus of several. Never a fast-forward. */
  merge(branches: string | readonly string[], options?: CommitOptions & { message?: string }): StoryCommit;
  /**
   * A foxtrot merge: someone commits on an old tip, pulls, and pushes the merge. Its first parent is their
   * own work and its second the upstream line, so a walk along first parents loses everything merged since.
   */
  foxtrot(options: CommitOptions & { since: StoryCommit; commits?: readonly BranchCommit[] }): StoryCommit;
  /** Undoes a commit (a merge against its first parent); a revert can itself be reverted. */
  revert(commit: StoryCommit, options?: RevertOptions): StoryCommit;
  /** Undoes a revert in the words of git 2.43 and later, `Reapply "title (#12)"`. */
  reapply(revert: StoryCommit, options?: Omit<RevertOptions, 'by'>): StoryCommit;
  /** Repeats a commit on the current branch: same message, author and author date. */
  cherryPick(commit: StoryCommit, options?: CommitOptions & { recordOrigin?: boolean }): StoryCommit;

  /** Makes a branch without going there; default from the tip of the current branch. */
  branch(name: string, options?: { from?: string | StoryCommit }): void;
  /** Goes to an existing branch. */
  checkout(name: string): void;
  deleteBranch(name: string): void;
  /** The newest commit of a branch, default the current one. Throws when there is none. */
  tip(branch?: string): StoryCommit;
  tag(name: string, options?: TagOptions): void;
  /** Moves a tag such as `v1` to another commit. */
  moveTag(name: string, options?: TagOptions): void;
  deleteTag(name: string): void;

  /** The pull requests merged so far, in the story's order. */
  readonly pulls: readonly MergedPull[];
  /**
   * Writes the story as a real repository into `folder`, which must exist and be empty. Can be called again.
   */
  write(folder: string): Promise<WrittenHistory>;
}

export interface WrittenHistory {
  /** Path of the repository. */
  path: string;
  /** SHA of a commit of the story. */
  sha(commit: StoryCommit): string;
  /** Runs git there with a clean environment; see `runGit`. */
  git(...args: readonly string[]): Promise<string>;
}
