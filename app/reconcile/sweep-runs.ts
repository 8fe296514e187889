import { visibleText } from '../../contract/reading/visible-text.ts';
import type { DispatchOptions } from '../dispatch/dispatch-options.ts';
import { failMessage } from '../dispatch/fail-message.ts';
import { problem } from '../dispatch/problem-of.ts';
import type { RepositoryAddress, WorkflowRun } from '../github/github-port.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Problem } from '../store/tables.ts';
import { sideBySide } from './side-by-side.ts';

const minuteMs = 60_000;

/** A run is not looked at before: it has only just begun, and GitHub's list may lag. */
const youngMs = 5 * minuteMs;

/** How long a callback may come after its run ended: it is tried for eight minutes. */
const graceMs = 10 * minuteMs;

/** A run that GitHub never told the id of, and that no list has after so long, does not exist. */
const unlistedMs = 60 * minuteMs;

const clockSlackMs = 5 * minuteMs;
const width = 4;

/** A message under way, and where its run is. */
interface Waiting {
  id: string;
  requestId: string;
  address: RepositoryAddress;
  isGone: boolean;
  dispatchId: string;
  runId: string | null;
  runUrl: string | null;
  sentAt: Date;
}

async function waitingMessages({ db, clock }: AppEdges): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('messages')
    .innerJoin('repositories', 'repositories.id', 'messages.repository_id')
    .innerJoin('dispatches', 'dispatches.message_id', 'messages.id')
    .select([
      'messages.id',
      'messages.request_id',
      'repositories.installation_id',
      'repositories.full_name',
      'repositories.state',
      'dispatches.id as dispatch_id',
      'dispatches.run_id',
      'dispatches.run_url',
      'dispatches.sent_at',
    ])
    .where('messages.status', '=', 'generating')
    .where('messages.updated_at', '<', new Date(clock().getTime() - youngMs))
    .where('dispatches.state', '=', 'sent')
    .orderBy('messages.updated_at')
    .orderBy('dispatches.attempt')
    .execute();
  const waiting = rows.map(
    (row): Waiting => ({
      id: row.id,
      requestId: row.request_id,
      address: { installationId: row.installation_id, fullName: row.full_name },
      isGone: row.state === 'removed' || row.state === 'suspended',
      dispatchId: row.dispatch_id,
      runId: row.run_id,
      runUrl: row.run_url,
      sentAt: row.sent_at,
    }),
  );
  // The newest dispatch of each.
  return [...new Map(waiting.map((each) => [each.id, each])).values()];
}

/** Null: there is none. `unlisted`: none that could be found yet. */
async function findRun(
  { github, db, clock }: AppEdges,
  { workflowFile }: DispatchOptions,
  { runId, address, requestId, sentAt, dispatchId }: Waiting,
): Promise<WorkflowRun | null | 'unlisted'> {
  if (runId !== null) return github.getRun(address, runId);
  const since = new Date(sentAt.getTime() - clockSlackMs);
  const [run] = await github.findRuns(address, workflowFile, requestId, since);
  if (!run) return clock().getTime() - sentAt.getTime() > unlistedMs ? null : 'unlisted';
  await db
    .updateTable('dispatches')
    .set({ run_id: run.id, run_url: run.url })
    .where('id', '=', dispatchId)
    .execute();
  return run;
}

/** Why no callback will come any more; null while one may: a runner's queue of hours is fine. */
function silence(run: WorkflowRun | null | 'unlisted', { runUrl }: Waiting, now: Date): Problem | null {
  if (run === 'unlisted') return null;
  if (run === null) return problem('run_gone', {}, runUrl);
  if (run.status !== 'completed') return null;
  if (now.getTime() - run.updatedAt.getTime() < graceMs) return null;
  const conclusion = visibleText(run.conclusion ?? 'unknown').slice(0, 60);
  return problem('run_ended_silently', { conclusion }, run.url);
}

async function sweepRun(edges: AppEdges, options: DispatchOptions, waiting: Waiting): Promise<void> {
  const { id: messageId, isGone, address } = waiting;
  const found = isGone
    ? problem('repository_gone', { repository: address.fullName })
    : silence(await findRun(edges, options, waiting), waiting, edges.clock());
  if (!found) return;
  options.log.warn({ messageId, repository: address.fullName, problems: [found] }, 'message failed');
  await edges.db.transaction().execute(async (trx) => {
    await failMessage(trx, edges, { messageId, from: 'generating', to: 'failed', problems: [found] });
  });
}

/**
 * Asks GitHub what became of runs that have not called back. The run's own status decides: queued or under way stays,
 * ended without a callback is failed. A callback that comes after all beats that.
 * @returns what was thrown, one for each message whose run could not be asked for
 */
export async function sweepRuns(edges: AppEdges, options: DispatchOptions): Promise<unknown[]> {
  return sideBySide(await waitingMessages(edges), width, (waiting) => sweepRun(edges, options, waiting));
}
