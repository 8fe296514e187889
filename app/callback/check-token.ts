import { timingSafeEqual } from 'node:crypto';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { tokenHash } from '../dispatch/one-time-token.ts';
import type { Db } from '../store/store.ts';

const isSame = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Holds a one-time token against those the request was dispatched with. A request that is not known is answered like a
 * wrong token. One that was used is left to whoever takes callbacks: the same body again is no fault, even after the
 * token has expired.
 * @returns the id under which the proof counts as used
 * @throws ZenPulseError `callback_proof_refused`, `callback_proof_expired`
 */
export async function checkToken(db: Db, token: string, requestId: string, now: Date): Promise<string> {
  const hash = tokenHash(token);
  const issued = await db
    .selectFrom('dispatches')
    .innerJoin('messages', 'messages.id', 'dispatches.message_id')
    .select(['token_hash', 'token_expires_at'])
    .where('messages.request_id', '=', requestId)
    .where('token_hash', 'is not', null)
    .execute();
  const found = issued.find(({ token_hash }) => isSame(token_hash ?? '', hash));
  if (!found)
    throw new ZenPulseError('callback_proof_refused', {
      why: 'the token is not one of this request',
      next: 'Send the webhook_token of the dispatch as it came; it answers only its own request.',
    });
  const proofId = `token:${hash}`;
  const used = await db
    .selectFrom('callbacks')
    .select('id')
    .where('proof_id', '=', proofId)
    .executeTakeFirst();
  const expiresAt = found.token_expires_at;
  if (!used && expiresAt !== null && expiresAt <= now)
    throw new ZenPulseError('callback_proof_expired', { expiredAt: expiresAt.toISOString() });
  return proofId;
}
