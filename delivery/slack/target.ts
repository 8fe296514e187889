import type { OutgoingRequest } from '../edges.ts';
import type { SlackMessage } from './block-kit.ts';

/** Where to post. The address of a webhook and the token are secrets: no error and no log shows them. */
export type SlackTarget =
  | { kind: 'webhook'; url: string }
  | {
      kind: 'bot';
      token: string;
      /** Id of a channel, such as C0123456789. */
      channel: string;
      /** Address of the Web API. Default `https://slack.com/api`. */
      apiUrl?: string | undefined;
    };

/** A message as Slack knows it. */
export interface PostedMessage {
  channel: string;
  ts: string;
}

/** Neither previews of links nor names in plain text that become live. */
const quiet = { unfurl_links: false, unfurl_media: false, link_names: false };

/**
 * The request that posts one message.
 * @param head the message it replies to, in whose thread it goes; null for the first, and with a webhook
 */
export function slackRequest(
  message: SlackMessage,
  target: SlackTarget,
  head: PostedMessage | null,
): OutgoingRequest {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  if (target.kind === 'webhook')
    return { url: target.url, headers, body: JSON.stringify({ ...message, ...quiet }) };
  const place = head === null ? { channel: target.channel } : { channel: head.channel, thread_ts: head.ts };
  const apiUrl = (target.apiUrl ?? 'https://slack.com/api').replace(/\/+$/, '');
  return {
    url: `${apiUrl}/chat.postMessage`,
    headers: { ...headers, authorization: `Bearer ${target.token}` },
    body: JSON.stringify({ ...place, ...message, ...quiet, parse: 'none' }),
  };
}
