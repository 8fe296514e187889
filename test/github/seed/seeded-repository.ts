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

/**
 * Adds a merged pull request. The branch of a squash or rebase merge is not in git any more, so its commits are
 * made up: GitHub keeps them, under other ids than what landed.
 */
export function addSeededPull(repository: Repository, seed: SeededPull): PullRequest {
  const { number, title, body, base, author, mergedBy, mergeCommit } = seed;
  const merged = commitOf(repository, mergeCommit);
  const others = seed.otherCommits.map((oid) => commitOf(repository, oid));
  const landed = seed.how === 'merge' ? [] : [...seed.otherCommits, mergeCommit];
  const commits =
    seed.how === 'merge' ? [...seed.otherCommits] : landed.map((oid) => branchCopy(repository, oid, number));
  const mergedAt = toInstant(seed.mergedAt);
  const firstAt = [merged, ...others].map((commit) => toInstant(commit.author.date)).sort()[0] ?? mergedAt;
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
    createdAt: firstAt < mergedAt ? firstAt : mergedAt,
    updatedAt: mergedAt,
    mergedAt,
    closedAt: mergedAt,
    mergedBy,
    mergeCommit,
    commits,
    landed,
    files: seed.how === 'rebase' ? changedIn([...others, merged]) : merged.files,
  };
  repository.pulls.set(number, pull);
  return pull;
}

function branchCopy(repository: Repository, oid: string, number: number): string {
  const landed = commitOf(repository, oid);
  const copy = objectId('branch', String(number), oid);
  repository.commits.set(copy, { ...landed, oid: copy, committer: { ...landed.author } });
  return copy;
}

/** The head branch a merge commit of GitHub names: `… from acme/fix-totals`. */
function headNamed(message: string): string | undefined {
  return /^Merge pull request #\d+ from [^/\s]+\/(\S+)/.exec(message)?.[1];
}
