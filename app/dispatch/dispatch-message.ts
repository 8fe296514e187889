import type { Message } from '../pulses/end-pulse.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Problem } from '../store/tables.ts';
import { checkSetup, type SetupTarget } from './check-setup.ts';
import type { DispatchOptions } from './dispatch-options.ts';
import { failMessage } from './fail-message.ts';
import { lockMessage } from './lock-message.ts';
import { lookUpRun } from './look-up-run.ts';
import { tokenHash, tokenLifeMs } from './one-time-token.ts';
import { problem } from './problem-of.ts';
import { type Dispatch, markNeedsSetup, settleDispatch } from './settle-dispatch.ts';

interface Repository {
  id: string;
  installation_id: string;
  full_name: string;
  state: string;
}

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

/** Where to dispatch, as GitHub names it now; null when the repository is out of reach. */
async function findTarget(
  { github }: AppEdges,
  { id, installation_id: installationId }: Repository,
  callbackUrl: string,
): Promise<SetupTarget | null> {
  const found = await github.getRepository(installationId, id);
  return found && { installationId, callbackUrl, ...found };
}

/** Says, before the request is made, that it is: whoever finds this row must not make it again unseen. */
async function claim(
  { db, clock, newId }: AppEdges,
  messageId: string,
  attempt: number,
  token: string | null,
): Promise<Dispatch | null> {
  return db.transaction().execute(async (trx) => {
    const message = await lockMessage(trx, messageId);
    if (message?.status !== 'queued') return null;
    const now = clock();
    const created = await trx
      .insertInto('dispatches')
      .values({
        id: newId(),
        message_id: messageId,
        attempt,
        state: 'sending',
        sent_at: now,
        token_hash: token && tokenHash(token),
        token_expires_at: token === null ? null : new Date(now.getTime() + tokenLifeMs),
      })
      .onConflict((conflict) => conflict.columns(['message_id', 'attempt']).doNothing())
      .returningAll()
      .executeTakeFirst();
    return created ?? null;
  });
}

/** Makes the one request of an attempt and writes down its answer. */
async function send(
  edges: AppEdges,
  options: DispatchOptions,
  message: Message,
  { target, attempt, warnings }: { target: SetupTarget; attempt: number; warnings: Problem[] },
): Promise<void> {
  const token = options.callbackProof === 'token' ? options.newToken() : null;
  const dispatch = await claim(edges, message.id, attempt, token);
  if (!dispatch) return;
  const answer = await edges.github.dispatchWorkflow(target, options.workflowFile, target.defaultBranch, {
    ...message.inputs,
    // The repository may have been renamed since.
    repo: target.fullName,
    ...(token !== null && { webhook_token: token }),
  });
  if (answer.kind !== 'started')
    options.log.warn(
      { messageId: message.id, repository: target.fullName, answer },
      'dispatch not confirmed',
    );
  const made = { dispatch, repositoryId: message.repository_id, target, warnings };
  await edges.db.transaction().execute((trx) => settleDispatch(trx, edges, made, { answer, options }));
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
  const { db, github } = edges;
  const message = await db.selectFrom('messages').selectAll().where('id', '=', messageId).executeTakeFirst();
  if (!message) return;
  if (message.status !== 'queued') return closeAnswered(edges, message);
  const repository = await db
    .selectFrom('repositories')
    .select(['id', 'installation_id', 'full_name', 'state'])
    .where('id', '=', message.repository_id)
    .executeTakeFirstOrThrow();
  const isGone = repository.state === 'removed' || repository.state === 'suspended';
  const last = await latestDispatch(edges, messageId);
  if (last?.state === 'sending' && !isGone) {
    const address = { installationId: repository.installation_id, fullName: repository.full_name };
    return lookUpRun(edges, options, address, { dispatch: last, requestId: message.request_id });
  }
  const target = isGone ? null : await findTarget(edges, repository, message.inputs.callback_url);
  const { problems, warnings } = target
    ? await checkSetup(github, target, options)
    : { problems: [problem('repository_gone', { repository: repository.full_name })], warnings: [] };
  if (target && problems.length === 0)
    return send(edges, options, message, { target, attempt: (last?.attempt ?? 0) + 1, warnings });
  options.log.warn({ messageId, repository: repository.full_name, problems }, 'nothing was dispatched');
  await db.transaction().execute(async (trx) => {
    if (target) return markNeedsSetup(trx, edges, { messageId, repositoryId: repository.id, problems });
    await failMessage(trx, edges, { messageId, from: 'queued', to: 'failed', problems });
  });
}
