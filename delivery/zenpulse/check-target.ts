import { Webhook } from 'standardwebhooks';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { CallbackTarget } from './callback-target.ts';

/** Visible ASCII: what a header carries as it is. */
const carried = /^[\x21-\x7e]+$/;

export const isCarried = (token: string) => carried.test(token);

/** What is wrong with a target before anything is sent; null when nothing is. Where it leads is the fetch's to judge. */
export function flawOf({ url, proof, signingSecret }: CallbackTarget): ZenPulseError | null {
  const parsed = URL.parse(url);
  if (parsed === null) {
    return new ZenPulseError('destination_refused', {
      host: 'callback_url',
      why: 'it is not an absolute URL',
      next: 'Give a whole URL, starting with https://.',
    });
  }
  if (proof.kind === 'none' && signingSecret === null) {
    return new ZenPulseError('callback_unproven', { host: parsed.host });
  }
  if (proof.kind === 'token' && !isCarried(proof.token)) {
    return new ZenPulseError('callback_secret_invalid', {
      input: 'webhook_token',
      why: 'holds characters that no header can carry',
      next: 'Give the token as the receiver issued it, without spaces and line breaks.',
    });
  }
  if (signingSecret !== null && !canSign(signingSecret)) {
    return new ZenPulseError('callback_secret_invalid', {
      input: 'callback_signing_secret',
      why: 'is not the secret of a Standard Webhook',
      next: 'Give whsec_ and base64, such as the receiver shows it; "openssl rand -base64 32" makes a new one.',
    });
  }
  return null;
}

function canSign(secret: string): boolean {
  try {
    return new Webhook(secret) instanceof Webhook;
  } catch {
    return false;
  }
}
