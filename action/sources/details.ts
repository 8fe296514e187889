/** What can be looked up about one change. Every text is untrusted: titles, bodies, messages, paths and patches. */

/** Some of something, and how many there are in all; `total` null: more than listed, not counted. */
export interface Listed<Item> {
  items: Item[];
  total: number | null;
}

export interface PullDetails {
  number: number;
  title: string;
  /** Empty where there is none. */
  body: string;
  author: string | null;
  /** Null: not known. */
  labels: string[] | null;
  /** An instant in UTC; null while it is open. */
  mergedAt: string | null;
  base: string;
  url: string | null;
  additions: number | null;
  deletions: number | null;
  changedFiles: number | null;
}

export const fileStatuses = ['added', 'modified', 'removed', 'renamed'] as const;

export interface ChangedFile {
  path: string;
  /** Null: not known. */
  status: (typeof fileStatuses)[number] | null;
  /** Null for binary files. */
  additions: number | null;
  deletions: number | null;
  /** Hunks of a unified diff; null when not asked for, or when the source gives none. */
  patch: string | null;
}

export interface CommitSummary {
  sha: string;
  message: string;
  author: string | null;
}

export interface CommitDetails extends CommitSummary {
  /** When it was committed: an instant in UTC. */
  at: string;
  /** With patches; of a merge, what it brought to its first parent. */
  files: Listed<ChangedFile>;
}

/**
 * Looks up single changes. A signal ends a look-up in flight, with its process or request.
 * @throws Error also for a number or commit that is not there
 */
export interface Details {
  pull(number: number, signal?: AbortSignal): Promise<PullDetails>;
  files(number: number, withPatches: boolean, signal?: AbortSignal): Promise<Listed<ChangedFile>>;
  /** The commits of its branch; of a squash, the one commit that stands for them. */
  commits(number: number, signal?: AbortSignal): Promise<Listed<CommitSummary>>;
  commit(sha: string, signal?: AbortSignal): Promise<CommitDetails>;
}

/** Most entries of one list. */
export const listLimit = 100;
