import type { Message } from '../pulses/end-pulse.ts';
import type { Trx } from '../store/store.ts';

/**
 * Locks a message until the transaction ends. Whoever locks more starts with the repository, then the message: its
 * dispatches and its line come after, or two transactions could wait for each other.
 */
export async function lockMessage(trx: Trx, id: string): Promise<Message | undefined> {
  return trx.selectFrom('messages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
