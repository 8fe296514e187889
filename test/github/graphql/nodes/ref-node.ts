import type {
  Comparison,
  ComparisonCommitsArgs,
  Ref,
  RefAssociatedPullRequestsArgs,
  RefCompareArgs,
} from '@octokit/graphql-schema';
import { type ComparedCommits, compareCommits } from '../../state/compare-commits.ts';
import { findCommit, findRevision } from '../../state/find-revision.ts';
import { nameWithOwner, type Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import { byIssueOrder } from '../issue-order.ts';
import { nodeId } from '../node-id.ts';
import { pullsMatching } from '../pulls-matching.ts';
import type { RefName, Served, View } from '../view.ts';

/** A branch or a tag; null when there is none of that name. */
export function refNode(view: View, repository: Repository, { prefix, name }: RefName): Served<Ref> | null {
  const exists = prefix === 'refs/heads/' ? repository.branches.has(name) : repository.tags.has(name);
  if (!exists) return null;
  return {
    __typename: 'Ref',
    id: nodeId('REF', nameWithOwner(repository), prefix + name),
    name,
    prefix,
    repository: () => view.repository(repository),
    target: () => view.gitObject(repository, findRevision(repository, prefix + name)),
    compare: ({ headRef }: RefCompareArgs) => {
      const base = findCommit(repository, prefix + name);
      const head = findCommit(repository, headRef);
      const compared = base && head ? compareCommits(repository, base, head) : null;
      return compared === null ? null : view.comparison(repository, compared);
    },
    associatedPullRequests: (args: RefAssociatedPullRequestsArgs) =>
      connection(
        'associatedPullRequests',
        pullsMatching(repository, { ...args, headRefName: name }),
        args,
        (pull) => view.pullRequest(repository, pull),
        byIssueOrder(args.orderBy),
      ),
  };
}

export function comparisonNode(
  view: View,
  repository: Repository,
  { base, head, commits, behindBy, status }: ComparedCommits,
): Served<Comparison> {
  return {
    __typename: 'Comparison',
    id: nodeId('CMP', nameWithOwner(repository), base.oid, head.oid),
    aheadBy: commits.length,
    behindBy,
    status: status.toUpperCase(),
    baseTarget: () => view.commit(repository, base),
    headTarget: () => view.commit(repository, head),
    commits: (args: ComparisonCommitsArgs) => ({
      ...connection('commits', commits, args, (commit) => view.commit(repository, commit)),
      authorCount: new Set(commits.map(({ author }) => author.email)).size,
    }),
  };
}
