import { type GitHubState, repositoryOf } from './github-state.ts';
import { toInstant } from './instant.ts';
import type { PullRequest } from './pull-request.ts';
import { pullOf } from './repository.ts';

/** Changes a pull request and moves its `updatedAt` to the clock, so that it jumps ahead in a walk by that. */
export function updatePull(
  state: GitHubState,
  name: string,
  number: number,
  changes: Partial<PullRequest> = {},
): PullRequest {
  const pull = pullOf(repositoryOf(state, name), number);
  return Object.assign(pull, { updatedAt: toInstant(state.now()) }, changes);
}

/** Adds a label. */
export function labelPull(state: GitHubState, name: string, number: number, label: string): PullRequest {
  const { labels } = pullOf(repositoryOf(state, name), number);
  return updatePull(state, name, number, { labels: [...new Set([...labels, label])] });
}

/** Closes without a merge. */
export function closePull(state: GitHubState, name: string, number: number): PullRequest {
  return updatePull(state, name, number, { state: 'CLOSED', closedAt: toInstant(state.now()) });
}
