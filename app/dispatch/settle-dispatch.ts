import type { Selectable } from 'kysely';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { DispatchAnswer } from '../github/github-port.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Trx } from '../store/store.ts';
import type { DispatchState, DispatchTable, Problem } from '../store/tables.ts';
import { missingWorkflow, type SetupTarget } from './check-setup.ts';
import type { DispatchOptions } from './dispatch-options.ts';
import { failMessage } from './fail-message.ts';
import { lockMessage } from './lock-message.ts';
import { nextLookUp } from './look-up-times.ts';
import { problem, problemOf } from './problem-of.ts';

export type Dispatch = Selectable<DispatchTable>;

/** A dispatch that was made, and what it was made for. */
export interface Made {
  dispatch: Dispatch;
  repositoryId: string;
  target: SetupTarget;
  /** Kept with the message although it goes on. */
  warnings: Problem[];
}

const setState = (trx: Trx, { id }: Dispatch, state: DispatchState) =>
  trx.updateTable('dispatches').set({ state }).where('id', '=', id).execute();

/** There is a run: the message waits for its callback, unless that was faster. The message is locked. */
export async function markSent(
  trx: Trx,
  { clock }: Pick<AppEdges, 'clock'>,
  dispatch: Dispatch,
  run: { runId: string | null; runUrl: string | null; warnings: readonly Problem[] },
): Promise<void> {
  await trx
    .updateTable('dispatches')
    .set({ state: 'sent', run_id: run.runId, run_url: run.runUrl })
    .where('id', '=', dispatch.id)
    .execute();
  await trx
    .updateTable('messages')
    .set({ status: 'generating', problems: JSON.stringify(run.warnings), updated_at: clock() })
    .where('id', '=', dispatch.message_id)
    .where('status', '=', 'queued')
    .execute();
}

/** What GitHub's refusal means for the repository's set-up. */
function refusal(
  { status, message }: Extract<DispatchAnswer, { kind: 'refused' }>,
  target: SetupTarget,
  options: DispatchOptions,
): { to: 'failed' | 'needs_setup'; problem: Problem } {
  const { fullName: repository } = target;
  const page = `${options.webUrl}/${repository}`;
  if (status === 404) return { to: 'needs_setup', problem: missingWorkflow(target, options) };
  if (status === 403) {
    const url = `${page}/settings/actions`;
    return { to: 'needs_setup', problem: problem('dispatch_forbidden', { repository, message }, url) };
  }
  const url = `${page}/actions/workflows/${options.workflowFile}`;
  const refused = problem('dispatch_refused', { repository, status, message }, url);
  return { to: status === 422 ? 'needs_setup' : 'failed', problem: refused };
}

/** Ends a message for want of set-up, and with it the starts of its repository's lines until that is repaired. */
export async function markNeedsSetup(
  trx: Trx,
  edges: Pick<AppEdges, 'enqueue' | 'clock'>,
  { messageId, repositoryId, problems }: { messageId: string; repositoryId: string; problems: Problem[] },
): Promise<void> {
  await trx.selectFrom('repositories').select('id').where('id', '=', repositoryId).forUpdate().execute();
  if (!(await failMessage(trx, edges, { messageId, from: 'queued', to: 'needs_setup', problems }))) return;
  await trx
    .updateTable('repositories')
    .set({ state: 'needs_setup', problems: JSON.stringify(problems) })
    .where('id', '=', repositoryId)
    .where('state', '=', 'active')
    .execute();
}

/** Writes down how GitHub answered a dispatch, with the job that goes on from there. */
export async function settleDispatch(
  trx: Trx,
  edges: Pick<AppEdges, 'enqueue' | 'clock'>,
  { dispatch, repositoryId, target, warnings }: Made,
  { answer, options }: { answer: DispatchAnswer; options: DispatchOptions },
): Promise<void> {
  const { message_id: messageId } = dispatch;
  if (answer.kind === 'refused') {
    const { to, problem: refused } = refusal(answer, target, options);
    const problems = [refused];
    if (to === 'needs_setup') await markNeedsSetup(trx, edges, { messageId, repositoryId, problems });
    else await failMessage(trx, edges, { messageId, from: 'queued', to, problems });
    await setState(trx, dispatch, 'refused');
    return;
  }
  await lockMessage(trx, messageId);
  switch (answer.kind) {
    case 'started':
      return markSent(trx, edges, dispatch, { ...answer, warnings });
    case 'unclear': {
      const startAfter = nextLookUp(dispatch.sent_at, edges.clock()) ?? edges.clock();
      return edges.enqueue(trx, 'dispatch', { messageId }, { startAfter });
    }
    case 'later': {
      const problems = [
        problemOf(new ZenPulseError('github_rate_limited', { resetAt: answer.at.toISOString() })),
      ];
      await setState(trx, dispatch, 'refused');
      await trx
        .updateTable('messages')
        .set({ problems: JSON.stringify(problems) })
        .where('id', '=', messageId)
        .where('status', '=', 'queued')
        .execute();
      return edges.enqueue(trx, 'dispatch', { messageId }, { startAfter: answer.at });
    }
  }
}
