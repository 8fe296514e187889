import type { Selectable } from 'kysely';
import type { Enqueue } from '../jobs/jobs.ts';
import type { Trx } from '../store/store.ts';
import type { MessageTable } from '../store/tables.ts';
import { settledBy, undecidedMerges } from './pending-merges.ts';
import { lockStream, updateStream } from './stream-row.ts';

export type Message = Selectable<MessageTable>;

const hourMs = 3_600_000;

/** A line whose pulses fail is tried again after one hour, two, four and so on, at most a day. */
const pauseAfter = (failures: number) => Math.min(hourMs * 2 ** (failures - 1), 24 * hourMs);

const named = (list: string | undefined) => (list ? list.split(',').map(Number) : []);

/** GitHub's times are whole seconds of another clock; a pulse too many that tells nothing is silent. */
const clockMarginMs = 60_000;

/**
 * What the pulse was asked to decide on is decided, told or not; the rest waits for the next one. So does what it left
 * out and what changed meanwhile: a label may have been taken away after the run had read it.
 * @returns whether some of what it left out waits on
 */
async function settle(
  trx: Trx,
  { id, repository_id, kind, inputs, created_at }: Message,
  told: readonly number[],
): Promise<boolean> {
  if (kind === 'release') return false;
  const seenFrom = new Date(created_at.getTime() - clockMarginMs);
  const leftOut = named(inputs.trigger_prs).filter((number) => !told.includes(number));
  const mark = trx
    .updateTable('merges')
    .set({ [settledBy(kind)]: id })
    .where('repository_id', '=', repository_id);
  if (told.length > 0) await mark.where('number', 'in', [...told]).execute();
  if (leftOut.length === 0) return false;
  const { numUpdatedRows } = await mark
    .where('number', 'in', leftOut)
    .where((where) => where.or([where('changed_at', 'is', null), where('changed_at', '<', seenFrom)]))
    .executeTakeFirst();
  return numUpdatedRows < leftOut.length;
}

/**
 * Ends the pulse a message stands for: writes the ledger's marks and lets its line go on. A pulse that failed moves
 * nothing: the next one covers its window too.
 * @param told numbers of the repository that the report tells of; null when the pulse failed
 */
export async function endPulse(
  trx: Trx,
  enqueue: Enqueue,
  message: Message,
  told: readonly number[] | null,
  now: Date,
): Promise<void> {
  const waitsOn = told !== null && (await settle(trx, message, told));
  if (message.kind === 'release') return;
  const key = { repositoryId: message.repository_id, kind: message.kind, base: message.base };
  const stream = await lockStream(trx, key);
  if (stream?.active_message_id !== message.id) return;
  const failures = told === null ? stream.failures + 1 : 0;
  const isWaiting = (await undecidedMerges(trx, key).select('number').limit(1).execute()).length > 0;
  const retryAt = told === null && isWaiting ? new Date(now.getTime() + pauseAfter(failures)) : null;
  const dueAt = stream.due_at ?? retryAt ?? (waitsOn ? now : null);
  await updateStream(trx, stream, {
    active_message_id: null,
    batch: stream.batch + 1,
    failures,
    due_at: dueAt,
    ...(told !== null && message.window_end !== null && { covered_until: message.window_end }),
  });
  if (dueAt !== null) await enqueue(trx, 'stream', key, { startAfter: dueAt });
}
