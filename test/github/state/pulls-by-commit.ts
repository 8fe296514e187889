import type { GitHubState } from './github-state.ts';
import { associatedCommits, type PullRequest } from './pull-request.ts';
import { nameWithOwner, type Repository } from './repository.ts';

/**
 * False while GitHub's index has not caught up with a merge. It lags for commits and for search, not for the
 * pull request itself or for lists of pull requests.
 */
export function isIndexed(state: GitHubState, repository: Repository, pull: PullRequest): boolean {
  if (state.lagging.has(`${nameWithOwner(repository)}#${pull.number}`)) return false;
  return pull.mergedAt === null || state.now() - Date.parse(pull.mergedAt) >= state.indexLagMs;
}

/** A pull request and the repository it was opened in. */
export interface OwnedPull {
  repository: Repository;
  pull: PullRequest;
}

/**
 * Commit to the pull requests GitHub names for it: of any state and into any base, since a commit can be in
 * several, and of every repository that knows the commit, as forks do. Just-merged ones are missing.
 */
export function pullsByCommit(state: GitHubState): ReadonlyMap<string, readonly OwnedPull[]> {
  const index = new Map<string, OwnedPull[]>();
  for (const repository of state.repositories.values())
    for (const pull of repository.pulls.values()) {
      if (!isIndexed(state, repository, pull)) continue;
      for (const oid of associatedCommits(pull)) {
        const before = index.get(oid);
        if (before === undefined) index.set(oid, [{ repository, pull }]);
        else before.push({ repository, pull });
      }
    }
  return index;
}
