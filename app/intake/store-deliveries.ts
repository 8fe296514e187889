import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { EnqueueAll } from '../jobs/jobs.ts';
import type { Store } from '../store/store.ts';
import type { StorablePayload } from './storable-json.ts';

export interface NewDelivery extends StorablePayload {
  id: string;
  event: string;
}

/**
 * Stores a delivery with its job, or finds that it is there.
 * @returns whether it is new, once it is durable
 * @throws ZenPulseError `webhook_not_stored`, `webhook_malformed` when the database cannot take the payload
 */
export type StoreDelivery = (delivery: NewDelivery) => Promise<boolean>;

export interface StoreDeliveriesOptions {
  store: Pick<Store, 'db' | 'engine'>;
  enqueueAll: EnqueueAll;
  clock: () => Date;
}

interface Waiting {
  delivery: NewDelivery;
  resolve: (isNew: boolean) => void;
  reject: (error: ZenPulseError) => void;
}

const byId = (a: NewDelivery, b: NewDelivery) => (a.id < b.id ? -1 : 1);

const maxRows = 50;
const maxChars = 4_000_000;

/** Classes of PostgreSQL's codes that blame the data: wrong in itself, or beyond a limit. */
const isAboutData = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(?:22|54)/.test(String(error.code));

function failureOf(error: unknown): ZenPulseError {
  if (isAboutData(error))
    return new ZenPulseError(
      'webhook_malformed',
      { why: 'the database cannot take its body' },
      { cause: error },
    );
  return new ZenPulseError('webhook_not_stored', { why: 'the database did not take it' }, { cause: error });
}

/** The first ones, as many as one transaction takes well; at least one. */
function takeBatch(queue: Waiting[]): Waiting[] {
  let chars = 0;
  const over = queue.findIndex(({ delivery }, at) => {
    chars += delivery.text.length;
    return at > 0 && (at >= maxRows || chars > maxChars);
  });
  return queue.splice(0, over === -1 ? queue.length : over);
}

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** A connection is accepted in one turn of the event loop, and its body is there a few turns later. */
const quietTurns = 4;

/**
 * Waits while more is coming in, turn by turn, not by the clock. A turn accepts one connection, and the embedded
 * database takes whole turns for itself: without this a burst of new connections would be stored one by one.
 */
async function gather(queue: readonly Waiting[]): Promise<void> {
  let seen = queue.length;
  for (let quiet = 0; quiet < quietTurns && queue.length < maxRows; quiet += 1) {
    await nextTurn();
    if (queue.length > seen) quiet = 0;
    seen = queue.length;
  }
}

/**
 * Deliveries that come while a transaction is under way share the next one: a burst costs few commits, and a single
 * delivery waits for nobody.
 */
export function deliveryStore({ store, enqueueAll, clock }: StoreDeliveriesOptions): StoreDelivery {
  const { db, engine } = store;
  // The embedded database has one connection. A server has several, and one that hangs must not hold up the others.
  const lanes = engine.kind === 'pglite' ? 1 : 4;
  const queue: Waiting[] = [];
  let busy = 0;

  const insert = (batch: readonly Waiting[]) =>
    db.transaction().execute(async (trx) => {
      const now = clock();
      // In one order everywhere: two transactions with the same rows never wait for each other in a ring.
      const rows = new Map(batch.map(({ delivery }) => [delivery.id, delivery]));
      const added = await trx
        .insertInto('deliveries')
        .values(
          [...rows.values()].toSorted(byId).map(({ id, event, action, repositoryId, text }) => ({
            id,
            event,
            action,
            repository_id: repositoryId,
            payload: text,
            received_at: now,
          })),
        )
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      const ids = new Set(added.map(({ id }) => id));
      if (ids.size > 0)
        await enqueueAll(
          trx,
          'delivery',
          [...ids].map((deliveryId) => ({ deliveryId })),
        );
      return ids;
    });

  const storeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const added = await insert(batch);
      // Of the same delivery twice in one batch, the first is the new one.
      for (const { delivery, resolve } of batch) resolve(added.delete(delivery.id));
    } catch (error) {
      if (isAboutData(error) && batch.length > 1) {
        // One of them is to blame; the others are stored all the same.
        for (const each of batch) await storeBatch([each]);
      } else for (const { reject } of batch) reject(failureOf(error));
    }
  };

  const run = async (): Promise<void> => {
    busy += 1;
    while (queue.length > 0) {
      await gather(queue);
      await storeBatch(takeBatch(queue));
    }
    busy -= 1;
  };

  return (delivery) =>
    new Promise((resolve, reject) => {
      queue.push({ delivery, resolve, reject });
      if (busy < lanes) void run();
    });
}
