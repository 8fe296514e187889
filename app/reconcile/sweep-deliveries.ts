import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { HookDelivery } from '../github/github-port.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** GitHub keeps deliveries three days. */
const keptMs = 3 * 24 * 3_600_000;

/** A delivery is listed under the time it began, up to its time-out later; the overlap is looked at twice. */
const overlapMs = 10 * 60_000;

/** GitHub bears some 80 writes a minute and 500 an hour; the rest of a longer outage waits for the next sweep. */
export const maxRedeliveries = 250;

const cursorName = 'deliveries';

const isAccepted = ({ statusCode }: HookDelivery) => statusCode >= 200 && statusCode < 300;

/** The last attempt of each delivery, oldest first. */
export function newestAttempts(deliveries: readonly HookDelivery[]): HookDelivery[] {
  const newest = new Map<string, HookDelivery>();
  for (const delivery of deliveries) {
    const other = newest.get(delivery.guid);
    if (!other || other.deliveredAt < delivery.deliveredAt) newest.set(delivery.guid, delivery);
  }
  return [...newest.values()].sort((a, b) => a.deliveredAt.getTime() - b.deliveredAt.getTime());
}

async function withoutStored({ db }: AppEdges, deliveries: readonly HookDelivery[]): Promise<HookDelivery[]> {
  const missing: HookDelivery[] = [];
  for (let at = 0; at < deliveries.length; at += 1_000) {
    const some = deliveries.slice(at, at + 1_000);
    const stored = await db
      .selectFrom('deliveries')
      .select('id')
      .where(
        'id',
        'in',
        some.map(({ guid }) => guid),
      )
      .execute();
    const known = new Set(stored.map(({ id }) => id));
    missing.push(...some.filter(({ guid }) => !known.has(guid)));
  }
  return missing;
}

/** GitHub will not send this one again, ever: nothing is gained by stopping there. */
const isLasting = (error: unknown) =>
  error instanceof ZenPulseError && (error.code === 'github_not_found' || error.code === 'github_refused');

/** @returns the first one that could not be asked for, and why */
async function redeliver(
  { github }: AppEdges,
  deliveries: readonly HookDelivery[],
): Promise<{ delivery: HookDelivery; error: unknown } | null> {
  for (const delivery of deliveries) {
    try {
      await github.redeliver(delivery.id);
    } catch (error) {
      if (!isLasting(error)) return { delivery, error };
    }
  }
  return null;
}

/**
 * Asks GitHub to send again what did not arrive: deliveries that failed and are not in the tables. The cursor moves
 * over what was asked for, no further; what fails once more is a new attempt, and the next sweep's.
 * @throws ZenPulseError `github_…`, after the cursor has moved as far as it may
 */
export async function sweepDeliveries(edges: AppEdges): Promise<void> {
  const { db, github, clock } = edges;
  const now = clock();
  const oldest = new Date(now.getTime() - keptMs);
  const cursor = await readCursor(db, cursorName);
  const since = cursor !== null && new Date(cursor) > oldest ? new Date(cursor) : oldest;
  const attempts = newestAttempts(await github.listDeliveries(since));
  const missing = await withoutStored(
    edges,
    attempts.filter((attempt) => !isAccepted(attempt)),
  );
  const stop = await redeliver(edges, missing.slice(0, maxRedeliveries));
  const left = stop?.delivery ?? missing[maxRedeliveries];
  const reached = left?.deliveredAt ?? new Date(now.getTime() - overlapMs);
  const next = reached > since ? reached : since;
  await writeCursor(db, cursorName, next.toISOString(), now);
  if (stop) throw stop.error;
}
