import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { problemOf } from '../dispatch/problem-of.ts';
import type { Message } from '../pulses/end-pulse.ts';
import { markOutdated } from '../triggers/mark-outdated.ts';
import { findWay, type Repository, type Way, waits } from './find-way.ts';
import { changePost, lockPost } from './post-row.ts';
import type { PostingEdges } from './posting-edges.ts';
import { messagesOf, type Sending, sendPost } from './send-post.ts';

/**
 * How long a post may take: Slack may have us wait for five minutes, and twenty messages take their time. Whoever has
 * not ended by then has crashed.
 */
export const leaseMs = 15 * 60_000;

/** What the text itself has against being posted without a look. */
function reasonOf({
  review_reason: review,
  outdated_reason: outdated,
}: Pick<Message, 'review_reason' | 'outdated_reason'>): ZenPulseError | null {
  const why = outdated ?? review;
  return why === null
    ? null
    : waits(why.replace(/\.$/, ''), 'Read it, and post it if it is right all the same.');
}

/** Marks the post as `sending`, or as waiting for a person; null when it is not due any more. */
async function begin(
  { db, clock, webUrl }: PostingEdges,
  messageId: string,
  { full_name: fullName }: Repository,
  way: Way,
): Promise<Sending | null> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockPost(trx, messageId);
    if (locked?.post.state !== 'due') return null;
    const { message, post } = locked;
    const now = clock();
    const hold = async (reason: ZenPulseError) => {
      await changePost(trx, post, 'hold', { now, problem: problemOf(reason) });
      return null;
    };
    if ('reason' in way) return hold(reasonOf(message) ?? way.reason);
    // A label may have come while the run was under way, when there was no draft to mark yet.
    const outdated = message.outdated_reason ?? (await markOutdated(trx, { clock }, message, way.policy));
    const reason = reasonOf({ ...message, outdated_reason: outdated });
    if (reason !== null) return hold(reason);
    const messages = messagesOf(message, way.target, { webUrl, fullName });
    if (messages === null) return hold(waits('it has no text', 'Start a new report.'));
    await changePost(trx, post, 'start', { now, problem: null });
    return { message, messages, target: way.target, isAutomatic: true };
  });
}

/** A post that someone else is sending is left to them, and looked at again when they must have ended. */
async function leaveOrAbandon({ db, clock, enqueue, log }: PostingEdges, messageId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const locked = await lockPost(trx, messageId);
    if (locked?.post.state !== 'sending') return;
    const now = clock();
    const until = new Date(locked.post.updated_at.getTime() + leaseMs);
    if (now < until) return enqueue(trx, 'post', { messageId }, { startAfter: until });
    const problem = new ZenPulseError('post_interrupted', {});
    await changePost(trx, locked.post, 'abandon', { now, problem: problemOf(problem) });
    log.warn({ messageId, code: problem.code, nextStep: problem.nextStep }, problem.message);
  });
}

/**
 * Job: posts a report to Slack, once, or says why a person has to. That it is about to be sent is stored before
 * anything leaves; one found that way after a crash is never sent again by itself.
 * @throws ZenPulseError `github_…` when the rules could not be read; the job is tried again
 */
export async function postMessage(edges: PostingEdges, { messageId }: { messageId: string }): Promise<void> {
  const found = await edges.db
    .selectFrom('posts')
    .innerJoin('messages', 'messages.id', 'posts.message_id')
    .innerJoin('repositories', 'repositories.id', 'messages.repository_id')
    .selectAll('repositories')
    .select('posts.state as post_state')
    .where('messages.id', '=', messageId)
    .executeTakeFirst();
  if (found?.post_state === 'sending') return leaveOrAbandon(edges, messageId);
  if (found?.post_state !== 'due') return;
  const way = await findWay(edges, found);
  const sending = await begin(edges, messageId, found, way);
  if (sending !== null) await sendPost(edges, sending);
}
