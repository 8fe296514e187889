import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { SlackMessage } from '../../delivery/slack/block-kit.ts';
import { renderFailure } from '../../delivery/slack/render-failure.ts';
import { mostMessages, renderSlack } from '../../delivery/slack/render-slack.ts';
import type { SlackTarget } from '../../delivery/slack/target.ts';

/** What the messages say of the run beside its payload. */
export interface RunPlace {
  runUrl: string;
  /** The repository the workflow runs in. */
  repository: string;
}

/** The report of a completed run, or in short why there is none; nothing for a run that has neither. */
export function slackMessages(
  { results, error, artifact_uri: artifactUrl }: CallbackPayload,
  { runUrl, repository }: RunPlace,
  target: SlackTarget,
): SlackMessage[] {
  if (error !== null)
    return [renderFailure({ repository, message: error.message, nextStep: error.next_step, runUrl })];
  if (results === null || results.outline === null) return [];
  // A bot answers in a thread, which takes more than the channel itself.
  const most = target.kind === 'bot' ? mostMessages.thread : mostMessages.channel;
  return renderSlack(results.outline, { runUrl, artifactUrl }, most);
}
