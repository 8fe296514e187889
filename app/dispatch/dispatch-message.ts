import { followNames } from '../branches/follow-branches.ts';
import type { Message } from '../pulses/end-pulse.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { checkSetup } from './check-setup.ts';
import type { DispatchOptions } from './dispatch-options.ts';
import { failMessage } from './fail-message.ts';
import { findTarget } from './find-target.ts';
import { lookUpRun } from './look-up-run.ts';
import { problem } from './problem-of.ts';
import { sendDispatch } from './send-dispatch.ts';
import { markNeedsSetup } from './settle-dispatch.ts';

const latestDispatch = ({ db }: AppEdges, messageId: string) =>
  db
    .selectFrom('dispatches')
    .selectAll()
    .where('message_id', '=', messageId)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();

/** A callback that was faster than the answer to its dispatch has answered it. */
async function closeAnswered({ db }: AppEdges, { id, pipeline_run_id: run }: Message): Promise<void> {
  if (run === null) return;
  await db
    .updateTable('dispatches')
    .set({ state: 'sent', run_id: run.split('-')[0] ?? null })
    .where('message_id', '=', id)
    .where('state', '=', 'sending')
    .execute();
}

/**
 * Job: has a message's workflow started, once. Before the request a row says so; whatever becomes of the request, the
 * row is settled before the next one is made. Nothing is dispatched that the workflow would reject.
 *
 * A message that needs set-up ends its pulse. Of a line it stays as the record of what was wrong, and the line's next
 * message tells the same merges; that of a release is put back when the set-up was repaired (see `onboard`).
 *
 * @throws ZenPulseError `github_…` where GitHub could not be asked; the job is tried again
 */
export async function dispatchMessage(
  edges: AppEdges,
  options: DispatchOptions,
  messageId: string,
): Promise<void> {
  const { db } = edges;
  const message = await db.selectFrom('messages').selectAll().where('id', '=', messageId).executeTakeFirst();
  if (!message) return;
  if (message.status !== 'queued') return closeAnswered(edges, message);
  const repository = await db
    .selectFrom('repositories')
    .selectAll()
    .where('id', '=', message.repository_id)
    .executeTakeFirstOrThrow();
  const isGone = repository.state === 'removed' || repository.state === 'suspended';
  const last = await latestDispatch(edges, messageId);
  if (last?.state === 'sending' && !isGone) {
    const address = { installationId: repository.installation_id, fullName: repository.full_name };
    return lookUpRun(edges, options, address, { dispatch: last, requestId: message.request_id });
  }
  if (isGone) {
    const problems = [problem('repository_gone', { repository: repository.full_name })];
    await db.transaction().execute(async (trx) => {
      await failMessage(trx, edges, { messageId, from: 'queued', to: 'failed', problems });
    });
    return;
  }
  const found = await findTarget(edges.github, repository, message.inputs.callback_url);
  // It may have waited long, for a limit to end or for set-up.
  if ('target' in found && (await followNames(edges, repository, found.target)))
    await edges.enqueue(db, 'onboard', { repositoryId: repository.id });
  const setup =
    'target' in found
      ? await checkSetup(edges.github, found.target, options)
      : { problems: [found.problem], warnings: [] };
  const { problems, warnings } = setup;
  if ('target' in found && problems.length === 0) {
    const attempt = (last?.attempt ?? 0) + 1;
    return sendDispatch(edges, options, message, { target: found.target, attempt, warnings });
  }
  options.log.warn({ messageId, repository: repository.full_name, problems }, 'nothing was dispatched');
  await db
    .transaction()
    .execute((trx) => markNeedsSetup(trx, edges, { messageId, repositoryId: repository.id, problems }));
}
