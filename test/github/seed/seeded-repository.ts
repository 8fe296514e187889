import type { Signature } from '../state/commit.ts';
import { changedIn } from '../state/compare-commits.ts';
import { objectId } from '../state/digest.ts';
import { addRepository, type GitHubState, type RepositoryOptions } from '../state/github-state.ts';
import { toInstant } from '../state/instant.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { commitOf, type Repository } from '../state/repository.ts';
import type { GitRepository } from './read-git-repository.ts';

export interface SeedOptions extends Omit<RepositoryOptions, 'defaultBranch'> {
  /** `owner/name`; default what `origin` says, else `acme/shop`. */
  name?: string;
}

/** A merged pull request as a seed knows it. */
export interface SeededPull {
  number: number;
  title: string;
  body: string;
  base: string;
  how: 'squash' | 'merge' | 'rebase';
  author: string | null;
  mergedBy: string | null;
  mergedAt: string;
  mergeCommit: string;
  /** What the merge brought to the base besides `mergeCommit`, oldest first. */
  otherCommits: readonly string[];
}

export function fillRepository(state: GitHubState, read: GitRepository, options: SeedOptions): Repository {
  const { name = read.name ?? 'acme/shop', ...rest } = options;
  const made = addRepository(state, name, { ...rest, defaultBranch: read.defaultBranch });
  const { commits, branches, tags } = read;
  return Object.assign(made, { commits, branches, tags });
}

/** Adds a merged pull request, whose last update is its merge. */
export function addSeededPull(repository: Repository, seed: SeededPull): PullRequest {
  const { number, title, body, base, author, mergedBy, mergeCommit } = seed;
  const merged = commitOf(repository, mergeCommit);
  const others = seed.otherCommits.map((oid) => commitOf(repository, oid));
  const commits = branchCommits(repository, seed);
  const mergedAt = toInstant(seed.mergedAt);
  const dates = commits.map((oid) => toInstant(commitOf(repository, oid).author.date));
  const [createdAt = mergedAt] = [...dates, mergedAt].sort();
  const pull: PullRequest = {
    number,
    title,
    body,
    author,
    labels: [],
    milestone: null,
    base,
    head: headNamed(merged.message) ?? `pull-${number}`,
    headOid: commits.at(-1) ?? mergeCommit,
    isCrossRepository: false,
    state: 'MERGED',
    isDraft: false,
    createdAt,
    updatedAt: mergedAt,
    mergedAt,
    closedAt: mergedAt,
    mergedBy,
    mergeCommit,
    commits,
    landed: seed.how === 'merge' ? [] : [...seed.otherCommits, mergeCommit],
    files: seed.how === 'rebase' ? changedIn([...others, merged]) : merged.files,
  };
  repository.pulls.set(number, pull);
  return pull;
}

/**
 * Commits of the head branch. Those of a squash or a rebase are not in git any more and are made up, for GitHub
 * keeps them under other ids: what was rebased has the same messages and author dates, what was squashed one
 * commit of an hour before.
 */
function branchCommits(repository: Repository, seed: SeededPull): string[] {
  if (seed.how === 'merge') return [...seed.otherCommits];
  const landed = [...seed.otherCommits, seed.mergeCommit].map((oid) => commitOf(repository, oid));
  let parents = landed[0]?.parents ?? [];
  return landed.map((commit) => {
    const oid = objectId('branch', String(seed.number), commit.oid);
    const author = seed.how === 'rebase' ? commit.author : anHourBefore(commit.author);
    const message = seed.how === 'rebase' ? commit.message : seed.title;
    repository.commits.set(oid, { ...commit, oid, parents, message, author, committer: author });
    parents = [oid];
    return oid;
  });
}

const anHourBefore = (author: Signature): Signature => ({
  ...author,
  date: new Date(Date.parse(author.date) - 3_600_000).toISOString(),
});

/** The head branch a merge commit of GitHub names: `… from acme/fix-totals`. */
function headNamed(message: string): string | undefined {
  return /^Merge pull request #\d+ from [^/\s]+\/(\S+)/.exec(message)?.[1];
}
