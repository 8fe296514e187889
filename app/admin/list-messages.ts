import { z } from 'zod';
import type { Db } from '../store/store.ts';
import type { MessageStatus } from '../store/tables.ts';
import { type MessageSummary, messageRows, summaryOf } from './message-summary.ts';

const statuses: Record<MessageStatus, MessageStatus> = {
  queued: 'queued',
  generating: 'generating',
  completed: 'completed',
  failed: 'failed',
  no_changes: 'no_changes',
  needs_setup: 'needs_setup',
};

/** Where the last page ended, as text that nobody else needs to read. */
const cursor = z.base64url().transform((text, context) => {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  const createdAt = new Date(at);
  if (!Number.isNaN(createdAt.getTime()) && id !== '') return { createdAt, id };
  context.addIssue({ code: 'custom', message: 'accepts the next_cursor of an earlier answer' });
  return z.NEVER;
});

const cursorOf = ({ created_at, id }: { created_at: Date; id: string }) =>
  Buffer.from(`${created_at.toISOString()} ${id}`).toString('base64url');

/** Query of the list of messages. */
export const listQuery = z.strictObject({
  status: z.enum(statuses, `accepts ${Object.keys(statuses).join(', ')}`).optional(),
  repository: z
    .string()
    .regex(/^(?:\d+|[\w.-]+\/[\w.-]+)$/, 'accepts owner/name, or the id of a repository')
    .optional(),
  limit: z.coerce.number('accepts 1 to 200').int('accepts 1 to 200').min(1).max(200).default(50),
  cursor: cursor.optional(),
});
export type ListQuery = z.output<typeof listQuery>;

/** Messages, newest first. `next_cursor` is null on the last page. */
export async function listMessages(
  db: Db,
  { status, repository, limit, cursor: after }: ListQuery,
): Promise<{ messages: MessageSummary[]; next_cursor: string | null }> {
  let query = messageRows(db)
    .orderBy('messages.created_at', 'desc')
    .orderBy('messages.id', 'desc')
    .limit(limit + 1);
  if (status !== undefined) query = query.where('messages.status', '=', status);
  if (repository !== undefined)
    query = repository.includes('/')
      ? query.where(({ eb, fn }) =>
          eb(fn<string>('lower', ['repositories.full_name']), '=', repository.toLowerCase()),
        )
      : query.where('messages.repository_id', '=', repository);
  if (after !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('messages.created_at', '<', after.createdAt),
        eb.and([eb('messages.created_at', '=', after.createdAt), eb('messages.id', '<', after.id)]),
      ]),
    );
  const rows = await query.execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { messages: rows.slice(0, limit).map(summaryOf), next_cursor: last ? cursorOf(last) : null };
}
