import type { DeliveryOutputs } from '../../contract/action-outputs.ts';
import type { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { SlackPlan } from './plan-slack.ts';

/** As much of an error as is told. */
export type Problem = Pick<ZenPulseError, 'code' | 'message' | 'nextStep'>;

export interface CallbackOutcome {
  /** Name and port, nothing else of the address. */
  host: string;
  state: 'delivered' | 'refused' | 'exhausted';
  tries: number;
  /** Where the payload is kept when it did not arrive; null also when it could not be stored. */
  deadLetterUrl: string | null;
}

export interface SlackPost {
  state: 'sent' | 'failed' | 'unknown';
  posted: number;
  total: number;
}

/** What came of a delivery. */
export interface Outcome {
  /** Null without a callback_url. */
  callback: CallbackOutcome | null;
  plan: SlackPlan;
  /** Null when nothing was to be posted. */
  slack: SlackPost | null;
  /** Why the step fails; empty when all is well. */
  problems: Problem[];
}

const isHeldBack = (plan: SlackPlan) => plan === 'withheld' || plan === 'refused';

export const outcomeOutputs = ({ callback, plan, slack }: Outcome): DeliveryOutputs => ({
  callback_state: callback?.state ?? '',
  slack_state: slack?.state ?? (isHeldBack(plan) ? 'withheld' : ''),
  dead_letter_url: callback?.deadLetterUrl ?? '',
});

const triesOf = (count: number) => (count === 1 ? 'one try' : `${count} tries`);

function callbackLine({ host, state, tries, deadLetterUrl }: CallbackOutcome): string {
  if (state === 'delivered') return `Callback to ${host}: delivered (${triesOf(tries)}).`;
  const kept = deadLetterUrl === null ? '' : ` The payload is kept: ${deadLetterUrl}`;
  return `Callback to ${host}: not delivered (${state}, ${triesOf(tries)}).${kept}`;
}

function slackLine({ plan, slack }: Outcome): string | null {
  if (plan === 'withheld') return 'Slack: not posted, for the report is incomplete.';
  if (plan === 'refused') return 'Slack: not posted, for only whoever dispatched this run posts.';
  if (slack === null) return null;
  const what = plan === 'failure' ? 'the failure' : 'the report';
  const messages = `${slack.posted} of ${slack.total} messages`;
  switch (slack.state) {
    case 'sent':
      return `Slack: ${what} was posted (${messages}).`;
    case 'failed':
      return `Slack: ${what} was not posted${slack.posted === 0 ? '' : ' whole'} (${messages}).`;
    case 'unknown':
      return `Slack: not known whether ${what} was posted whole (${messages}).`;
  }
}

/** One line for each target, for the log and the summary. They hold no text of the report and no secret. */
export const outcomeLines = (outcome: Outcome): string[] =>
  [outcome.callback && callbackLine(outcome.callback), slackLine(outcome)].filter((line) => line !== null);

/** What somebody must decide though nothing failed, or beside what failed. */
export function outcomeWarnings({ callback, plan, slack }: Outcome): string[] {
  const isPosted = slack !== null && slack.posted > 0;
  const mayBeWhole = slack?.state === 'sent' || slack?.state === 'unknown';
  return [
    plan === 'withheld'
      ? 'The report is incomplete, for GitHub did not show all of it, so nothing was posted to Slack. Next: read it ' +
        'in the summary of the run; if it will do, post it by hand, else run all jobs again later.'
      : null,
    slack?.state === 'unknown'
      ? 'Nobody but Slack knows whether the last message was posted. Next: look in the channel; running this job ' +
        'again posts all messages again.'
      : null,
    slack?.state === 'failed' && isPosted
      ? `Slack has ${slack.posted} of ${slack.total} messages. Next: delete them before you run this job again, which posts all of them.`
      : null,
    callback !== null && callback.state !== 'delivered' && mayBeWhole
      ? 'Slack has been posted to, so running this job again for the callback posts there a second time. Next: send ' +
        'the payload of the dead letter yourself, or take the Slack inputs out before you run it again.'
      : null,
  ].filter((warning) => warning !== null);
}
