import type { Commit } from '../state/commit.ts';
import type { ComparedCommits } from '../state/compare-commits.ts';
import type { GitObject } from '../state/find-revision.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { OwnedPull } from '../state/pulls-by-commit.ts';
import type { Release, Repository } from '../state/repository.ts';

/**
 * A node of the schema's type `T`, with the fields the stand-in serves: a name the schema lacks does not compile,
 * a wrong value does not execute. A function gets the field's arguments.
 */
export type Served<T> = { readonly __typename: string } & { readonly [Field in keyof T]?: unknown };

/** What nodes are made from, for one request. The makers are here so that nodes can lead to each other. */
export interface View {
  state: GitHubState;
  webUrl: string;
  apiUrl: string;
  pullsByCommit(): ReadonlyMap<string, readonly OwnedPull[]>;
  /** `users` are never bots: git knows those as people without an account. */
  user(login: string | null): object | null;
  actor(login: string | null): object | null;
  repository(repository: Repository): object;
  ref(repository: Repository, ref: RefName): object | null;
  gitObject(repository: Repository, found: GitObject | undefined): object | null;
  commit(repository: Repository, commit: Commit): object;
  comparison(repository: Repository, compared: ComparedCommits): object;
  pullRequest(repository: Repository, pull: PullRequest): object;
  release(repository: Repository, release: Release): object;
  milestone(repository: Repository, title: string): object;
}

export interface RefName {
  prefix: 'refs/heads/' | 'refs/tags/';
  name: string;
}
