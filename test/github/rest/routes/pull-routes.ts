import type { PullRequest } from '../../state/pull-request.ts';
import { commitOf, type Repository } from '../../state/repository.ts';
import { paginate } from '../paginate.ts';
import { requestedRepository } from '../requested-repository.ts';
import { notFound } from '../rest-error.ts';
import { type RestRequest, route } from '../route.ts';
import { commitShape, fileShape } from '../shapes/commit-shape.ts';
import { pullRequestShape, wholePullRequestShape } from '../shapes/pull-request-shape.ts';

/** Limits of GitHub's lists below a pull request. */
const mostFiles = 3_000;
const mostCommits = 250;

function requestedPull(request: RestRequest<'owner' | 'repo' | 'pull_number'>): {
  repository: Repository;
  pull: PullRequest;
} {
  const repository = requestedRepository(request);
  const pull = repository.pulls.get(Number(request.params.pull_number));
  if (pull === undefined) throw notFound();
  return { repository, pull };
}

/** By creation, newest first, unless `sort` and `direction` say otherwise. */
function listed(repository: Repository, query: URLSearchParams): PullRequest[] {
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const head = query.get('head')?.replace(/^[^:]+:/, '');
  const field = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const descending = (query.get('direction') ?? (query.has('sort') ? 'asc' : 'desc')) === 'desc';
  return [...repository.pulls.values()]
    .filter(
      (pull) =>
        (state === 'all' || (state === 'open') === (pull.state === 'OPEN')) &&
        (!base || pull.base === base) &&
        (!head || pull.head === head),
    )
    .sort((a, b) => (descending ? -1 : 1) * (a[field].localeCompare(b[field]) || a.number - b.number));
}

export const pullRoutes = [
  route('get', '/repos/{owner}/{repo}/pulls', (request) => {
    const repository = requestedRepository(request);
    const { items, headers } = paginate(request, listed(repository, request.query));
    return { status: 200, headers, body: items.map((pull) => pullRequestShape(request, repository, pull)) };
  }),

  route('get', '/repos/{owner}/{repo}/pulls/{pull_number}', (request) => {
    const { repository, pull } = requestedPull(request);
    return { status: 200, body: wholePullRequestShape(request, repository, pull) };
  }),

  route('get', '/repos/{owner}/{repo}/pulls/{pull_number}/files', (request) => {
    const { repository, pull } = requestedPull(request);
    const { items, headers } = paginate(request, pull.files.slice(0, mostFiles));
    return {
      status: 200,
      headers,
      body: items.map((file) => fileShape(request, repository, pull.headOid, file)),
    };
  }),

  route('get', '/repos/{owner}/{repo}/pulls/{pull_number}/commits', (request) => {
    const { repository, pull } = requestedPull(request);
    const { items, headers } = paginate(request, pull.commits.slice(0, mostCommits));
    return {
      status: 200,
      headers,
      body: items.map((oid) => commitShape(request, repository, commitOf(repository, oid))),
    };
  }),

  route('get', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', (request) => {
    requestedPull(request);
    return { status: 200, body: [] };
  }),

  route('get', '/repos/{owner}/{repo}/pulls/{pull_number}/comments', (request) => {
    requestedPull(request);
    return { status: 200, body: [] };
  }),
];
