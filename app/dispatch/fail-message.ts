import type { AppEdges } from '../pulses/app-edges.ts';
import { endPulse } from '../pulses/end-pulse.ts';
import type { Trx } from '../store/store.ts';
import type { MessageStatus, Problem } from '../store/tables.ts';
import { lockMessage } from './lock-message.ts';

export interface Failed {
  messageId: string;
  /** Only out of this status: whoever came first has settled it. */
  from: MessageStatus;
  to: 'failed' | 'needs_setup';
  problems: Problem[];
}

/** Ends a message without a text, and its pulse, so that its line goes on. @returns false when it was settled before */
export async function failMessage(
  trx: Trx,
  { enqueue, clock }: Pick<AppEdges, 'enqueue' | 'clock'>,
  { messageId, from, to, problems }: Failed,
): Promise<boolean> {
  const message = await lockMessage(trx, messageId);
  if (message?.status !== from) return false;
  const now = clock();
  await trx
    .updateTable('messages')
    .set({ status: to, problems: JSON.stringify(problems), updated_at: now })
    .where('id', '=', messageId)
    .execute();
  await endPulse(trx, enqueue, message, null, now);
  return true;
}
