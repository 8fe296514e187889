import type { AppEdges } from '../pulses/app-edges.ts';
import type { Message } from '../pulses/end-pulse.ts';
import type { Problem } from '../store/tables.ts';
import type { SetupTarget } from './check-setup.ts';
import type { DispatchInputs } from './dispatch-inputs.ts';
import type { DispatchOptions } from './dispatch-options.ts';
import { lockMessage } from './lock-message.ts';
import { tokenHash, tokenLifeMs } from './one-time-token.ts';
import { type Dispatch, settleDispatch } from './settle-dispatch.ts';

/**
 * Says, before the request is made, that it is, and with what: whoever finds this row must not make it again unseen. The
 * names are those of now; the message may have waited through a rename.
 */
async function claim(
  { db, clock, newId }: AppEdges,
  messageId: string,
  { target, attempt, token }: { target: SetupTarget; attempt: number; token: string | null },
): Promise<{ dispatch: Dispatch; inputs: DispatchInputs } | null> {
  return db.transaction().execute(async (trx) => {
    const message = await lockMessage(trx, messageId);
    if (message?.status !== 'queued') return null;
    const now = clock();
    const inputs = { ...message.inputs, repo: target.fullName };
    await trx
      .updateTable('messages')
      .set({ inputs: JSON.stringify(inputs) })
      .where('id', '=', messageId)
      .execute();
    const created = await trx
      .insertInto('dispatches')
      .values({
        id: newId(),
        message_id: messageId,
        attempt,
        state: 'sending',
        repo: target.fullName,
        ref: target.defaultBranch,
        sent_at: now,
        token_hash: token && tokenHash(token),
        token_expires_at: token === null ? null : new Date(now.getTime() + tokenLifeMs),
      })
      .onConflict((conflict) => conflict.columns(['message_id', 'attempt']).doNothing())
      .returningAll()
      .executeTakeFirst();
    return created ? { dispatch: created, inputs } : null;
  });
}

/** Makes the one request of an attempt and writes down its answer; nothing where another worker makes it. */
export async function sendDispatch(
  edges: AppEdges,
  options: DispatchOptions,
  message: Message,
  { target, attempt, warnings }: { target: SetupTarget; attempt: number; warnings: Problem[] },
): Promise<void> {
  const token = options.callbackProof === 'token' ? options.newToken() : null;
  const claimed = await claim(edges, message.id, { target, attempt, token });
  if (!claimed) return;
  const { dispatch, inputs } = claimed;
  const answer = await edges.github.dispatchWorkflow(target, options.workflowFile, target.defaultBranch, {
    ...inputs,
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
