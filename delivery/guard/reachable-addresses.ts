import { isIP } from 'node:net';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { type CheckedAddress, checkAddress } from './check-address.ts';
import type { Destination } from './judge-destination.ts';
import { orAborted } from '../or-aborted.ts';

/** Every address of a name. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

/**
 * The addresses of a destination, each of them checked; the name is looked up once. One that is not allowed refuses
 * them all: whoever answers the look-up decides their order.
 * @throws ZenPulseError `destination_refused`
 * @throws Error when the look-up failed, found nothing or was aborted
 */
export async function reachableAddresses(
  destination: Destination,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<CheckedAddress[]> {
  const { hostname, url, port, isExact } = destination;
  signal.throwIfAborted();
  const isLiteral = isIP(hostname) !== 0;
  const found = isLiteral
    ? [hostname]
    : (await orAborted(resolve(hostname), signal)).map(({ address }) => address);
  if (found.length === 0) throw new Error('its name has no address');
  return found.map((address) => {
    const { checked, refusal } = checkAddress(address, isExact);
    if (checked !== null) return checked;
    throw new ZenPulseError('destination_refused', {
      host: url.host,
      why: isLiteral ? refusal.why : `its name leads to where nothing may be sent: ${refusal.why}`,
      next: refusal.isForExactEntries
        ? `For a receiver inside your network write "${url.hostname}:${port}" in callback_allowed_hosts of the workflow file; else check the DNS records of ${hostname}.`
        : 'No entry of callback_allowed_hosts allows such an address; use another one.',
    });
  });
}
