import type { Details } from '../details.ts';
import { readCommitDetails, readPullPatches } from './read-patches.ts';
import { readPullCommits, readPullDetails, readPullFiles } from './read-pull-details.ts';
import type { RepositoryContext } from './repository-context.ts';

/** Details from GitHub's API, one call each. */
export function githubDetails(context: RepositoryContext): Details {
  const until = (signal: AbortSignal | undefined): RepositoryContext =>
    signal ? { ...context, client: context.client.until(signal) } : context;
  return {
    pull: (number, signal) => readPullDetails(until(signal), number),
    files: (number, withPatches, signal) =>
      (withPatches ? readPullPatches : readPullFiles)(until(signal), number),
    commits: (number, signal) => readPullCommits(until(signal), number),
    commit: (sha, signal) => readCommitDetails(until(signal), sha),
  };
}
