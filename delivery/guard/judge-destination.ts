import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { type AllowedHost, parseAllowedHost, withoutTrailingDot } from './allowed-host.ts';

/** A place that may be asked, as far as its URL tells; its addresses are still to be checked. */
export interface Destination {
  url: URL;
  /** A name or an IP address, without brackets. */
  hostname: string;
  port: number;
  /** An entry with exactly this host and port stands for it: http and private addresses are meant. */
  isExact: boolean;
}

const refusal = (host: string, why: string, next: string) =>
  new ZenPulseError('destination_refused', { host, why, next });

/**
 * Checks a URL by itself: nothing is looked up.
 * @param allowedHosts entries as in `callback_allowed_hosts`
 * @throws ZenPulseError `destination_refused`
 */
export function judgeDestination(address: string, allowedHosts: readonly string[]): Destination {
  const url = URL.parse(address);
  if (url === null) {
    throw refusal(
      'the given address',
      'it is not an absolute URL',
      'Give a whole URL, starting with https://.',
    );
  }
  const isPlain = url.protocol === 'http:';
  if (!isPlain && url.protocol !== 'https:') {
    throw refusal('the given address', 'its scheme is not https', 'Give a URL that starts with https://.');
  }
  url.hostname = withoutTrailingDot(url.hostname);
  const { host } = url;
  if (url.username !== '' || url.password !== '') {
    throw refusal(
      host,
      'its URL holds a user or a password',
      'Take them out of the URL; a callback proves itself by its headers.',
    );
  }
  const port = Number(url.port || (isPlain ? 80 : 443));
  const hostAndPort = `${url.hostname}:${port}`;
  const entries = allowedHosts.map(parseAllowedHost).filter((entry) => entry?.hostname === url.hostname);
  const isExact = entries.some((entry) => entry?.port === port);
  const isNamed = entries.some((entry) => entry?.port === null);
  if (!isExact && !isNamed) throw notListed(host, hostAndPort, entries);
  if (!isExact && isPlain) {
    throw refusal(
      host,
      'http is not encrypted',
      `Use https, or for a receiver inside your network write "${hostAndPort}" in callback_allowed_hosts of the workflow file.`,
    );
  }
  if (!isExact && port !== 443) {
    throw refusal(
      host,
      `callback_allowed_hosts names ${url.hostname} without a port, which is port 443 alone`,
      `Use port 443, or write "${hostAndPort}" in callback_allowed_hosts of the workflow file.`,
    );
  }
  return { url, hostname: url.hostname.replace(/^\[|\]$/g, ''), port, isExact };
}

function notListed(host: string, hostAndPort: string, sameHost: readonly (AllowedHost | null)[]) {
  const why =
    sameHost.length === 0
      ? 'callback_allowed_hosts does not name it'
      : 'callback_allowed_hosts names it with another port';
  return refusal(
    host,
    why,
    `If it is meant, add "${sameHost.length === 0 ? host : hostAndPort}" to callback_allowed_hosts in the workflow file.`,
  );
}
