import type {
  Query,
  QueryNodeArgs,
  QueryNodesArgs,
  QueryRepositoryArgs,
  QuerySearchArgs,
  RateLimit,
} from '@octokit/graphql-schema';
import { NotServedError } from '../http/not-served-error.ts';
import { findRepository, type GitHubState } from '../state/github-state.ts';
import { toInstant } from '../state/instant.ts';
import { pullsByCommit } from '../state/pulls-by-commit.ts';
import { searchPulls } from '../state/search-pulls.ts';
import { connection } from './connection.ts';
import { githubError } from './github-error.ts';
import { readNodeId } from './node-id.ts';
import { actorNode, userNode } from './nodes/actor-node.ts';
import { commitNode } from './nodes/commit-node.ts';
import { gitObjectNode } from './nodes/git-object-node.ts';
import { pullRequestNode } from './nodes/pull-request-node.ts';
import { comparisonNode, refNode } from './nodes/ref-node.ts';
import { milestoneNode, releaseNode } from './nodes/release-node.ts';
import { repositoryNode } from './nodes/repository-node.ts';
import type { QueryCost } from './query-cost.ts';
import type { Served, View } from './view.ts';

export interface Viewing {
  state: GitHubState;
  webUrl: string;
  apiUrl: string;
  /** False hides private repositories, as from a request without a token. */
  isKnown: boolean;
  cost: QueryCost;
  rateLimit: { limit: number; remaining: number; resetAt: number };
}

/** The fields of `Query`. What was read of a repository is kept for the one request only. */
export function queryRoot(viewing: Viewing): Served<Query> {
  const { state, isKnown } = viewing;
  const view = viewOf(viewing);
  const find = (name: string): object => {
    const found = findRepository(state, name);
    if (found === undefined || (found.isPrivate && !isKnown)) {
      throw githubError('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`);
    }
    return view.repository(found);
  };
  return {
    __typename: 'Query',
    repository: ({ owner, name }: QueryRepositoryArgs) => find(`${owner}/${name}`),
    viewer: () => view.user(state.viewer),
    rateLimit: () => rateLimit(viewing),
    node: ({ id }: QueryNodeArgs) => nodeById(view, id),
    nodes: ({ ids }: QueryNodesArgs) => ids.map((id) => nodeById(view, id)),
    search: (args: QuerySearchArgs) => {
      if (args.type !== 'ISSUE') throw new NotServedError(`a search of type ${args.type}`);
      const { total, found } = searchPulls(state, args.query);
      const page = connection('search', found, args, ({ repository, pull }) =>
        view.pullRequest(repository, pull),
      );
      return { ...page, issueCount: total };
    },
  };
}

function viewOf({ state, webUrl, apiUrl }: Viewing): View {
  let index: ReturnType<typeof pullsByCommit> | undefined;
  const view: View = {
    state,
    webUrl,
    apiUrl,
    pullsByCommit: () => {
      index ??= pullsByCommit(state);
      return index;
    },
    user: (login) => userNode(view, login),
    actor: (login) => actorNode(view, login),
    repository: (repository) => repositoryNode(view, repository),
    ref: (repository, ref) => refNode(view, repository, ref),
    gitObject: (repository, found) => gitObjectNode(view, repository, found),
    commit: (repository, commit) => commitNode(view, repository, commit),
    comparison: (repository, compared) => comparisonNode(view, repository, compared),
    pullRequest: (repository, pull) => pullRequestNode(view, repository, pull),
    release: (repository, release) => releaseNode(view, repository, release),
    milestone: (repository, title) => milestoneNode(view, repository, title),
  };
  return view;
}

function rateLimit({ cost, rateLimit: { limit, remaining, resetAt } }: Viewing): Served<RateLimit> {
  return {
    __typename: 'RateLimit',
    cost: cost.cost,
    nodeCount: cost.nodeCount,
    limit,
    remaining,
    used: limit - remaining,
    resetAt: toInstant(resetAt),
  };
}

/** Ids of repositories, pull requests and commits. */
function nodeById(view: View, id: string): object {
  const { type, parts: [name = '', key = ''] = [] } = readNodeId(id) ?? {};
  const repository = findRepository(view.state, name);
  const pull = type === 'PR' ? repository?.pulls.get(Number(key)) : undefined;
  const commit = type === 'C' ? repository?.commits.get(key) : undefined;
  if (repository !== undefined && pull !== undefined) return view.pullRequest(repository, pull);
  if (repository !== undefined && commit !== undefined) return view.commit(repository, commit);
  if (repository !== undefined && type === 'R') return view.repository(repository);
  throw githubError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}
