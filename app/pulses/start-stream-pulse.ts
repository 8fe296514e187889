import type { Trx } from '../store/store.ts';
import type { Policy } from '../triggers/policy.ts';
import { readPolicy } from '../triggers/read-policy.ts';
import type { AppEdges } from './app-edges.ts';
import { createMessage } from './create-message.ts';
import { type Merge, pendingMerges } from './pending-merges.ts';
import { lockStream, type Stream, type StreamKey, updateStream } from './stream-row.ts';

/**
 * Numbers named in one dispatch, whose inputs together may have 65,535 characters. What is over the cap stays pending
 * for the next pulse.
 */
export const maxTriggerPulls = 2_000;

const numbers = (merges: readonly { number: number }[]) => merges.map(({ number }) => number).join(',');

/**
 * What was told by a report whose window reaches into this one: its callback came so late that its pulse counted as
 * failed.
 */
async function toldIn(trx: Trx, { repository_id, kind, base, covered_until }: Stream) {
  return trx
    .selectFrom('ledger')
    .innerJoin('messages', 'messages.id', 'ledger.message_id')
    .select('ledger.number')
    .where('ledger.repository_id', '=', repository_id)
    .where('ledger.kind', '=', kind)
    .where('ledger.base', '=', base)
    .where('messages.window_end', '>', covered_until)
    .orderBy('ledger.number')
    .execute();
}

const businessKey = ({ kind, repository_id, base, batch, due_at }: Stream) =>
  kind === 'merge'
    ? `merge:${repository_id}:${base}:${batch}`
    : `schedule:${repository_id}:${due_at?.toISOString()}`;

/** The pulse's window starts where the last one ended; latecomers of earlier windows are named one by one. */
async function inputsOf(
  trx: Trx,
  stream: Stream,
  repo: string,
  { now, pending }: { now: Date; pending: readonly Merge[] },
) {
  const told = await toldIn(trx, stream);
  return {
    repo,
    base_branch: stream.base,
    analysis_type: 'shipped' as const,
    date_range: `${stream.covered_until.toISOString()}..${now.toISOString()}`,
    ...(pending.length > 0 && { trigger_prs: numbers(pending) }),
    ...(told.length > 0 && { ignored_prs: numbers(told) }),
  };
}

/** Fewer merges than the repository wants in one report wait for the next ones; a slot is kept whatever merged. */
const isWanted = ({ kind }: Stream, pending: readonly Merge[], { merge, schedule }: Policy) =>
  kind === 'schedule' ? schedule !== null : merge !== null && pending.length >= merge.minimum;

/**
 * Job: starts the next pulse of a line when it is due and none is under way.
 * @throws ZenPulseError `github_…`, `repository_file_invalid` when the rules cannot be read; the job is tried again
 */
export async function startStreamPulse(edges: AppEdges, key: StreamKey): Promise<void> {
  const { db, clock, enqueue, github } = edges;
  const repository = await db
    .selectFrom('repositories')
    .selectAll()
    .where('id', '=', key.repositoryId)
    .executeTakeFirst();
  if (repository?.state !== 'active') return;
  const policy = await readPolicy(github, {
    installationId: repository.installation_id,
    fullName: repository.full_name,
  });
  await db.transaction().execute(async (trx) => {
    const stream = await lockStream(trx, key);
    if (!stream?.due_at || stream.active_message_id !== null) return;
    const now = clock();
    if (stream.due_at > now) return enqueue(trx, 'stream', key, { startAfter: stream.due_at });
    const pending = (await pendingMerges(trx, key, policy)).slice(0, maxTriggerPulls);
    if (!isWanted(stream, pending, policy))
      return updateStream(trx, stream, { due_at: null, waiting_since: null });
    const messageId = await createMessage(trx, edges, {
      businessKey: businessKey(stream),
      repositoryId: key.repositoryId,
      kind: key.kind,
      base: key.base,
      windowEnd: now,
      inputs: await inputsOf(trx, stream, repository.full_name, { now, pending }),
    });
    await updateStream(trx, stream, { due_at: null, waiting_since: null, active_message_id: messageId });
  });
}
