import { createHash } from 'node:crypto';
import type { Handle, Received } from './start-receiver.ts';

interface Issued {
  requestId: string;
  isUsed: boolean;
  expiresAt: number;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The published shape: `?token=` names one request, is stored hashed, works once and not for long. */
export function oneTimeTokenReceiver(now: () => number) {
  const issued = new Map<string, Issued>();
  const effects: unknown[] = [];
  const issue = (token: string, requestId: string, minutes = 60) =>
    issued.set(hashOf(token), { requestId, isUsed: false, expiresAt: now() + minutes * 60_000 });
  const handle: Handle = ({ url, body }: Received) => {
    const token = url.searchParams.get('token') ?? '';
    const found = issued.get(hashOf(token));
    const payload = JSON.parse(body) as { request_id: string };
    if (found === undefined || found.requestId !== payload.request_id) {
      return { status: 401, body: `The token ${token} is not known.` };
    }
    if (found.isUsed) return { status: 409, body: 'This request has its result already.' };
    if (found.expiresAt < now()) return { status: 401, body: `The token ${token} has expired.` };
    found.isUsed = true;
    effects.push(payload);
    return { status: 200, body: '{"ok":true}' };
  };
  return { handle, effects, issue };
}
