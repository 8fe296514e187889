import type { SlackTarget } from '../../delivery/slack.ts';
import type { Configuration } from '../configuration.ts';

/** Where the environment says that reports go which have no credential of their own; null when it does not. */
export function slackFallback({
  slack,
  slackApiUrl,
}: Pick<Configuration, 'slack' | 'slackApiUrl'>): SlackTarget | null {
  return slack?.kind === 'bot' ? { ...slack, apiUrl: slackApiUrl } : slack;
}
