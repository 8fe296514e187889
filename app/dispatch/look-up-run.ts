import type { AppEdges } from '../pulses/app-edges.ts';
import type { RepositoryAddress } from '../github/github-port.ts';
import type { DispatchOptions } from './dispatch-options.ts';
import { failMessage } from './fail-message.ts';
import { lockMessage } from './lock-message.ts';
import { nextLookUp } from './look-up-times.ts';
import { problem } from './problem-of.ts';
import { type Dispatch, markSent } from './settle-dispatch.ts';

/** Dispatches made for one message whose runs never came up; then a person has to look. */
export const maxLost = 3;

/** GitHub's clock and ours differ, and a run counts from when GitHub made it. */
const clockSlackMs = 5 * 60_000;

/**
 * Settles a dispatch whose answer is not known by looking for its run. One that is not there for two minutes is lost
 * and made again; should its run come up after all, its callback is one too many and recorded as that.
 * @throws ZenPulseError `github_…`; nothing is taken for lost unless GitHub's list was read
 */
export async function lookUpRun(
  edges: AppEdges,
  { workflowFile, log }: DispatchOptions,
  address: RepositoryAddress,
  { dispatch, requestId }: { dispatch: Dispatch; requestId: string },
): Promise<void> {
  const { db, clock, enqueue, github } = edges;
  const since = new Date(dispatch.sent_at.getTime() - clockSlackMs);
  const [run] = await github.findRuns(address, workflowFile, requestId, since);
  const { message_id: messageId } = dispatch;
  await db.transaction().execute(async (trx) => {
    await lockMessage(trx, messageId);
    const rows = await trx
      .selectFrom('dispatches')
      .select(['id', 'state'])
      .where('message_id', '=', messageId)
      .execute();
    if (rows.find(({ id }) => id === dispatch.id)?.state !== 'sending') return;
    if (run) return markSent(trx, edges, dispatch, { runId: run.id, runUrl: run.url, warnings: [] });
    const next = nextLookUp(dispatch.sent_at, clock());
    if (next) return enqueue(trx, 'dispatch', { messageId }, { startAfter: next });
    await trx.updateTable('dispatches').set({ state: 'lost' }).where('id', '=', dispatch.id).execute();
    const lost = rows.filter(({ state }) => state === 'lost').length + 1;
    if (lost < maxLost) return enqueue(trx, 'dispatch', { messageId });
    const problems = [problem('dispatch_lost', { tries: lost })];
    await failMessage(trx, edges, { messageId, from: 'queued', to: 'failed', problems });
    log.warn({ messageId, repository: address.fullName, problems }, 'message failed');
  });
}
