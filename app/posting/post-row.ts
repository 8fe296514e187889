import type { Selectable } from 'kysely';
import type { Message } from '../pulses/end-pulse.ts';
import type { Trx } from '../store/store.ts';
import type { PostTable, Problem } from '../store/tables.ts';
import { nextPostState, type PostEvent } from './next-post-state.ts';

export type Post = Selectable<PostTable>;

/** A message and its post, both locked until the transaction ends, in the order callbacks lock them. */
export async function lockPost(
  trx: Trx,
  messageId: string,
): Promise<{ message: Message; post: Post } | null> {
  const message = await trx
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  const post = await trx
    .selectFrom('posts')
    .selectAll()
    .where('message_id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  return message && post ? { message, post } : null;
}

export interface PostChange {
  now: Date;
  problem: Problem | null;
  channel?: string | null;
  ts?: string | null;
}

/** Lets something happen to a post that is locked. @returns its new state; null when it may not happen now */
export async function changePost(trx: Trx, post: Post, event: PostEvent, change: PostChange) {
  const state = nextPostState(post.state, event);
  if (state === null) return null;
  const { now, problem, ...place } = change;
  await trx
    .updateTable('posts')
    .set({ state, problem: problem && JSON.stringify(problem), updated_at: now, ...place })
    .where('message_id', '=', post.message_id)
    .execute();
  return state;
}
