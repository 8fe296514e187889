import { toZenPulseError } from '../../contract/zenpulse-error.ts';
import { latestSlot, nextSlot } from '../../rules/schedule-slots.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { armStream } from '../pulses/arm-stream.ts';
import type { Trx } from '../store/store.ts';
import type { Repository } from './know-repository.ts';
import { policyOrNull } from './policy-or-null.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Jobs are quicker than this; what is older than it was lost with its job. */
const lateMs = 5 * minuteMs;

/** A lost job is replaced at most this often; it may only be slow. */
const againMs = 10 * minuteMs;

/** GitHub sends a delivery again for some days at most; older ones are needed by nobody. */
const keptMs = 30 * dayMs;

/** Deliveries that failed for so long are given up; the hourly sweep looks at GitHub itself. */
const triedMs = 3 * dayMs;

/** Rows one tick takes of a kind; the next one takes the rest. */
const maxRows = 500;

/** The line of a repository's slots becomes due at the latest one; those it slept through are covered by it. */
async function takeSlot(trx: Trx, edges: AppEdges, repository: Repository, slot: Date, next: Date) {
  const { id, default_branch, next_slot_at, baseline_at } = repository;
  const { numUpdatedRows } = await trx
    .updateTable('repositories')
    .set({ next_slot_at: next })
    .where('id', '=', id)
    .where('next_slot_at', '=', next_slot_at)
    .executeTakeFirst();
  if (numUpdatedRows === 0n || slot < baseline_at) return;
  await armStream(
    trx,
    edges.enqueue,
    { repositoryId: id, kind: 'schedule', base: default_branch },
    { now: slot, quietMs: 0, baseline: baseline_at },
  );
}

async function startSlot(edges: AppEdges, repository: Repository): Promise<void> {
  const { db, github, clock, enqueue } = edges;
  const now = clock();
  const { id, installation_id, full_name } = repository;
  const policy = await policyOrNull(github, { installationId: installation_id, fullName: full_name });
  if (!policy?.schedule) {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('repositories').set({ next_slot_at: null }).where('id', '=', id).execute();
      if (!policy) await enqueue(trx, 'onboard', { repositoryId: id });
    });
    return;
  }
  const slot = latestSlot(policy.schedule, now);
  const next = nextSlot(policy.schedule, now);
  await db.transaction().execute((trx) => takeSlot(trx, edges, repository, slot, next));
}

async function startSlots(edges: AppEdges, onError: (error: unknown) => void): Promise<void> {
  const due = await edges.db
    .selectFrom('repositories')
    .selectAll()
    .where('next_slot_at', '<=', edges.clock())
    .where('state', '=', 'active')
    .orderBy('next_slot_at')
    .limit(maxRows)
    .execute();
  for (const repository of due) {
    try {
      await startSlot(edges, repository);
    } catch (error) {
      // One repository that cannot be read holds up no other; its slot stays due.
      onError(toZenPulseError(error));
    }
  }
}

/** Wakes up what is due in the tables and has no job that does it: a second net under every enqueue. */
async function wakeLost({ db, clock, enqueue }: AppEdges): Promise<void> {
  const now = clock().getTime();
  const late = new Date(now - lateMs);
  const once = { onceInMs: againMs };
  const streams = await db
    .selectFrom('streams')
    .innerJoin('repositories', 'repositories.id', 'streams.repository_id')
    .select(['streams.repository_id', 'streams.kind', 'streams.base'])
    .where('streams.due_at', '<=', new Date(now - minuteMs))
    .where('streams.active_message_id', 'is', null)
    .where('repositories.state', '=', 'active')
    .limit(maxRows)
    .execute();
  for (const { repository_id, kind, base } of streams)
    await enqueue(db, 'stream', { repositoryId: repository_id, kind, base }, once);

  const messages = await db
    .selectFrom('messages')
    .select('id')
    .where('status', '=', 'queued')
    .where('updated_at', '<=', late)
    .limit(maxRows)
    .execute();
  for (const { id } of messages) await enqueue(db, 'dispatch', { messageId: id }, once);

  const posts = await db
    .selectFrom('posts')
    .select('message_id')
    .where('state', 'in', ['due', 'sending'])
    .where('updated_at', '<=', late)
    .limit(maxRows)
    .execute();
  for (const { message_id } of posts) await enqueue(db, 'post', { messageId: message_id }, once);

  const deliveries = await db
    .selectFrom('deliveries')
    .select('id')
    .where('handled_at', 'is', null)
    .where('received_at', '<=', late)
    .where('received_at', '>', new Date(now - triedMs))
    .orderBy('received_at')
    .limit(maxRows)
    .execute();
  for (const { id } of deliveries)
    await enqueue(db, 'delivery', { deliveryId: id }, { onceInMs: 60 * minuteMs });
}

async function forgetOld({ db, clock }: AppEdges): Promise<void> {
  await db
    .deleteFrom('deliveries')
    .where('received_at', '<', new Date(clock().getTime() - keptMs))
    .execute();
}

/**
 * Job, every minute: slots of schedules, jobs that were lost, and deliveries nobody needs any more.
 * @param onError told of a repository whose slot could not be started; the others are
 */
export async function runTick(edges: AppEdges, onError: (error: unknown) => void): Promise<void> {
  await startSlots(edges, onError);
  await wakeLost(edges);
  await forgetOld(edges);
}
