import type {
  PullRequest as PullRequestType,
  PullRequestClosingIssuesReferencesArgs,
  PullRequestCommentsArgs,
  PullRequestCommitsArgs,
  PullRequestFilesArgs,
  PullRequestLabelsArgs,
  PullRequestReviewsArgs,
} from '@octokit/graphql-schema';
import { numberOf, objectId } from '../../state/digest.ts';
import type { PullRequest } from '../../state/pull-request.ts';
import { commitOf, nameWithOwner, type Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import { nodeId } from '../node-id.ts';
import type { Served, View } from '../view.ts';

const changeTypes = { added: 'ADDED', modified: 'MODIFIED', removed: 'DELETED', renamed: 'RENAMED' } as const;

export function pullRequestNode(
  view: View,
  repository: Repository,
  pull: PullRequest,
): Served<PullRequestType> {
  const { mergeCommit } = pull;
  const path = `/${nameWithOwner(repository)}/pull/${pull.number}`;
  const none = (field: string) => (args: PullRequestReviewsArgs) => connection(field, [], args, () => ({}));
  const refOf = (name: string) => () => view.ref(repository, { prefix: 'refs/heads/', name });
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', nameWithOwner(repository), pull.number),
    databaseId: numberOf(path),
    number: pull.number,
    title: pull.title,
    body: pull.body,
    bodyText: pull.body,
    url: view.webUrl + path,
    permalink: view.webUrl + path,
    resourcePath: path,
    state: pull.state,
    isDraft: pull.isDraft,
    merged: pull.state === 'MERGED',
    closed: pull.state !== 'OPEN',
    locked: false,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    mergedAt: pull.mergedAt,
    closedAt: pull.closedAt,
    baseRefName: pull.base,
    headRefName: pull.head,
    headRefOid: pull.headOid,
    baseRef: refOf(pull.base),
    headRef: refOf(pull.head),
    isCrossRepository: pull.isCrossRepository,
    repository: () => view.repository(repository),
    baseRepository: () => view.repository(repository),
    author: () => view.actor(pull.author),
    authorAssociation: 'MEMBER',
    mergedBy: () => view.actor(pull.mergedBy),
    mergeCommit: () =>
      mergeCommit === null ? null : view.commit(repository, commitOf(repository, mergeCommit)),
    mergeable: pull.state === 'OPEN' ? 'MERGEABLE' : 'UNKNOWN',
    reviewDecision: null,
    milestone: () => (pull.milestone === null ? null : view.milestone(repository, pull.milestone)),
    additions: pull.files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: pull.files.reduce((sum, { deletions }) => sum + deletions, 0),
    changedFiles: pull.files.length,
    labels: (args: PullRequestLabelsArgs) => connection('labels', pull.labels, args, labelNode),
    commits: (args: PullRequestCommitsArgs) =>
      connection('commits', pull.commits, args, (oid) => ({
        __typename: 'PullRequestCommit',
        id: nodeId('PRC', nameWithOwner(repository), pull.number, oid),
        commit: () => view.commit(repository, commitOf(repository, oid)),
        pullRequest: () => view.pullRequest(repository, pull),
        url: `${view.webUrl}${path}/commits/${oid}`,
        resourcePath: `${path}/commits/${oid}`,
      })),
    files: (args: PullRequestFilesArgs) =>
      connection('files', pull.files, args, (file) => ({
        path: file.path,
        additions: file.additions,
        deletions: file.deletions,
        changeType: changeTypes[file.status],
        viewerViewedState: 'UNVIEWED',
      })),
    reviews: none('reviews'),
    comments: none('comments') satisfies (args: PullRequestCommentsArgs) => object,
    closingIssuesReferences: none('closingIssuesReferences') satisfies (
      args: PullRequestClosingIssuesReferencesArgs,
    ) => object,
  };
}

function labelNode(name: string) {
  return {
    __typename: 'Label',
    id: nodeId('LA', name),
    name,
    color: objectId(name).slice(0, 6),
    description: null,
    isDefault: false,
  };
}
