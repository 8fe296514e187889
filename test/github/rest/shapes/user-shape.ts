import { nodeId } from '../../graphql/node-id.ts';
import { numberOf } from '../../state/digest.ts';
import type { Links, Schemas } from './schemas.ts';

/** An account; bots keep their `[bot]` here. */
export function userShape(
  { apiUrl, webUrl }: Links,
  login: string,
  type: 'Bot' | 'User' | 'Organization' = login.endsWith('[bot]') ? 'Bot' : 'User',
) {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: numberOf('user', login),
    node_id: nodeId('U', login),
    avatar_url: `${webUrl}/${login}.png`,
    gravatar_id: '',
    url,
    html_url: `${webUrl}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  } satisfies Schemas['simple-user'];
}

/** What stands in for a deleted account. */
export function authorShape(links: Links, login: string | null) {
  return userShape(links, login ?? 'ghost');
}
