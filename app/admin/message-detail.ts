import type { Selectable } from 'kysely';
import { namesOf, toldPulls } from '../callback/told-pulls.ts';
import type { Db } from '../store/store.ts';
import type { CallbackTable, DispatchTable, MessageTable, PostTable } from '../store/tables.ts';

type Message = Selectable<MessageTable> & { full_name: string | null };
type Dispatch = Pick<Selectable<DispatchTable>, 'attempt' | 'state' | 'run_id' | 'run_url' | 'sent_at'>;
type Callback = Pick<
  Selectable<CallbackTable>,
  'outcome' | 'pipeline_run_id' | 'body_digest' | 'received_at'
>;
type Post = Selectable<PostTable>;

const seconds = (from: Date | undefined, to: Date | undefined) =>
  from && to ? (to.getTime() - from.getTime()) / 1_000 : null;

/** When each step was reached, and how long the next one took to come, in seconds; null before it came. */
function timingsOf(
  { created_at, updated_at }: Message,
  dispatches: readonly Dispatch[],
  callbacks: readonly Callback[],
  post: Post | undefined,
) {
  const dispatchedAt = dispatches[0]?.sent_at;
  const answeredAt = callbacks[0]?.received_at;
  const postedAt = post?.state === 'sent' ? post.updated_at : undefined;
  return {
    created_at,
    dispatched_at: dispatchedAt ?? null,
    answered_at: answeredAt ?? null,
    posted_at: postedAt ?? null,
    updated_at,
    seconds_to_dispatch: seconds(created_at, dispatchedAt),
    seconds_to_answer: seconds(dispatchedAt, answeredAt),
    seconds_to_post: seconds(answeredAt, postedAt),
  };
}

/** Everything about a message; null without one. It holds no secret: of one-time tokens not even the digests. */
export async function messageDetail(db: Db, id: string) {
  const found = await db
    .selectFrom('messages')
    .leftJoin('repositories', 'repositories.id', 'messages.repository_id')
    .selectAll('messages')
    .select('repositories.full_name')
    .where('messages.id', '=', id)
    .executeTakeFirst();
  if (!found) return null;
  const dispatches = await db
    .selectFrom('dispatches')
    .select(['attempt', 'state', 'run_id', 'run_url', 'sent_at'])
    .where('message_id', '=', id)
    .orderBy('attempt')
    .execute();
  const callbacks = await db
    .selectFrom('callbacks')
    .select(['outcome', 'pipeline_run_id', 'body_digest', 'received_at'])
    .where('message_id', '=', id)
    .orderBy('received_at')
    .execute();
  const post = await db.selectFrom('posts').selectAll().where('message_id', '=', id).executeTakeFirst();
  const told = await db
    .selectFrom('ledger')
    .select('number')
    .where('message_id', '=', id)
    .orderBy('number')
    .execute();
  const { full_name, results, created_at: _created, updated_at: _updated, ...message } = found;
  return {
    ...message,
    repository: full_name,
    results: results && { ...results, outline: undefined, included_pull_requests: undefined },
    told: told.map(({ number }) => number),
    told_of_others: toldPulls(results?.included_pull_requests ?? [], await namesOf(db, found)).others,
    dispatches,
    callbacks,
    post: post ?? null,
    timings: timingsOf(found, dispatches, callbacks, post),
  };
}
