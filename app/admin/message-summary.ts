import type { InferResult, SelectQueryBuilder } from 'kysely';
import type { Db } from '../store/store.ts';

/** Messages with the name of their repository and the state of their post, without their texts. */
export const messageRows = (db: Db) =>
  db
    .selectFrom('messages')
    .leftJoin('repositories', 'repositories.id', 'messages.repository_id')
    .leftJoin('posts', 'posts.message_id', 'messages.id')
    .select([
      'messages.id',
      'messages.request_id',
      'messages.business_key',
      'messages.repository_id',
      'repositories.full_name',
      'messages.kind',
      'messages.base',
      'messages.status',
      'messages.revision',
      'messages.problems',
      'messages.review_reason',
      'messages.outdated_reason',
      'messages.created_at',
      'messages.updated_at',
      'posts.state as post_state',
    ]);

type Row =
  ReturnType<typeof messageRows> extends SelectQueryBuilder<infer _Db, infer _Tables, infer Output>
    ? Output
    : InferResult<never>;

/** A message in a list. */
export const summaryOf = ({ full_name, post_state, problems, ...row }: Row) => ({
  ...row,
  repository: full_name,
  post: post_state,
  problems: problems.map(({ code }) => code),
});
export type MessageSummary = ReturnType<typeof summaryOf>;
