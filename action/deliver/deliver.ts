import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { DeadLetter } from '../../contract/dead-letter.ts';
import { toZenPulseError, ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { DeliveryEdges } from '../../delivery/edges.ts';
import { deliverToSlack } from '../../delivery/slack.ts';
import { sendCallback } from '../../delivery/zenpulse.ts';
import { deadLetterOf } from '../../delivery/zenpulse/dead-letter.ts';
import type { CallbackTarget } from '../../delivery/zenpulse/callback-target.ts';
import type { SlackTarget } from '../../delivery/slack/target.ts';
import type { CallbackOutcome, Outcome, SlackPost } from './outcome.ts';
import { planSlack } from './plan-slack.ts';
import { type RunPlace, slackMessages } from './slack-messages.ts';

export interface Delivery {
  payload: CallbackPayload;
  callback: CallbackTarget | null;
  slack: SlackTarget | null;
  place: RunPlace;
  /** Whoever dispatched the run brought the callback's address: only they post. */
  isForApp: boolean;
  /** The result was not even trusted: nothing of it is posted. */
  isQuiet: boolean;
}

export interface DeliverEdges {
  callback: DeliveryEdges;
  slack: DeliveryEdges;
  /** Stores a callback that did not arrive. @returns where it is @throws ZenPulseError `artifact_failed` */
  keep: (letter: DeadLetter) => Promise<string>;
}

type Problems = Outcome['problems'];

async function callBack(
  payload: CallbackPayload,
  target: CallbackTarget,
  { callback, keep }: DeliverEdges,
  problems: Problems,
): Promise<CallbackOutcome> {
  const delivery = await sendCallback(payload, target, callback);
  const { state, tries, problem } = delivery;
  const outcome = { host: new URL(target.url).host, state, tries: tries.length, deadLetterUrl: null };
  if (problem) problems.push(problem);
  const letter = deadLetterOf(payload, target.url, delivery);
  if (letter === null) return outcome;
  try {
    return { ...outcome, deadLetterUrl: await keep(letter) };
  } catch (thrown) {
    problems.push(toZenPulseError(thrown));
    return outcome;
  }
}

async function post(
  { payload, place }: Delivery,
  target: SlackTarget,
  edges: DeliveryEdges,
  problems: Problems,
): Promise<SlackPost> {
  const messages = slackMessages(payload, place, target);
  const { state, posted, total, problem } = await deliverToSlack(messages, target, edges);
  if (problem) problems.push(problem);
  return { state, posted, total };
}

/**
 * Calls back, then posts to Slack; neither waits on the success of the other. The callback comes first, since its
 * receiver knows a repeated one: a step that is stopped in between can be run again without posting twice.
 */
export async function deliver(delivery: Delivery, edges: DeliverEdges): Promise<Outcome> {
  const { payload, callback, slack, isForApp, isQuiet } = delivery;
  const problems: Problems = [];
  const plan = planSlack(payload, { hasSlack: slack !== null, isForApp, isQuiet });
  const called = callback === null ? null : await callBack(payload, callback, edges, problems);
  const posts = slack !== null && (plan === 'report' || plan === 'failure');
  const posted = posts ? await post(delivery, slack, edges.slack, problems) : null;
  if (plan === 'refused') problems.push(new ZenPulseError('slack_with_app', {}));
  return { callback: called, plan, slack: posted, problems };
}
