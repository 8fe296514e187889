/** Where Slack takes incoming webhooks and calls of its Web API; GovSlack has hosts of its own. */
export const slackHosts = ['hooks.slack.com', 'slack.com', 'hooks.slack-gov.com', 'slack-gov.com'];
