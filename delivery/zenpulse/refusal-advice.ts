import type { CallbackTarget } from './callback-target.ts';

const advice: Readonly<Record<number, (host: string) => string>> = {
  404: (host) => `Check the path of callback_url: ${host} has nothing there.`,
  410: (host) =>
    `${host} wants no more callbacks at this address: take callback_url out, or set the address it uses now.`,
  413: (host) => `Let ${host} accept larger bodies, or report on a shorter window.`,
};

/** What to do about an answer that trying again does not change. */
export function refusalAdvice(status: number, host: string, target: CallbackTarget): string {
  if (status >= 300 && status < 400) {
    return 'Redirects are not followed: set callback_url to the address that answers by itself.';
  }
  if (status === 401 || status === 403)
    return `${proofAdvice(host, target)} docs/callbacks.md shows what is sent.`;
  return (
    advice[status]?.(host) ??
    `Look at the log of ${host}; docs/callbacks.md shows what is sent and what is expected. Then run the failed job again.`
  );
}

function proofAdvice(host: string, { proof, signingSecret }: CallbackTarget): string {
  if (proof.kind === 'token') return 'The one-time token may be used or expired: send a new request.';
  if (proof.kind === 'oidc') {
    return `Check that ${host} expects this repository and workflow, and the audience of this address.`;
  }
  return signingSecret === null
    ? `Check what ${host} expects.`
    : `Check that callback_signing_secret is the one ${host} verifies with.`;
}
