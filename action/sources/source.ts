import type { Notice, RepositoryEntry } from '../../contract/manifest.ts';
import type { RulesText } from '../../rules/read-repository-file.ts';
import type { ReleaseScope } from '../../rules/tags/choose-series.ts';
import type { Details } from './details.ts';

/** A window as asked of a source. Nulls are for the source to fill in from the repository's own tags. */
export type WindowQuery =
  | { kind: 'dates'; spec: string /** Instants; the end is exclusive. */; start: string; end: string }
  | {
      kind: 'tags';
      spec: string;
      /** Null: the previous tag of the head's series. */
      base: string | null;
      /** Null: the newest version tag. */
      head: string | null;
    }
  | { kind: 'unreleased'; spec: string };

export interface SourceQuery {
  window: WindowQuery;
  /** Undefined: the default branch. */
  baseBranch: string | undefined;
  /** Numbers the trigger knows of; joined to the window. */
  triggerPulls: readonly number[];
  /**
   * Which tags count as releases by the rules in force, given the repository's own. Asked only where an end of the
   * window has to be chosen; without it every tag counts.
   */
  releaseScope?: (rules: Reading['rules']) => Promise<ReleaseScope>;
}

/** What a change says it takes back; every field may be missing, or name something outside of the window. */
export interface RevertHint {
  /** SHAs in lower case, in full or their first seven digits and more: the best proof there is. */
  commits: readonly string[];
  /** The pull requests it says it reverts, as in `Reverts acme/shop#12`. */
  numbers: readonly number[];
  /** The title between the quotes of its own, and the number that title ends in. */
  quoted: { title: string; number: number | null } | null;
  /** What of another repository it reverts, such as `acme/engine#12`; number and title mean nothing here then. */
  elsewhere: string | null;
  /** True where it does nothing else, as far as its words tell. */
  isAll: boolean;
}

/** A merged pull request, or, with `number` null, a commit that came without one. Titles are untrusted text. */
export interface Change {
  number: number | null;
  /** The merge commit, the squashed commit, or the last commit of a rebase. Null where GitHub has none. */
  commit: string | null;
  /** Further commits that stand for the whole change: reverting one of them reverts it. */
  aliases: readonly string[];
  /** All commits whose diffs make up the change, when `commit` alone does not. */
  rebased: readonly string[];
  title: string;
  author: { login: string | null; name: string | null };
  /** When it reached the branch: an instant in UTC. */
  at: string;
  url: string | null;
  /** Null: not known. */
  labels: readonly string[] | null;
  isBreaking: boolean;
  reverts: RevertHint | null;
}

/** Everything a source found in one window of one repository. */
export interface Reading {
  repository: Omit<RepositoryEntry, 'complete'>;
  /** Null: not known, as of a clone. */
  isPrivate: boolean | null;
  /** Oldest first, in the order they reached the branch. */
  changes: Change[];
  /** Where the window starts and ends; for tags the dates of their commits. */
  timeframe: { start: string | null; end: string | null };
  /** Rules files, the farthest first; a later one has the last word over an earlier one. */
  rules: RulesText[];
  /** False when something in the window could not be seen; `notices` then say what. */
  complete: boolean;
  notices: Notice[];
}

/** What marks an open pull request as part of the next release. */
export interface OpenPullMarks {
  labels: readonly string[];
  milestones: readonly string[];
}

/** An open pull request. Its title is untrusted text. */
export interface OpenPull {
  number: number;
  title: string;
  url: string;
  /** GitHub login. */
  author: string | null;
  labels: readonly string[];
}

/** What a change's paths are found by. */
export type PathSubject = Pick<Change, 'number' | 'commit' | 'rebased'>;

/** Where merged pull requests come from. */
export interface Source {
  kind: 'git' | 'github';
  key: string;
  read(query: SourceQuery): Promise<Reading>;
  /** Changed paths of each change, in the order given, both sides of a rename. */
  changedPaths(changes: readonly PathSubject[]): Promise<string[][]>;
  /**
   * Open pull requests into `base` with one of the marks, the oldest first; null where a source cannot know.
   * @param onGap told what could not be read, in words without names
   */
  openPulls(
    base: string,
    marks: OpenPullMarks,
    onGap: (gap: string) => void,
  ): Promise<readonly OpenPull[] | null>;
  /**
   * Merged pull requests by number, whether or not a window holds them; what is none is left out. Absent where a source
   * knows no more than its windows hold.
   * @throws ZenPulseError also when one could not be read in full
   */
  pullsByNumber?(numbers: readonly number[], signal: AbortSignal): Promise<Change[]>;
  /** Single changes, one by one; a clone knows those that `read` found. */
  details: Details;
  /** True when `changedPaths` costs nothing worth saving, so it may serve niceties too. */
  hasCheapPaths: boolean;
}
