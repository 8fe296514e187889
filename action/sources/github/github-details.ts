import type { Details } from '../details.ts';
import { readCommitDetails, readPullPatches } from './read-patches.ts';
import { readPullCommits, readPullDetails, readPullFiles } from './read-pull-details.ts';
import type { RepositoryContext } from './repository-context.ts';

/** Details from GitHub's API, one call each. */
export const githubDetails = (context: RepositoryContext): Details => ({
  pull: (number) => readPullDetails(context, number),
  files: (number, withPatches) =>
    withPatches ? readPullPatches(context, number) : readPullFiles(context, number),
  commits: (number) => readPullCommits(context, number),
  commit: (sha) => readCommitDetails(context, sha),
});
