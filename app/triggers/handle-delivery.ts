import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { AppEdges } from '../pulses/app-edges.ts';

/** An event as Probot takes it. */
export interface ReceivedEvent {
  id: string;
  name: string;
  payload: unknown;
}

export interface HandleDeliveryOptions {
  /** `probot.receive`. */
  receive: (event: ReceivedEvent) => Promise<void>;
  /** Told of a webhook that was put aside, for it lacks what the App reads of it. */
  onUnreadable: (error: ZenPulseError, deliveryId: string) => void;
}

/** Handlers run side by side and their errors come in one; the first tells enough. */
const firstOf = (thrown: unknown): unknown =>
  thrown instanceof AggregateError && thrown.errors.length > 0 ? firstOf(thrown.errors[0]) : thrown;

/**
 * Job: lets the handlers of the event have it. Handlers may see an event twice: each of them commits by itself, and
 * only then the delivery is marked.
 * @throws what a handler threw; the job is tried again
 */
export async function handleDelivery(
  { db, clock }: Pick<AppEdges, 'db' | 'clock'>,
  deliveryId: string,
  { receive, onUnreadable }: HandleDeliveryOptions,
): Promise<void> {
  const row = await db
    .selectFrom('deliveries')
    .select(['id', 'event', 'payload', 'handled_at'])
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (!row || row.handled_at !== null) return;
  const mark = (problem: string | null) =>
    db.updateTable('deliveries').set({ handled_at: clock(), problem }).where('id', '=', deliveryId).execute();
  try {
    await receive({ id: row.id, name: row.event, payload: row.payload });
  } catch (thrown) {
    const error = firstOf(thrown);
    if (!(error instanceof ZenPulseError) || error.code !== 'webhook_unreadable') throw error;
    onUnreadable(error, deliveryId);
    await mark(error.message);
    return;
  }
  await mark(null);
}
