import type { Bot, User } from '@octokit/graphql-schema';
import { numberOf } from '../../state/digest.ts';
import { nodeId } from '../node-id.ts';
import type { Served, View } from '../view.ts';

/** A user or a bot. REST calls a bot `renovate[bot]`, GraphQL `renovate` with `__typename` Bot. */
export function actorNode({ webUrl }: View, login: string | null): Served<User & Bot> | null {
  if (login === null) return null;
  const isBot = login.endsWith('[bot]');
  const short = login.replace(/\[bot\]$/, '');
  const path = isBot ? `/apps/${short}` : `/${short}`;
  return {
    __typename: isBot ? 'Bot' : 'User',
    id: nodeId(isBot ? 'BOT' : 'U', login),
    databaseId: numberOf('user', login),
    login: short,
    url: webUrl + path,
    resourcePath: path,
    avatarUrl: `${webUrl}/${short}.png`,
    ...(isBot ? {} : { name: short, email: '' }),
  };
}

/** The account of a commit's author; bots and mail addresses without one have none. */
export function userNode(view: View, login: string | null): Served<User & Bot> | null {
  return login?.endsWith('[bot]') === true ? null : actorNode(view, login);
}
