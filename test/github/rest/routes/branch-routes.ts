import { type Repository, commitOf, nameWithOwner } from '../../state/repository.ts';
import { requestedRepository } from '../requested-repository.ts';
import { notFound } from '../rest-error.ts';
import { type RestRequest, route } from '../route.ts';
import { commitShape } from '../shapes/commit-shape.ts';

/** A branch; GitHub leads on from the old name of one that was renamed, by the repository's id. */
function branchAnswer(request: RestRequest, repository: Repository, branch: string) {
  const { apiUrl, webUrl } = request;
  const name = nameWithOwner(repository);
  const oid = repository.branches.get(branch);
  const renamed = repository.renamedBranches.get(branch);
  if (oid === undefined && renamed !== undefined) {
    const location = `${apiUrl}/repositories/${repository.id}/branches/${encodeURIComponent(renamed)}`;
    return {
      status: 301 as const,
      headers: { location },
      body: {
        message: 'Moved Permanently',
        url: location,
        documentation_url: 'https://docs.github.com/rest',
      },
    };
  }
  if (oid === undefined) throw notFound();
  const self = `${apiUrl}/repos/${name}/branches/${branch}`;
  return {
    status: 200 as const,
    body: {
      name: branch,
      commit: commitShape(request, repository, commitOf(repository, oid)),
      _links: { html: `${webUrl}/${name}/tree/${branch}`, self },
      protected: false,
      protection: { enabled: false },
      protection_url: `${self}/protection`,
    },
  };
}

export const branchRoutes = [
  route('get', '/repos/{owner}/{repo}/branches/{branch}', (request) =>
    branchAnswer(request, requestedRepository(request), request.params.branch),
  ),

  route('get', '/repositories/{repository_id}/branches/{branch}', (request) => {
    const { repository_id: id, branch } = request.params;
    const found = [...request.state.repositories.values()].find((each) => String(each.id) === id);
    if (found === undefined) throw notFound();
    return branchAnswer(request, found, branch);
  }),
];
