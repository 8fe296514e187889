import type { Commit, Signature } from './commit.ts';
import type { PullRequest } from './pull-request.ts';
import type { WorkflowRun } from './workflow.ts';

export interface Tag {
  name: string;
  /** The commit, peeled. */
  commit: string;
  /** The tag object of an annotated tag, which has an id of its own; null for a lightweight one. */
  annotation: Annotation | null;
}

export interface Annotation {
  oid: string;
  message: string;
  tagger: Signature;
  /** The annotated tag it names; null when it names the commit. */
  of: AnnotatedTag | null;
}

export type AnnotatedTag = Tag & { annotation: Annotation };

export interface Release {
  id: number;
  tag: string;
  name: string;
  body: string;
  isDraft: boolean;
  isPrerelease: boolean;
  createdAt: string;
  /** Null for a draft. */
  publishedAt: string | null;
  author: string;
}

export interface Repository {
  id: number;
  owner: string;
  name: string;
  ownerType: 'Organization' | 'User';
  isPrivate: boolean;
  defaultBranch: string;
  createdAt: string;
  /** Parents before children. Commits stay when no branch reaches them any more, as on GitHub. */
  commits: Map<string, Commit>;
  /** Branch to the id of its newest commit. */
  branches: Map<string, string>;
  /** Old names of branches to the new ones, where GitHub leads on from them. */
  renamedBranches: Map<string, string>;
  tags: Map<string, Tag>;
  releases: Release[];
  pulls: Map<number, PullRequest>;
  milestones: string[];
  runs: WorkflowRun[];
  /** Login to permission; everyone else may read a public repository. */
  collaborators: Map<string, 'admin' | 'write' | 'read'>;
}

export const nameWithOwner = ({ owner, name }: Pick<Repository, 'owner' | 'name'>): string =>
  `${owner}/${name}`;

/** Throws for a commit the repository lacks: state that names one is broken. */
export function commitOf(repository: Repository, oid: string): Commit {
  const commit = repository.commits.get(oid);
  if (commit === undefined) throw new Error(`${nameWithOwner(repository)} has no commit ${oid}`);
  return commit;
}

/** Throws for a number that is no pull request. */
export function pullOf(repository: Repository, number: number): PullRequest {
  const pull = repository.pulls.get(number);
  if (pull === undefined) throw new Error(`${nameWithOwner(repository)} has no pull request ${number}`);
  return pull;
}
