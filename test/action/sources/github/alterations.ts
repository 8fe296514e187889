import type { StoryCommit, WrittenHistory } from '../../../git/git-history.ts';
import { objectId } from '../../../github/state/digest.ts';
import {
  addRepository,
  findRepository,
  type GitHubState,
  repositoryOf,
} from '../../../github/state/github-state.ts';
import { toInstant } from '../../../github/state/instant.ts';
import type { PullRequest } from '../../../github/state/pull-request.ts';
import { pullOf } from '../../../github/state/repository.ts';
import { updatePull } from '../../../github/state/update-pull.ts';

/** What GitHub knows otherwise than the story: applied to the stand-in once it has the story's commits. */
export type Alteration = (state: GitHubState, written: WrittenHistory) => void;

const repository = 'acme/shop';

/** GitHub closed it without knowing that a bot had merged it. */
export const closedUnmerged =
  (number: number): Alteration =>
  (state) =>
    updatePull(state, repository, number, {
      state: 'CLOSED',
      mergedAt: null,
      mergeCommit: null,
      landed: [],
    });

export const withLeftOut =
  (number: number, leftOut: number): Alteration =>
  (state) => {
    const { commits } = pullOf(repositoryOf(state, repository), number);
    const merges = Array.from({ length: leftOut }, () => commits[0] as string);
    Object.assign(pullOf(repositoryOf(state, repository), number), { commits: [...merges, ...commits] });
  };

const forkPull = (number: number, oid: string, at: string): PullRequest => ({
  number,
  title: 'Work in my fork',
  body: '',
  author: 'ada',
  labels: [],
  milestone: null,
  base: 'main',
  head: 'work',
  headOid: oid,
  isCrossRepository: false,
  state: 'MERGED',
  isDraft: false,
  createdAt: toInstant(at),
  updatedAt: toInstant(at),
  mergedAt: toInstant(at),
  closedAt: toInstant(at),
  mergedBy: 'ada',
  mergeCommit: oid,
  commits: [oid],
  landed: [],
  files: [],
});

/** A pull request of a fork, merged there, that holds a commit of ours. */
export const inFork =
  (number: number, commit: StoryCommit): Alteration =>
  (state, written) => {
    const own = repositoryOf(state, repository);
    const fork = findRepository(state, 'ada/shop') ?? addRepository(state, 'ada/shop');
    const oid = written.sha(commit);
    fork.commits = own.commits;
    fork.pulls.set(number, forkPull(number, oid, own.commits.get(oid)?.committer.date ?? ''));
  };

/**
 * A history that was rewritten after its pull requests merged: GitHub still names the commits from before, in the same
 * words. Rebases stay, for nothing but links tells their commits; so does what merged elsewhere, from where it is picked.
 */
export const rewritten: Alteration = (state) => {
  const own = repositoryOf(state, repository);
  for (const pull of own.pulls.values()) {
    if (pull.base !== own.defaultBranch) continue;
    const commit = own.commits.get(pull.mergeCommit ?? '');
    if (!commit || !/^Merge pull request|\(#\d+\)$/m.test(commit.message.split('\n', 1)[0] ?? '')) continue;
    const oid = objectId('before', commit.oid);
    own.commits.set(oid, { ...commit, oid });
    Object.assign(pull, { mergeCommit: oid, commits: [oid], landed: [] });
  }
};
