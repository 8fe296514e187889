import { nodeId } from '../../graphql/node-id.ts';
import { latestRelease } from '../../state/publish-release.ts';
import { nameWithOwner, type Release } from '../../state/repository.ts';
import { paginate } from '../paginate.ts';
import { requestedRepository } from '../requested-repository.ts';
import { notFound } from '../rest-error.ts';
import { route } from '../route.ts';
import { releaseShape } from '../shapes/release-shape.ts';

const newestFirst = (a: Release, b: Release) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id;

export const releaseRoutes = [
  route('get', '/repos/{owner}/{repo}/tags', (request) => {
    const repository = requestedRepository(request);
    const name = nameWithOwner(repository);
    const tags = [...repository.tags.values()].sort((a, b) => (a.name < b.name ? 1 : -1));
    const { items, headers } = paginate(request, tags);
    const url = `${request.apiUrl}/repos/${name}`;
    return {
      status: 200,
      headers,
      body: items.map((tag) => ({
        name: tag.name,
        commit: { sha: tag.commit, url: `${url}/commits/${tag.commit}` },
        zipball_url: `${url}/zipball/refs/tags/${tag.name}`,
        tarball_url: `${url}/tarball/refs/tags/${tag.name}`,
        node_id: nodeId('REF', name, `refs/tags/${tag.name}`),
      })),
    };
  }),

  route('get', '/repos/{owner}/{repo}/releases', (request) => {
    const repository = requestedRepository(request);
    const { items, headers } = paginate(request, [...repository.releases].sort(newestFirst));
    return {
      status: 200,
      headers,
      body: items.map((release) => releaseShape(request, repository, release)),
    };
  }),

  /** The newest that is neither a draft nor a pre-release. */
  route('get', '/repos/{owner}/{repo}/releases/latest', (request) => {
    const repository = requestedRepository(request);
    const release = latestRelease(repository.releases);
    if (release === undefined) throw notFound();
    return { status: 200, body: releaseShape(request, repository, release) };
  }),

  route('get', '/repos/{owner}/{repo}/releases/tags/{tag}', (request) => {
    const repository = requestedRepository(request);
    const release = repository.releases.find(({ tag, isDraft }) => tag === request.params.tag && !isDraft);
    if (release === undefined) throw notFound();
    return { status: 200, body: releaseShape(request, repository, release) };
  }),
];
