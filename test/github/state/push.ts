import { type ChangedFile, type Commit, headlineOf } from './commit.ts';
import { objectId } from './digest.ts';
import { type GitHubState, repositoryOf } from './github-state.ts';
import { identity } from './login-of.ts';
import { commitOf, type Repository } from './repository.ts';

export interface PushOptions {
  /** Default the default branch. A branch that does not exist starts at the tip of the default branch. */
  branch?: string;
  /** `Name <mail>`; default Ada Lovelace. */
  author?: string;
  /** Default the author. */
  committer?: string;
  /** ISO 8601; default the clock. */
  at?: string;
  /** Default `at`; a rebase keeps old ones. */
  authoredAt?: string;
  /** Path to text, null removes; default one new file. */
  files?: Readonly<Record<string, string | null>>;
}

export const defaultAuthor = 'Ada Lovelace <ada@example.com>';

/** Commits to a branch without a pull request. */
export function push(state: GitHubState, name: string, message: string, options: PushOptions = {}): Commit {
  const repository = repositoryOf(state, name);
  const branch = options.branch ?? repository.defaultBranch;
  const tip = repository.branches.get(branch) ?? repository.branches.get(repository.defaultBranch);
  const commit = addCommit(state, repository, message, tip === undefined ? [] : [tip], options);
  repository.branches.set(branch, commit.oid);
  return commit;
}

/** Records a commit that no branch names yet. */
export function addCommit(
  state: GitHubState,
  repository: Repository,
  message: string,
  parents: readonly string[],
  options: Omit<PushOptions, 'branch'> = {},
): Commit {
  const at = options.at ?? new Date(state.now()).toISOString();
  const author = options.author ?? defaultAuthor;
  const [parent] = parents;
  const before = parent === undefined ? new Map<string, string>() : commitOf(repository, parent).tree;
  const serial = repository.commits.size + 1;
  const files = options.files ?? { [`changes/${serial}.txt`]: `${headlineOf(message)}\n` };
  const commit: Commit = {
    oid: objectId(String(serial), at, message, ...parents),
    parents,
    message,
    author: { ...identity(author), date: options.authoredAt ?? at },
    committer: { ...identity(options.committer ?? author), date: at },
    files: changesOf(before, files),
    tree: treeAfter(before, files),
  };
  repository.commits.set(commit.oid, commit);
  return commit;
}

type Files = Readonly<Record<string, string | null>>;

const linesIn = (text: string | null | undefined): number => (text ? text.trimEnd().split('\n').length : 0);

function changesOf(before: ReadonlyMap<string, string>, files: Files): ChangedFile[] {
  return Object.entries(files).map(([path, text]) => {
    const old = before.get(path);
    const status = text === null ? 'removed' : old === undefined ? 'added' : 'modified';
    return { path, status, additions: linesIn(text), deletions: linesIn(old) };
  });
}

function treeAfter(before: ReadonlyMap<string, string>, files: Files): ReadonlyMap<string, string> {
  const changes = Object.entries(files);
  if (changes.length === 0) return before;
  const after = new Map(before);
  for (const [path, text] of changes) {
    if (text === null) after.delete(path);
    else after.set(path, text);
  }
  return after;
}
