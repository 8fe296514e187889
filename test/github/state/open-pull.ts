import { changedIn } from './compare-commits.ts';
import { log, reachable } from './commit-graph.ts';
import { findCommit } from './find-revision.ts';
import { type GitHubState, repositoryOf } from './github-state.ts';
import { toInstant } from './instant.ts';
import { identity, loginOf } from './login-of.ts';
import type { PullRequest } from './pull-request.ts';
import { addCommit, defaultAuthor, type PushOptions } from './push.ts';
import { commitOf } from './repository.ts';

export interface OpenPullOptions {
  /** Default the next free number. */
  number?: number;
  title: string;
  body?: string;
  /** `Name <mail>` of the commits, its login opens the pull request; default Ada Lovelace. */
  author?: string;
  /** Default the default branch. */
  base?: string;
  /** A branch that exists; default one of its own, with `commits`. */
  head?: string;
  /** Messages of the own branch's commits; default one that says the title. */
  commits?: readonly string[];
  files?: PushOptions['files'];
  labels?: readonly string[];
  milestone?: string | null;
  isDraft?: boolean;
  isCrossRepository?: boolean;
  /** ISO 8601; default the clock. */
  at?: string;
}

/** Opens a pull request and returns it. */
export function openPull(state: GitHubState, name: string, options: OpenPullOptions): PullRequest {
  const repository = repositoryOf(state, name);
  const base = options.base ?? repository.defaultBranch;
  const baseOid = findCommit(repository, base);
  if (baseOid === undefined) throw new Error(`'${base}' names no commit in ${name}`);
  const number = options.number ?? Math.max(0, ...repository.pulls.keys()) + 1;
  const author = options.author ?? defaultAuthor;
  const at = toInstant(options.at ?? state.now());
  const head = options.head ?? `pull-${number}`;
  if (options.head === undefined) {
    const { files } = options;
    const tip = (options.commits ?? [options.title]).reduce(
      (parent, message) =>
        addCommit(state, repository, message, [parent], { author, at, ...(files ? { files } : {}) }).oid,
      baseOid,
    );
    repository.branches.set(head, tip);
  }
  const headOid = findCommit(repository, head);
  if (headOid === undefined) throw new Error(`'${head}' names no commit in ${name}`);
  const commits = log(repository, headOid, reachable(repository, baseOid)).reverse();
  const pull: PullRequest = {
    number,
    title: options.title,
    body: options.body ?? '',
    author: loginOf(identity(author)),
    labels: [...(options.labels ?? [])],
    milestone: options.milestone ?? null,
    base,
    head,
    headOid,
    isCrossRepository: options.isCrossRepository ?? false,
    state: 'OPEN',
    isDraft: options.isDraft ?? false,
    createdAt: at,
    updatedAt: at,
    mergedAt: null,
    closedAt: null,
    mergedBy: null,
    mergeCommit: null,
    commits: commits.map(({ oid }) => oid),
    landed: [],
    files: changedIn(commits.map(({ oid }) => commitOf(repository, oid))),
  };
  repository.pulls.set(number, pull);
  if (pull.milestone !== null && !repository.milestones.includes(pull.milestone)) {
    repository.milestones.push(pull.milestone);
  }
  return pull;
}
