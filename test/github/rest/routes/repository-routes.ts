import { nodeId } from '../../graphql/node-id.ts';
import { findRevision } from '../../state/find-revision.ts';
import { nameWithOwner } from '../../state/repository.ts';
import { requestedRepository } from '../requested-repository.ts';
import { notFound } from '../rest-error.ts';
import { route } from '../route.ts';
import { fileContent, folderContent } from '../shapes/content-shape.ts';
import { repositoryShape } from '../shapes/repository-shape.ts';
import { userShape } from '../shapes/user-shape.ts';

export const repositoryRoutes = [
  route('get', '/repos/{owner}/{repo}', (request) => ({
    status: 200,
    body: repositoryShape(request, requestedRepository(request)),
  })),

  route('get', '/repositories/{repository_id}', (request) => {
    const { repository_id: id } = request.params;
    const found = [...request.state.repositories.values()].find((each) => String(each.id) === id);
    if (found === undefined) throw notFound();
    const { owner, name: repo } = found;
    const repository = requestedRepository({ ...request, params: { owner, repo } });
    return { status: 200, body: repositoryShape(request, repository) };
  }),

  /** A file with its text in base64, or the entries of a folder. */
  route('get', '/repos/{owner}/{repo}/contents/{path}', (request) => {
    const repository = requestedRepository(request);
    const ref = request.query.get('ref') ?? 'HEAD';
    const found = findRevision(repository, `${ref}:${request.params.path}`);
    if (found?.type !== 'blob' && found?.type !== 'tree') throw notFound();
    const body =
      found.type === 'blob'
        ? fileContent(request, repository, ref, found)
        : folderContent(request, repository, ref, found);
    return { status: 200, body };
  }),

  route('get', '/repos/{owner}/{repo}/git/ref/{ref}', (request) => {
    const repository = requestedRepository(request);
    const { ref } = request.params;
    const found = /^(?:heads|tags)\//.test(ref) ? findRevision(repository, `refs/${ref}`) : undefined;
    if (found?.type !== 'commit' && found?.type !== 'tag') throw notFound();
    // An annotated tag's ref names the tag object, not the commit.
    const sha = found.type === 'tag' ? found.tag.annotation.oid : found.oid;
    const url = `${request.apiUrl}/repos/${nameWithOwner(repository)}/git`;
    return {
      status: 200,
      body: {
        ref: `refs/${ref}`,
        node_id: nodeId('REF', nameWithOwner(repository), `refs/${ref}`),
        url: `${url}/refs/${ref}`,
        object: { type: found.type, sha, url: `${url}/${found.type}s/${sha}` },
      },
    };
  }),

  route('get', '/repos/{owner}/{repo}/git/tags/{tag_sha}', (request) => {
    const repository = requestedRepository(request);
    const found = findRevision(repository, request.params.tag_sha);
    if (found?.type !== 'tag') throw notFound();
    const { annotation, commit, name } = found.tag;
    const url = `${request.apiUrl}/repos/${nameWithOwner(repository)}/git`;
    return {
      status: 200,
      body: {
        node_id: nodeId('TA', nameWithOwner(repository), annotation.oid),
        tag: name,
        sha: annotation.oid,
        url: `${url}/tags/${annotation.oid}`,
        message: annotation.message,
        tagger: annotation.tagger,
        object:
          annotation.of === null
            ? { sha: commit, type: 'commit', url: `${url}/commits/${commit}` }
            : {
                sha: annotation.of.annotation.oid,
                type: 'tag',
                url: `${url}/tags/${annotation.of.annotation.oid}`,
              },
      },
    };
  }),

  route('get', '/repos/{owner}/{repo}/collaborators/{username}/permission', (request) => {
    const repository = requestedRepository(request);
    const { username } = request.params;
    const permission = repository.collaborators.get(username) ?? (repository.isPrivate ? 'none' : 'read');
    return {
      status: 200,
      body: {
        permission,
        role_name: permission,
        user: { ...userShape(request, username), role_name: permission },
      },
    };
  }),
];
