import type { IncomingMessage } from 'node:http';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Share } from './body-budget.ts';
import type { SignatureCheck } from './signature-check.ts';

export interface ReadOptions {
  maxBytes: number;
  share: Share;
  check: SignatureCheck;
  /** Aborted when the time is up. */
  deadline: AbortSignal;
  /** What the deadline was, to say so. */
  seconds: number;
}

export const sizeText = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} MiB`;

/**
 * Reads a body whole, once its signature fits; until then it is only summed up.
 * @returns null when the sender went away
 * @throws ZenPulseError `webhook_too_large`, `webhook_slow`, `webhook_not_stored` when too much is held already,
 * `webhook_unverified`
 */
export function readBody(
  request: IncomingMessage,
  { maxBytes, share, check, deadline, seconds }: ReadOptions,
): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (settle: () => void) => {
      request.off('data', take).off('end', finish).off('close', lose).off('error', lose);
      deadline.removeEventListener('abort', expire);
      settle();
    };
    const refuse = (error: ZenPulseError) => end(() => reject(error));
    const expire = () => refuse(new ZenPulseError('webhook_slow', { seconds }));
    const lose = () => end(() => resolve(null));
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes)
        return refuse(new ZenPulseError('webhook_too_large', { limit: sizeText(maxBytes) }));
      if (!share.grow(chunk.length))
        return refuse(new ZenPulseError('webhook_not_stored', { why: 'too much is on its way already' }));
      check.update(chunk);
      chunks.push(chunk);
    };
    const finish = () => {
      if (check.fits()) end(() => resolve(Buffer.concat(chunks, size)));
      else refuse(new ZenPulseError('webhook_unverified', {}));
    };
    if (Number(request.headers['content-length']) > maxBytes)
      return reject(new ZenPulseError('webhook_too_large', { limit: sizeText(maxBytes) }));
    if (deadline.aborted) return expire();
    deadline.addEventListener('abort', expire);
    request.on('data', take).on('end', finish).on('close', lose).on('error', lose);
  });
}
