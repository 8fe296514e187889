import type { Commit } from './commit.ts';
import { type GitHubState, repositoryOf } from './github-state.ts';
import { toInstant } from './instant.ts';
import { identity, loginOf } from './login-of.ts';
import type { PullRequest } from './pull-request.ts';
import { addCommit } from './push.ts';
import { commitOf, pullOf, type Repository } from './repository.ts';

export interface MergeOptions {
  /** Default `squash`. */
  how?: 'squash' | 'merge' | 'rebase';
  /** Who pressed the button, `Name <mail>`; default Grace Hopper. */
  by?: string;
  /** ISO 8601; default the clock. */
  at?: string;
  /** Keep the head branch; default false, it is deleted. */
  keepsBranch?: boolean;
}

const gitHub = 'GitHub <noreply@github.com>';

/** Merges an open pull request into its base branch, in the words GitHub uses, and returns it. */
export function mergePull(
  state: GitHubState,
  name: string,
  number: number,
  options: MergeOptions = {},
): PullRequest {
  const repository = repositoryOf(state, name);
  const pull = pullOf(repository, number);
  if (pull.state !== 'OPEN') throw new Error(`pull request ${number} is ${pull.state.toLowerCase()}`);
  const by = options.by ?? 'Grace Hopper <grace@example.com>';
  const at = options.at ?? new Date(state.now()).toISOString();
  const made = mergeCommits(state, repository, pull, { how: options.how ?? 'squash', by, at });
  const mergeCommit = made.at(-1);
  if (mergeCommit === undefined) throw new Error(`pull request ${number} has no commits`);
  repository.branches.set(pull.base, mergeCommit.oid);
  if (options.keepsBranch !== true) repository.branches.delete(pull.head);
  return Object.assign(pull, {
    state: 'MERGED',
    mergedAt: toInstant(at),
    closedAt: toInstant(at),
    updatedAt: toInstant(at),
    mergedBy: loginOf(identity(by)),
    mergeCommit: mergeCommit.oid,
    landed: made.map(({ oid }) => oid),
  } satisfies Partial<PullRequest>);
}

/** The commits a merge adds to the base, oldest first; the last is the merge commit. */
function mergeCommits(
  state: GitHubState,
  repository: Repository,
  pull: PullRequest,
  { how, by, at }: { how: 'squash' | 'merge' | 'rebase'; by: string; at: string },
): Commit[] {
  const base = repository.branches.get(pull.base);
  if (base === undefined) throw new Error(`branch '${pull.base}' is gone`);
  const commits = pull.commits.map((oid) => commitOf(repository, oid));
  const nameOf = ({ author }: Commit) => `${author.name} <${author.email}>`;
  const files = Object.assign({}, ...commits.map(textsOf)) as Record<string, string | null>;
  if (how === 'merge') {
    const message = `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}\n\n${pull.title}`;
    const parents = [base, pull.headOid];
    return [addCommit(state, repository, message, parents, { author: by, committer: gitHub, at, files })];
  }
  if (how === 'squash') {
    const [first] = commits;
    const author = first === undefined ? by : nameOf(first);
    const message = pull.body === '' ? '' : `\n\n${pull.body}`;
    return [
      addCommit(state, repository, `${pull.title} (#${pull.number})${message}`, [base], {
        author,
        committer: gitHub,
        at,
        files,
      }),
    ];
  }
  return commits.reduce<Commit[]>((made, commit) => {
    const parent = made.at(-1)?.oid ?? base;
    const copy = addCommit(state, repository, commit.message, [parent], {
      author: nameOf(commit),
      committer: by,
      at,
      authoredAt: commit.author.date,
      files: textsOf(commit),
    });
    return [...made, copy];
  }, []);
}

/** The files a commit changed, with their text where it is known. */
function textsOf(commit: Commit): Record<string, string | null> {
  return Object.fromEntries(
    commit.files.map(({ path, status }) => [
      path,
      status === 'removed' ? null : (commit.tree.get(path) ?? ''),
    ]),
  );
}
