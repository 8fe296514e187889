import { z } from 'zod';
import type { PulseRequestField } from './pulse-request.ts';
import { flag, httpUrl, listOf, text, wholeNumber } from './wire-types.ts';

const host = z
  .string()
  .regex(
    /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])(?::[1-9]\d{0,4})?$/i,
    'accepts host names, such as zenpulse.example.com or receiver.internal:8080',
  );

/**
 * Inputs of the action that are no part of a pulse request: the workflow file alone sets them. A dispatch must
 * not be able to send a key elsewhere or to widen where a report may go.
 */
export const actionInputFields = {
  github_token: text(4096)
    .optional()
    .describe("Token that reads the repositories. Default: the job's own, which reads this repository."),
  llm_api_key: text(4096)
    .optional()
    .describe('Key for the API that serves llm_model; the embedded writer needs none.'),
  llm_base_url: httpUrl
    .optional()
    .describe('Address of an OpenAI-compatible API. Default: https://api.openai.com/v1.'),
  mcp_server: text(4096)
    .optional()
    .describe(
      'Where the model gets its GitHub tools: github (the official server), builtin, the URL of an MCP ' +
        'server, or the path of a server binary. Default: github, or builtin for the embedded writer.',
    ),
  config_file: text(4096)
    .optional()
    .describe('Path of the rules file. Default: .github/zenpulse.yml of each repository.'),
  slack_webhook_url: httpUrl
    .optional()
    .describe('Incoming webhook that posts the report to Slack; no bot token is needed then.'),
  slack_bot_token: text(4096)
    .optional()
    .describe('Bot token (xoxb-…) with chat:write that posts the report to slack_channel.'),
  slack_channel: text(200)
    .optional()
    .describe('Id of the Slack channel (C0123456789) for slack_bot_token. A webhook has its own.'),
  slack_api_url: httpUrl
    .default('https://slack.com/api')
    .describe("Address of Slack's Web API for slack_bot_token; GovSlack has another."),
  callback_allowed_hosts: listOf(host)
    .default([])
    .describe(
      "Hosts that callback_url may name, over https on public addresses, beside Slack's own. An entry with a " +
        'port, such as receiver.internal:8080, also allows http and private addresses on exactly that host and port.',
    ),
  callback_signing_secret: text(512)
    .optional()
    .describe('Signs callbacks as Standard Webhooks do, for receivers other than ZenPulse (whsec_…).'),
  allow_private_sources: flag
    .default(false)
    .describe('Lets a run hosted in a public repository report on private ones: its artifacts are public.'),
  retention_days: wholeNumber(1, 400)
    .optional()
    .describe("Days the run artifact is kept. Default: the repository's setting."),
} as const;

export type ActionInputField = keyof typeof actionInputFields;

const actionInputsObject = z.strictObject(actionInputFields);

type SlackField = 'slack_webhook_url' | 'slack_bot_token' | 'slack_channel';

/** Rules over the inputs that say where in Slack to post. */
export function checkSlack(
  inputs: { [Field in SlackField]?: string | undefined },
  context: z.RefinementCtx,
): void {
  const { slack_webhook_url: webhook, slack_bot_token: token, slack_channel: channel } = inputs;
  const refuse = (field: SlackField, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message, input: inputs[field] });
  if (webhook && token) refuse('slack_webhook_url', 'accepts a value only without slack_bot_token');
  if (token && !channel) refuse('slack_channel', 'accepts the id of a channel, which slack_bot_token needs');
}

export const actionInputs = actionInputsObject.superRefine(checkSlack).meta({
  title: 'ZenPulse action inputs',
  description: 'What the workflow file sets beside the pulse request.',
});
export type ActionInputs = z.output<typeof actionInputs>;

/** Fields whose values are masked before anything else happens and are never stored or shown. */
export const secretInputs: ReadonlySet<string> = new Set<ActionInputField | PulseRequestField>([
  'github_token',
  'llm_api_key',
  'slack_webhook_url',
  'slack_bot_token',
  'callback_signing_secret',
  'webhook_token',
]);

/** Defaults that only GitHub can fill in, as expressions of `action.yml`. */
export const githubDefaults: Readonly<Partial<Record<ActionInputField | PulseRequestField, string>>> = {
  repo: '${{ github.repository }}',
  github_token: '${{ github.token }}',
};
