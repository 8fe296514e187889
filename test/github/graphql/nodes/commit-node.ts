import type {
  Commit as CommitType,
  CommitAssociatedPullRequestsArgs,
  CommitHistoryArgs,
  CommitParentsArgs,
  GitActor,
} from '@octokit/graphql-schema';
import { bodyOf, type Commit, headlineOf, type Signature } from '../../state/commit.ts';
import { historyOf } from '../../state/commit-graph.ts';
import { objectId } from '../../state/digest.ts';
import { toInstant } from '../../state/instant.ts';
import { loginOf } from '../../state/login-of.ts';
import { commitOf, nameWithOwner, type Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import { nodeId } from '../node-id.ts';
import { byIssueOrder } from '../issue-order.ts';
import type { Served, View } from '../view.ts';

export function commitNode(view: View, repository: Repository, commit: Commit): Served<CommitType> {
  const path = `/${nameWithOwner(repository)}/commit/${commit.oid}`;
  return {
    __typename: 'Commit',
    id: nodeId('C', nameWithOwner(repository), commit.oid),
    oid: commit.oid,
    abbreviatedOid: commit.oid.slice(0, 7),
    url: view.webUrl + path,
    resourcePath: path,
    commitUrl: view.webUrl + path,
    commitResourcePath: path,
    message: commit.message,
    messageHeadline: headlineOf(commit.message),
    messageBody: bodyOf(commit.message),
    authoredDate: toInstant(commit.author.date),
    committedDate: toInstant(commit.committer.date),
    author: actorOf(view, commit.author),
    committer: actorOf(view, commit.committer),
    authoredByCommitter: commit.author.email === commit.committer.email,
    committedViaWeb: commit.committer.email === 'noreply@github.com',
    additions: sum(commit.files.map(({ additions }) => additions)),
    deletions: sum(commit.files.map(({ deletions }) => deletions)),
    changedFiles: commit.files.length,
    changedFilesIfAvailable: commit.files.length,
    repository: () => view.repository(repository),
    tree: () => view.gitObject(repository, { type: 'tree', path: '', commit: commit.oid }),
    parents: (args: CommitParentsArgs) =>
      connection('parents', commit.parents, args, (oid) =>
        view.commit(repository, commitOf(repository, oid)),
      ),
    history: (args: CommitHistoryArgs) =>
      connection('history', commitsWithin(repository, commit, args), args, (each) =>
        view.commit(repository, each),
      ),
    associatedPullRequests: (args: CommitAssociatedPullRequestsArgs) =>
      connection(
        'associatedPullRequests',
        view.pullsByCommit().get(commit.oid) ?? [],
        args,
        (owned) => view.pullRequest(owned.repository, owned.pull),
        byIssueOrder(args.orderBy, ({ pull }) => pull),
      ),
  };
}

export function actorOf(view: View, signature: Signature): Served<GitActor> {
  return {
    __typename: 'GitActor',
    name: signature.name,
    email: signature.email,
    // With the signer's zone, unlike `authoredDate`.
    date: signature.date,
    avatarUrl: `${view.webUrl}/${objectId(signature.email).slice(0, 8)}.png`,
    user: () => view.user(loginOf(signature)),
  };
}

/** `since` and `until` look at committer dates; a rebase keeps old author dates. */
function commitsWithin(
  repository: Repository,
  head: Commit,
  { since, until, path }: CommitHistoryArgs,
): readonly Commit[] {
  const isIn = ({ committer, files }: Commit) =>
    (!since || Date.parse(committer.date) >= Date.parse(since)) &&
    (!until || Date.parse(committer.date) <= Date.parse(until)) &&
    (!path || files.some((file) => file.path === path || file.path.startsWith(`${path}/`)));
  return historyOf(repository, head.oid).filter(isIn);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
