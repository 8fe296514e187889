import type { SlackTarget } from '../../delivery/slack/target.ts';
import type { DeliveryInputs } from './delivery-inputs.ts';

/** Where in Slack to post; null without inputs for it. The contract lets a webhook and a token not stand together. */
export function slackTarget({
  slack_webhook_url: url,
  slack_bot_token: token,
  slack_channel: channel,
  slack_api_url: apiUrl,
}: DeliveryInputs): SlackTarget | null {
  if (url !== undefined) return { kind: 'webhook', url };
  return token === undefined || channel === undefined ? null : { kind: 'bot', token, channel, apiUrl };
}
