import type {
  Repository as RepositoryType,
  RepositoryMilestonesArgs,
  RepositoryObjectArgs,
  RepositoryPullRequestArgs,
  RepositoryPullRequestsArgs,
  RepositoryRefArgs,
  RepositoryRefsArgs,
  RepositoryReleaseArgs,
  RepositoryReleasesArgs,
} from '@octokit/graphql-schema';
import { toInstant } from '../../state/instant.ts';
import { findRevision } from '../../state/find-revision.ts';
import { latestRelease } from '../../state/publish-release.ts';
import { commitOf, nameWithOwner, type Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import { githubError } from '../github-error.ts';
import { byIssueOrder } from '../issue-order.ts';
import { nodeId } from '../node-id.ts';
import { pullsMatching } from '../pulls-matching.ts';
import type { RefName, Served, View } from '../view.ts';

export function repositoryNode(view: View, repository: Repository): Served<RepositoryType> {
  const { owner, name } = repository;
  const path = `/${nameWithOwner(repository)}`;
  return {
    __typename: 'Repository',
    id: nodeId('R', nameWithOwner(repository)),
    databaseId: repository.id,
    name,
    nameWithOwner: nameWithOwner(repository),
    url: view.webUrl + path,
    resourcePath: path,
    description: null,
    isPrivate: repository.isPrivate,
    isArchived: false,
    isFork: false,
    isEmpty: repository.branches.size === 0,
    isInOrganization: repository.ownerType === 'Organization',
    visibility: repository.isPrivate ? 'PRIVATE' : 'PUBLIC',
    createdAt: repository.createdAt,
    owner: {
      __typename: repository.ownerType,
      id: nodeId('O', owner),
      login: owner,
      url: `${view.webUrl}/${owner}`,
    },
    pullRequestTemplates: () => templates(view, repository),
    defaultBranchRef: () => view.ref(repository, { prefix: 'refs/heads/', name: repository.defaultBranch }),
    ref: ({ qualifiedName }: RepositoryRefArgs) => {
      const ref = refNamed(repository, qualifiedName);
      return ref === null ? null : view.ref(repository, ref);
    },
    refs: (args: RepositoryRefsArgs) => refs(view, repository, args),
    object: ({ expression, oid }: RepositoryObjectArgs) =>
      view.gitObject(repository, findRevision(repository, expression ?? oid ?? 'HEAD')),
    pullRequest: ({ number }: RepositoryPullRequestArgs) => {
      const pull = repository.pulls.get(number);
      if (pull === undefined) {
        throw githubError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      }
      return view.pullRequest(repository, pull);
    },
    pullRequests: (args: RepositoryPullRequestsArgs) =>
      connection(
        'pullRequests',
        pullsMatching(repository, args),
        args,
        (pull) => view.pullRequest(repository, pull),
        byIssueOrder(args.orderBy),
      ),
    milestones: (args: RepositoryMilestonesArgs) =>
      connection('milestones', repository.milestones, args, (title) => view.milestone(repository, title)),
    latestRelease: () => {
      const latest = latestRelease(repository.releases);
      return latest === undefined ? null : view.release(repository, latest);
    },
    release: ({ tagName }: RepositoryReleaseArgs) => {
      const release = repository.releases.find(({ tag }) => tag === tagName);
      return release === undefined ? null : view.release(repository, release);
    },
    releases: (args: RepositoryReleasesArgs) =>
      connection('releases', repository.releases, args, (release) => view.release(repository, release), {
        keyOf: (release) => [args.orderBy?.field === 'NAME' ? release.tag : release.createdAt, release.id],
        isDescending: args.orderBy?.direction === 'DESC',
      }),
  };
}

const templatePath = /^(?:\.github\/|docs\/)?pull_request_template(?:\.\w+|\/[^/]+)$/i;

/** Of the default branch, wherever GitHub looks for them. */
function templates(view: View, repository: Repository) {
  const tip = repository.branches.get(repository.defaultBranch);
  const tree = tip === undefined ? new Map<string, string>() : commitOf(repository, tip).tree;
  return [...tree]
    .filter(([path]) => templatePath.test(path))
    .map(([filename, body]) => ({
      __typename: 'PullRequestTemplate',
      filename,
      body,
      repository: () => view.repository(repository),
    }));
}

/** A full name is looked up first, then a short one among branches, then tags. */
function refNamed(repository: Repository, name: string): RefName | null {
  const [, prefix, rest] = /^(refs\/(?:heads|tags)\/)(.+)$/.exec(name) ?? [];
  if (rest !== undefined) return { prefix: prefix as RefName['prefix'], name: rest };
  if (repository.branches.has(name)) return { prefix: 'refs/heads/', name };
  return repository.tags.has(name) ? { prefix: 'refs/tags/', name } : null;
}

function refs(view: View, repository: Repository, args: RepositoryRefsArgs): object | null {
  const isTags = args.refPrefix.startsWith('refs/tags');
  if (!isTags && !args.refPrefix.startsWith('refs/heads')) return connection('refs', [], args, () => ({}));
  const commits = isTags
    ? new Map([...repository.tags.values()].map(({ name, commit }) => [name, commit]))
    : repository.branches;
  const query = args.query?.toLowerCase() ?? '';
  const names = [...commits.keys()].filter((name) => name.toLowerCase().includes(query));
  const dateOf = (name: string) => toInstant(commitOf(repository, commits.get(name) ?? '').committer.date);
  const byDate = isTags && args.orderBy?.field === 'TAG_COMMIT_DATE';
  const prefix = isTags ? 'refs/tags/' : 'refs/heads/';
  return connection('refs', names, args, (name) => view.ref(repository, { prefix, name }) ?? {}, {
    keyOf: (name) => (byDate ? [dateOf(name), name] : [name]),
    isDescending: (args.orderBy?.direction ?? args.direction) === 'DESC',
  });
}
