import { oidcReceiver } from '../delivery/receivers/oidc-receiver.ts';
import { type Handle, type Receiver, startReceiver } from '../delivery/receivers/start-receiver.ts';
import type { stage } from './stage.ts';

type Stage = Awaited<ReturnType<typeof stage>>;

/** As a process of its own finds it: by its address, for no name leads there. */
const byAddress = ({ port }: Receiver) => `127.0.0.1:${port}`;

/** A receiver, with the inputs that lead there. */
export async function receiver(handle?: Handle) {
  const started = await startReceiver(handle);
  const host = byAddress(started);
  const url = `http://${host}/callbacks`;
  return { ...started, host, url, inputs: { callback_url: url, callback_allowed_hosts: host } };
}

/** A receiver that checks the identity of one run, as the App does. */
export async function app({ github, now }: Stage, { expected }: ReturnType<Stage['dispatched']>) {
  const checked: { handle: Handle | null } = { handle: null };
  const place = await receiver((received) => checked.handle?.(received) ?? { status: 503 });
  const { handle, effects } = await oidcReceiver({
    issuer: github.oidc.issuer,
    url: place.url,
    expected,
    now,
  });
  checked.handle = handle;
  return { ...place, effects };
}

/** Slack's incoming webhook, whose address is a secret. */
export async function slack(handle: Handle = () => ({ status: 200, body: 'ok' })) {
  const started = await startReceiver(handle);
  const host = byAddress(started);
  const path = '/services/T0CANARY/B0CANARY/CanarySecretOfTheHook';
  return {
    ...started,
    host,
    inputs: { slack_webhook_url: `http://${host}${path}`, callback_allowed_hosts: host },
    /** All that was posted, as one text. */
    text: () => started.received.map(({ body }) => body).join('\n'),
  };
}
