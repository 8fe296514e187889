import type { GitHubState } from '../../state/github-state.ts';
import { toInstant } from '../../state/instant.ts';
import type { Links, Schemas } from './schemas.ts';
import { userShape } from './user-shape.ts';

/** What the app asks for; see the permissions its manifest names. */
export const appPermissions = {
  actions: 'write',
  contents: 'read',
  metadata: 'read',
  pull_requests: 'read',
} as const satisfies Schemas['app-permissions'];

export const appEvents = ['installation_target', 'pull_request', 'push', 'release'];

/** The one installation, on the account that owns the repositories. */
export function installationShape(links: Links, { app, repositories, now }: GitHubState) {
  const [first] = repositories.values();
  const user = userShape(links, first?.owner ?? 'acme', first?.ownerType ?? 'Organization');
  const at = toInstant(now());
  const { login } = user;
  // The list of installations documents accounts with the fields of a user and of an enterprise.
  const account = { ...user, name: login, slug: login, created_at: at, updated_at: at };
  return {
    id: app.installationId,
    account,
    repository_selection: 'all' as const,
    access_tokens_url: `${links.apiUrl}/app/installations/${app.installationId}/access_tokens`,
    repositories_url: `${links.apiUrl}/installation/repositories`,
    html_url: `${links.webUrl}/settings/installations/${app.installationId}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: { ...appPermissions },
    events: [...appEvents],
    created_at: at,
    updated_at: at,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  } satisfies Schemas['installation'];
}
