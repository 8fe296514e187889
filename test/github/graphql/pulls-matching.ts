import type { RepositoryPullRequestsArgs } from '@octokit/graphql-schema';
import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';

type Filter = Pick<RepositoryPullRequestsArgs, 'states' | 'baseRefName' | 'headRefName' | 'labels'>;

/** Pull requests of a list, in no order. A label is enough when it is one of several. */
export function pullsMatching(
  repository: Repository,
  { states, baseRefName, headRefName, labels }: Filter,
): PullRequest[] {
  return [...repository.pulls.values()].filter(
    (pull) =>
      (!states || states.includes(pull.state)) &&
      (!baseRefName || pull.base === baseRefName) &&
      (!headRefName || pull.head === headRefName) &&
      (!labels || pull.labels.some((label) => labels.includes(label))),
  );
}
