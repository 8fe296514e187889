import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { PostState } from '../store/tables.ts';
import { findTarget } from './find-way.ts';
import { changePost, lockPost } from './post-row.ts';
import type { PostingEdges } from './posting-edges.ts';
import { messagesOf, sendPost } from './send-post.ts';

export interface Asking {
  /** Who wants it posted; for the log. */
  who: string;
  /** They know that it may be in the channel already. */
  isConfirmed?: boolean;
}

const why: Record<PostState, { why: string; next: string }> = {
  due: { why: 'it is about to be posted by itself', next: 'Wait a moment.' },
  sending: { why: 'it is being posted', next: 'Wait until that has ended.' },
  sent: { why: 'it is posted', next: 'Nothing is left to do.' },
  unknown: {
    why: 'it may be in the channel already',
    next: 'Look there; if it is not, post it again and confirm that you looked.',
  },
  waiting: { why: 'it has no text', next: 'Start a new report.' },
  failed: { why: 'it has no text', next: 'Start a new report.' },
};

/**
 * Posts a report because a person wants it, whatever the rules say: one that waits or failed, and with their word that
 * they looked one that may be posted already.
 * @throws ZenPulseError `message_unknown`, `post_not_possible`, `slack_credential_missing`, `sealed_unreadable`
 */
export async function postNow(
  edges: PostingEdges,
  messageId: string,
  { who, isConfirmed = false }: Asking,
): Promise<{ state: PostState; problem: ZenPulseError | null }> {
  const { db, clock, log, webUrl } = edges;
  const repository = await db
    .selectFrom('messages')
    .innerJoin('repositories', 'repositories.id', 'messages.repository_id')
    .selectAll('repositories')
    .where('messages.id', '=', messageId)
    .executeTakeFirst();
  if (!repository) throw new ZenPulseError('message_unknown', {});
  const target = await findTarget(edges, repository);
  const sending = await db.transaction().execute(async (trx) => {
    const locked = await lockPost(trx, messageId);
    if (!locked) throw new ZenPulseError('post_not_possible', why.waiting);
    const { message, post } = locked;
    const messages = messagesOf(message, target, { webUrl, fullName: repository.full_name });
    const event = isConfirmed ? 'ask-again' : 'ask';
    const state = messages && (await changePost(trx, post, event, { now: clock(), problem: null }));
    if (messages === null || state === null) throw new ZenPulseError('post_not_possible', why[post.state]);
    return { message, messages, target, isAutomatic: false };
  });
  log.info({ messageId, who }, 'a person has it posted');
  return sendPost(edges, sending);
}
