import type { ActionInputs } from '../../contract/action-inputs.ts';

/** Where a result goes, as the action and the one that reports back have it among their inputs. */
export interface DeliveryInputs
  extends Pick<
    ActionInputs,
    | 'slack_webhook_url'
    | 'slack_bot_token'
    | 'slack_channel'
    | 'slack_api_url'
    | 'callback_allowed_hosts'
    | 'callback_signing_secret'
    | 'retention_days'
  > {
  callback_url?: string | undefined;
  /** One-time token for the callback. */
  webhook_token?: string | undefined;
}

export const hasSlack = ({ slack_webhook_url: webhook, slack_bot_token: token }: DeliveryInputs): boolean =>
  webhook !== undefined || token !== undefined;

/** False when there is nowhere to deliver to: then nothing of the delivery is loaded. */
export const hasTarget = (inputs: DeliveryInputs): boolean =>
  inputs.callback_url !== undefined || hasSlack(inputs);
