import type { DispatchInputs } from '../dispatch/dispatch-inputs.ts';
import type { Trx } from '../store/store.ts';
import type { MessageKind } from '../store/tables.ts';
import type { AppEdges } from './app-edges.ts';

export interface NewMessage {
  businessKey: string;
  repositoryId: string;
  kind: MessageKind;
  /** The branch; of a release the tag. */
  base: string;
  windowEnd: Date | null;
  inputs: Omit<DispatchInputs, 'callback_url' | 'request_id'>;
}

/** Where a run reports to, below the App's public address. */
export const callbackPath = '/api/webhooks/zenpulse/run-complete';

/**
 * Asks for a report, once for each business key, and has its workflow started.
 * @returns its id; null when the key has a message already
 */
export async function createMessage(
  trx: Trx,
  { enqueue, clock, newId, publicUrl }: Pick<AppEdges, 'enqueue' | 'clock' | 'newId' | 'publicUrl'>,
  message: NewMessage,
): Promise<string | null> {
  const id = newId();
  const requestId = newId();
  const now = clock();
  const inputs: DispatchInputs = {
    ...message.inputs,
    callback_url: `${publicUrl}${callbackPath}`,
    request_id: requestId,
  };
  const created = await trx
    .insertInto('messages')
    .values({
      id,
      business_key: message.businessKey,
      request_id: requestId,
      repository_id: message.repositoryId,
      kind: message.kind,
      base: message.base,
      status: 'queued',
      inputs: JSON.stringify(inputs),
      window_end: message.windowEnd,
      problems: '[]',
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('business_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!created) return null;
  await enqueue(trx, 'dispatch', { messageId: id });
  return id;
}
