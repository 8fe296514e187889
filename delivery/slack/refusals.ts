interface Refusal {
  reason: string;
  next: string;
}

const channel: Refusal = {
  reason: 'it knows no such channel, or the app may not see it',
  next: 'Check slack_channel (the id from the end of "Copy link", such as C0123456789); in a private channel run "/invite @your-app" first.',
};
const token: Refusal = {
  reason: 'it does not accept the token',
  next: 'Copy the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions" of your Slack app into the secret anew; if the app was removed, install it again.',
};
const webhook: Refusal = {
  reason: 'the webhook is not there any more',
  next: 'Make a new one under "Incoming Webhooks" of your Slack app and store its address as the secret.',
};
const archived: Refusal = {
  reason: 'the channel is archived',
  next: 'Take it out of the archive, or choose another channel.',
};
const rules: Refusal = {
  reason: 'the rules of the workspace or of the channel do not let the app post there',
  next: 'Ask an administrator of the workspace who may post in that channel, or choose another one.',
};
const shape: Refusal = {
  reason: 'it does not accept the form or the length of the message',
  next: 'This is a fault of ZenPulse: please open an issue with this message. The report itself is in the run.',
};

/** What Slack's codes mean for whoever set this up. */
const refusals: Readonly<Record<string, Refusal>> = {
  channel_not_found: channel,
  invalid_channel: channel,
  user_not_found: channel,
  not_in_channel: {
    reason: 'the app is not in the channel',
    next: 'Run "/invite @your-app" in the channel, or give the app the scope chat:write.public for public channels.',
  },
  is_archived: archived,
  channel_is_archived: archived,
  invalid_auth: token,
  not_authed: token,
  account_inactive: token,
  token_revoked: token,
  token_expired: token,
  org_login_required: token,
  access_denied: rules,
  missing_scope: {
    reason: 'the app lacks a scope',
    next: 'Add the scope chat:write under "OAuth & Permissions" of your Slack app and install it again.',
  },
  not_allowed_token_type: {
    reason: 'it wants a token of another kind',
    next: 'Use the Bot User OAuth Token, which starts with xoxb-.',
  },
  action_prohibited: rules,
  ekm_access_denied: rules,
  restricted_action: rules,
  restricted_action_read_only_channel: rules,
  restricted_action_thread_only_channel: rules,
  restricted_action_non_threadable_channel: rules,
  restricted_action_thread_locked: rules,
  posting_to_general_channel_denied: rules,
  msg_too_long: shape,
  msg_blocks_too_long: shape,
  invalid_blocks: shape,
  invalid_blocks_format: shape,
  invalid_payload: shape,
  no_text: shape,
  no_service: webhook,
  no_service_id: webhook,
  no_team: webhook,
  team_disabled: webhook,
  invalid_token: webhook,
  message_limit_exceeded: {
    reason: 'the workspace has used up its messages for this period',
    next: 'Ask an administrator of the workspace.',
  },
  service_unavailable: {
    reason: 'it is out of service for now',
    next: 'See https://status.slack.com and send again.',
  },
};

/** By status, where Slack gave no code that is known. */
const byStatus: Readonly<Record<number, Refusal>> = {
  401: token,
  403: rules,
  404: webhook,
  410: webhook,
};

const unknown: Refusal = {
  reason: 'it gave no reason that ZenPulse knows',
  next: 'Look the code up at https://docs.slack.dev/reference/methods/chat.postMessage; sending the same again does not help.',
};

/**
 * @param code Slack's own code; null when it gave none
 * @param status of HTTP
 */
export function refusalOf(code: string | null, status: number): Refusal {
  const { reason, next } = (code === null ? undefined : refusals[code]) ?? byStatus[status] ?? unknown;
  return { reason: `${reason} (${code ?? status})`, next };
}
