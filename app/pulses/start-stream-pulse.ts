import { followBase } from '../branches/follow-branches.ts';
import type { Db, Trx } from '../store/store.ts';
import type { Repository } from '../triggers/know-repository.ts';
import type { Policy } from '../triggers/policy.ts';
import { readPolicy } from '../triggers/read-policy.ts';
import type { AppEdges } from './app-edges.ts';
import { createMessage } from './create-message.ts';
import { type Merge, pendingMerges } from './pending-merges.ts';
import { lockStream, readStream, type Stream, type StreamKey, updateStream } from './stream-row.ts';

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

/** A slot is that of the default branch; another one has it once more where its merges wait. */
function businessKey(
  { kind, repository_id, base, batch, due_at }: Stream,
  { default_branch }: Repository,
): string {
  if (kind === 'merge') return `merge:${repository_id}:${base}:${batch}`;
  const slot = due_at?.toISOString();
  return base === default_branch
    ? `schedule:${repository_id}:${slot}`
    : `schedule:${repository_id}:${base}:${slot}`;
}

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

/**
 * Fewer merges than the repository wants in one report wait for the next ones, where there may be any: not on a branch
 * that is the default one no longer. A slot is kept whatever merged.
 */
function isWanted(
  { kind, base }: Stream,
  pending: readonly Merge[],
  { merge, schedule }: Policy,
  { default_branch }: Repository,
): boolean {
  if (kind === 'schedule') return schedule !== null;
  if (merge === null) return false;
  return pending.length >= (merge.isBase(base, default_branch) ? merge.minimum : 1);
}

/** Whether a pulse may start now. GitHub is not asked for the sake of one that may not; it is looked at when it is due. */
async function isDue(db: Db, { enqueue, clock }: AppEdges, stream: Stream | null): Promise<boolean> {
  if (!stream?.due_at || stream.active_message_id !== null) return false;
  if (stream.due_at <= clock()) return true;
  const { repository_id: repositoryId, kind, base, due_at: startAfter } = stream;
  await enqueue(db, 'stream', { repositoryId, kind, base }, { startAfter });
  return false;
}

const repositoryOf = (db: Db, { repositoryId }: StreamKey): Promise<Repository | undefined> =>
  db.selectFrom('repositories').selectAll().where('id', '=', repositoryId).executeTakeFirst();

/** Asks for the report, or lets the line rest where the rules want none. */
async function start(
  trx: Trx,
  edges: AppEdges,
  stream: Stream,
  { repository, policy }: { repository: Repository; policy: Policy },
): Promise<void> {
  const { repository_id: repositoryId, kind, base } = stream;
  const now = edges.clock();
  const pending = (await pendingMerges(trx, { repositoryId, kind, base }, policy)).slice(0, maxTriggerPulls);
  const rest = { due_at: null, waiting_since: null };
  if (!isWanted(stream, pending, policy, repository)) return updateStream(trx, stream, rest);
  const messageId = await createMessage(trx, edges, {
    businessKey: businessKey(stream, repository),
    repositoryId,
    kind,
    base,
    windowEnd: now,
    inputs: await inputsOf(trx, stream, repository.full_name, { now, pending }),
  });
  await updateStream(trx, stream, { ...rest, active_message_id: messageId });
}

/**
 * Job: starts the next pulse of a line when it is due and none is under way. A line whose branch was renamed goes on
 * under the new name instead.
 * @throws ZenPulseError `github_…`, `repository_file_invalid` when the rules cannot be read; the job is tried again
 */
export async function startStreamPulse(edges: AppEdges, key: StreamKey): Promise<void> {
  const { db, github } = edges;
  const seen = await repositoryOf(db, key);
  if (seen?.state !== 'active' || !(await isDue(db, edges, await readStream(db, key)))) return;
  const { fullName, isThere } = await followBase(edges, seen, key.base);
  if (!isThere) return;
  const policy = await readPolicy(github, { installationId: seen.installation_id, fullName });
  await db.transaction().execute(async (trx) => {
    const stream = await lockStream(trx, key);
    if (!stream || !(await isDue(trx, edges, stream))) return;
    const repository = await repositoryOf(trx, key);
    if (repository)
      await start(trx, edges, stream, { repository: { ...repository, full_name: fullName }, policy });
  });
}
