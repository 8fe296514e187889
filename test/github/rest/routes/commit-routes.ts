import { historyOf } from '../../state/commit-graph.ts';
import { findCommit } from '../../state/find-revision.ts';
import { pullsByCommit } from '../../state/pulls-by-commit.ts';
import { commitOf, type Repository } from '../../state/repository.ts';
import { paginate } from '../paginate.ts';
import { requestedRepository } from '../requested-repository.ts';
import { RestError } from '../rest-error.ts';
import { route } from '../route.ts';
import { commitShape, fileShape } from '../shapes/commit-shape.ts';
import { pullRequestShape } from '../shapes/pull-request-shape.ts';

/** GitHub says so for a name it cannot find, while a malformed path is a 404. */
function commitNamed(repository: Repository, name: string) {
  const oid = findCommit(repository, name);
  if (oid === undefined) throw new RestError(422, `No commit found for SHA: ${name}`);
  return commitOf(repository, oid);
}

export const commitRoutes = [
  route('get', '/repos/{owner}/{repo}/commits', (request) => {
    const repository = requestedRepository(request);
    const { query } = request;
    const head = commitNamed(repository, query.get('sha') ?? 'HEAD');
    const [since, until, path] = ['since', 'until', 'path'].map((name) => query.get(name));
    const wanted = historyOf(repository, head.oid).filter(
      ({ committer, files }) =>
        (!since || Date.parse(committer.date) >= Date.parse(since)) &&
        (!until || Date.parse(committer.date) <= Date.parse(until)) &&
        (!path || files.some((file) => file.path === path || file.path.startsWith(`${path}/`))),
    );
    const { items, headers } = paginate(request, wanted);
    return { status: 200, headers, body: items.map((commit) => commitShape(request, repository, commit)) };
  }),

  /** Pull requests of any state and base; a just-merged one is missing until the index has caught up. */
  route('get', '/repos/{owner}/{repo}/commits/{commit_sha}/pulls', (request) => {
    const repository = requestedRepository(request);
    const { oid } = commitNamed(repository, request.params.commit_sha);
    const pulls = pullsByCommit(request.state).get(oid) ?? [];
    const { items, headers } = paginate(request, pulls);
    return {
      status: 200,
      headers,
      body: items.map((owned) => pullRequestShape(request, owned.repository, owned.pull)),
    };
  }),

  route('get', '/repos/{owner}/{repo}/commits/{ref}', (request) => {
    const repository = requestedRepository(request);
    const commit = commitNamed(repository, request.params.ref);
    const additions = commit.files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = commit.files.reduce((sum, file) => sum + file.deletions, 0);
    const { items, headers } = paginate(request, commit.files, 300);
    return {
      status: 200,
      headers,
      body: {
        ...commitShape(request, repository, commit),
        stats: { additions, deletions, total: additions + deletions },
        files: items.map((file) => fileShape(request, repository, commit.oid, file)),
      },
    };
  }),
];
