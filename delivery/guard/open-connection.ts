import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import type { CheckedAddress } from './check-address.ts';
import type { Destination } from './judge-destination.ts';

/**
 * A connection to one of the checked addresses, for https with the certificate checked against the host. Nothing of
 * a request is written before it is there.
 * @throws Error of Node when no address answers, the certificate is not good, or the signal is aborted
 */
export async function openConnection(
  { url, hostname, port }: Destination,
  addresses: readonly CheckedAddress[],
  signal: AbortSignal,
): Promise<Socket> {
  signal.throwIfAborted();
  const isSecure = url.protocol === 'https:';
  const isName = isIP(hostname) === 0;
  // Node looks up names alone, so of an address the checked form is given.
  const host = isName ? hostname : (addresses[0]?.address ?? hostname);
  const target = { host, port, lookup: lookupOf(addresses) };
  const socket = isSecure
    ? // An IP address is no server name (RFC 6066, section 3).
      connectSecure({
        ...target,
        servername: isName ? hostname : '',
        ALPNProtocols: ['http/1.1'],
      })
    : connectPlain(target);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onAbort = () => socket.destroy(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  socket.once(isSecure ? 'secureConnect' : 'connect', resolve);
  socket.once('error', reject);
  socket.once('close', () => reject(new Error('it closed the connection')));
  try {
    await promise;
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** A look-up that knows only what was checked, so that the name is not looked up again. */
function lookupOf(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all || first === undefined) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}
