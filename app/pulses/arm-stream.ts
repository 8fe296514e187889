import type { Enqueue } from '../jobs/jobs.ts';
import type { Trx } from '../store/store.ts';
import { lockStream, type StreamKey, updateStream } from './stream-row.ts';

/** A line that waits this many quiet periods starts all the same: on a busy day merges never pause. */
export const maxQuietPeriods = 6;

export interface ArmOptions {
  /** When the news came. */
  now: Date;
  /** How long to wait for more of it. */
  quietMs: number;
  /** Where a new line starts. */
  baseline: Date;
}

/**
 * Says that a line has news: its next pulse becomes due a quiet period from now, or stays due where it has waited long
 * enough. A line with a pulse under way is looked at again when that ends.
 */
export async function armStream(
  trx: Trx,
  enqueue: Enqueue,
  key: StreamKey,
  { now, quietMs, baseline }: ArmOptions,
): Promise<void> {
  const { repositoryId, kind, base } = key;
  await trx
    .insertInto('streams')
    .values({ repository_id: repositoryId, kind, base, covered_until: baseline })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stream = await lockStream(trx, key);
  if (!stream) throw new Error(`The line ${kind} of ${repositoryId} vanished`);
  const waitingSince = stream.waiting_since ?? now;
  const dueAt = new Date(
    Math.min(now.getTime() + quietMs, waitingSince.getTime() + maxQuietPeriods * quietMs),
  );
  await updateStream(trx, stream, { due_at: dueAt, waiting_since: waitingSince });
  // A line that waits already has its job, which finds the later time and comes back.
  if (stream.due_at === null) await enqueue(trx, 'stream', key, { startAfter: dueAt });
}
