import { basename } from 'node:path';

/** Hosts whose web addresses have the form `https://host/owner/name/pull/1`. */
const pullRequestHosts = new Set(['github.com']);

const scpForm = /^(?:[^@/\s]+@)?(?<host>[^/:\s]+):(?<path>(?!\/\/).+)$/;

function splitRemote(remote: string): { host: string; path: string } | null {
  if (/^[a-z][a-z+]*:\/\//i.test(remote)) {
    const url = URL.canParse(remote) ? new URL(remote) : null;
    return url && url.protocol !== 'file:' ? { host: url.hostname, path: url.pathname } : null;
  }
  const { host, path } = scpForm.exec(remote)?.groups ?? {};
  // One letter before the colon is a Windows drive, not a host.
  return host && path && host.length > 1 ? { host, path } : null;
}

const asKeyPart = (name: string) => name.replace(/[^\w.-]+/g, '-') || '-';

/**
 * The key and web address of a clone. Credentials in the remote never get into either.
 * @param remote the address of `origin`, null without one
 * @param folder the clone's own path, for `local/<folder>`
 */
export function originIdentity(remote: string | null, folder: string): { key: string; url: string | null } {
  const split = remote === null ? null : splitRemote(remote.trim());
  const [name, owner] = (split?.path ?? '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .reverse();
  if (!split || !owner || !name) {
    return { key: `local/${asKeyPart(basename(folder).replace(/\.git$/, ''))}`, url: null };
  }
  const key = `${asKeyPart(owner)}/${asKeyPart(name)}`;
  const host = split.host.toLowerCase();
  return { key, url: pullRequestHosts.has(host) ? `https://${host}/${key}` : null };
}
