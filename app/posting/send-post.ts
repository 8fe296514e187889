import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { deliverToSlack, type SlackDelivery, type SlackTarget } from '../../delivery/slack.ts';
import type { SlackMessage } from '../../delivery/slack/block-kit.ts';
import { mostMessages, renderSlack } from '../../delivery/slack/render-slack.ts';
import { problemOf } from '../dispatch/problem-of.ts';
import type { Message } from '../pulses/end-pulse.ts';
import type { PostState } from '../store/tables.ts';
import type { PostEvent } from './next-post-state.ts';
import { changePost, lockPost } from './post-row.ts';
import type { PostingEdges } from './posting-edges.ts';

const minuteMs = 60_000;
/** Between two tries when nothing could be sent. */
const pauseMs = 10 * minuteMs;
/** How old a text may be to be tried again by itself; a later post would surprise. */
const patienceMs = 6 * 60 * minuteMs;

/** Ends with which nothing was sent and after which another try may do. */
const passing: readonly ZenPulseError['code'][] = [
  'destination_unreachable',
  'slack_rate_limited',
  'slack_stopped',
];

export interface Place {
  /** `https://github.com`, or an Enterprise Server's. */
  webUrl: string;
  /** `owner/name`. */
  fullName: string;
}

function runUrl({ webUrl, fullName }: Place, runId: string | null): string | null {
  const [id] = (runId ?? '').split('-');
  return /^\d+$/.test(id ?? '') ? `${webUrl}/${fullName}/actions/runs/${id}` : null;
}

/** The text as messages for Slack; null when there is none to post. */
export function messagesOf(
  { status, results, pipeline_run_id: runId, artifact_uri: artifactUrl }: Message,
  { kind }: SlackTarget,
  place: Place,
): SlackMessage[] | null {
  const outline = status === 'completed' ? results?.outline : null;
  if (!outline) return null;
  const links = { runUrl: runUrl(place, runId), artifactUrl };
  // A bot answers in a thread, which takes more than the channel itself.
  return renderSlack(outline, links, kind === 'bot' ? mostMessages.thread : mostMessages.channel);
}

/** What an end means. One that left a part in the channel is for a person, whatever the reason. */
function eventOf({ state, posted, total, problem }: SlackDelivery, mayPostpone: boolean) {
  const is = (event: PostEvent, told: ZenPulseError | null) => ({ event, problem: told });
  if (state === 'sent') return is('sent', null);
  if (posted > 0) {
    const why = problem?.message ?? '';
    return is('unclear', new ZenPulseError('slack_partly_posted', { posted, total, why }));
  }
  if (state === 'unknown') return is('unclear', problem);
  const isPassing = problem !== null && passing.includes(problem.code);
  return is(isPassing && mayPostpone ? 'postpone' : 'refused', problem);
}

export interface Sending {
  message: Message;
  messages: readonly SlackMessage[];
  target: SlackTarget;
  /** Nobody waits for it, so it may be tried again later. */
  isAutomatic: boolean;
}

/**
 * Sends what is marked as `sending`, and marks what came of it.
 * @returns the new state and what is wrong
 */
export async function sendPost(
  edges: PostingEdges,
  { message, messages, target, isAutomatic }: Sending,
): Promise<{ state: PostState; problem: ZenPulseError | null }> {
  const { db, clock, enqueue, delivery, log } = edges;
  const result = await deliverToSlack(messages, target, delivery);
  const now = clock();
  const mayPostpone = isAutomatic && now.getTime() < message.updated_at.getTime() + patienceMs;
  const { event, problem } = eventOf(result, mayPostpone);
  const state = await db.transaction().execute(async (trx) => {
    const locked = await lockPost(trx, message.id);
    if (!locked) throw new Error(`The post of ${message.id} vanished`);
    const changed = await changePost(trx, locked.post, event, {
      now,
      problem: problem && problemOf(problem),
      channel: result.message?.channel ?? null,
      ts: result.message?.ts ?? null,
    });
    if (changed === 'due')
      await enqueue(
        trx,
        'post',
        { messageId: message.id },
        { startAfter: new Date(now.getTime() + pauseMs) },
      );
    return changed ?? locked.post.state;
  });
  const facts = { messageId: message.id, state, posted: result.posted, total: result.total };
  if (problem === null) log.info(facts, 'posted to Slack');
  else log.warn({ ...facts, code: problem.code, nextStep: problem.nextStep }, problem.message);
  return { state, problem };
}
