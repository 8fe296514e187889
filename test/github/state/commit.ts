/** Who wrote or committed, and when. */
export interface Signature {
  name: string;
  email: string;
  /** ISO 8601 with the signer's own zone. */
  date: string;
}

export interface ChangedFile {
  path: string;
  status: 'added' | 'modified' | 'removed' | 'renamed';
  /** Where a renamed file was. */
  previousPath?: string;
  additions: number;
  deletions: number;
}

export interface Commit {
  oid: string;
  parents: readonly string[];
  message: string;
  author: Signature;
  committer: Signature;
  /** Against the first parent, as GitHub shows a commit; also for merges. */
  files: readonly ChangedFile[];
  /**
   * Path to text of the files that can be read at this commit: all that pushes named, and of a seeded history
   * those under `.github/`. Commits that do not change one share the map of their parent.
   */
  tree: ReadonlyMap<string, string>;
}

export const headlineOf = (message: string): string => message.trim().split('\n', 1)[0] ?? '';

/** What follows the headline, without the blank line between. */
export const bodyOf = (message: string): string =>
  message.trim().slice(headlineOf(message).length).replace(/^\n+/, '');
