import { nodeId } from '../../graphql/node-id.ts';
import { objectId } from '../../state/digest.ts';
import { toInstant } from '../../state/instant.ts';
import { paginate } from '../paginate.ts';
import { requestedApp } from '../requested-app.ts';
import { requestedRepository } from '../requested-repository.ts';
import { notFound } from '../rest-error.ts';
import { route } from '../route.ts';
import { appEvents, appPermissions, installationShape } from '../shapes/installation-shape.ts';
import { repositoryShape } from '../shapes/repository-shape.ts';
import { userShape } from '../shapes/user-shape.ts';

const hour = 3_600_000;

/** GitHub's installation tokens have grown to about 520 characters: `ghs_` and a JWT. */
function newToken(at: number, serial: number): string {
  const part = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      objectId(name, String(at), String(serial), String(index)),
    ).join('');
  return `ghs_${part('head', 1)}.${part('body', 9)}.${part('sign', 3)}`;
}

export const appRoutes = [
  route('get', '/app', (request) => {
    const { id, slug } = requestedApp(request);
    const at = toInstant(request.state.now());
    return {
      status: 200,
      body: {
        id,
        slug,
        node_id: nodeId('A', id),
        owner: userShape(request, 'acme', 'Organization'),
        name: slug,
        description: null,
        external_url: `${request.webUrl}/apps/${slug}`,
        html_url: `${request.webUrl}/apps/${slug}`,
        created_at: at,
        updated_at: at,
        permissions: { ...appPermissions },
        events: [...appEvents],
      },
    };
  }),

  route('get', '/app/installations', (request) => {
    requestedApp(request);
    return { status: 200, body: [installationShape(request, request.state)] };
  }),

  route('get', '/app/installations/{installation_id}', (request) => {
    const { installationId } = requestedApp(request);
    if (request.params.installation_id !== String(installationId)) throw notFound();
    return { status: 200, body: installationShape(request, request.state) };
  }),

  route('get', '/repos/{owner}/{repo}/installation', (request) => {
    requestedApp(request);
    requestedRepository(request);
    return { status: 200, body: installationShape(request, request.state) };
  }),

  /** Good for an hour of the clock. */
  route('post', '/app/installations/{installation_id}/access_tokens', (request) => {
    const { installationId } = requestedApp(request);
    if (request.params.installation_id !== String(installationId)) throw notFound();
    const { state } = request;
    const expiresAt = state.now() + hour;
    const token = newToken(state.now(), state.issuedTokens.length);
    state.issuedTokens.push(token);
    state.tokens?.set(token, { expiresAt });
    return {
      status: 201,
      body: {
        token,
        expires_at: toInstant(expiresAt),
        permissions: { ...appPermissions },
        repository_selection: 'all' as const,
      },
    };
  }),

  route('get', '/installation/repositories', (request) => {
    const all = [...request.state.repositories.values()];
    const { items, headers } = paginate(request, all);
    const repositories = items.map((each) => repositoryShape(request, each));
    return {
      status: 200,
      headers,
      body: { total_count: all.length, repositories, repository_selection: 'all' },
    };
  }),
];
