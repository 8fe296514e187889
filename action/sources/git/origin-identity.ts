import { basename } from 'node:path';
import type { Git } from './run-git.ts';

/** Key and web address of a repository; null where links cannot be told. */
export interface Identity {
  key: string;
  url: string | null;
}

/**
 * Hosts whose web addresses have the form `https://github.com/owner/name/pull/1`: GitHub's own, also as SSH reaches
 * them behind firewalls, and the aliases by which GitHub's pages tell people to keep several keys apart.
 */
const githubHost = /^(?:(?:www|ssh)\.)?github\.com(?:-[\w-]+)?\.?$/i;

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
export function originIdentity(remote: string | null, folder: string): Identity {
  const split = remote === null ? null : splitRemote(remote.trim());
  const parts = (split?.path ?? '').split('/').filter((part) => part !== '' && part !== '.git');
  const [name, owner] = [parts.at(-1)?.replace(/\.git$/, ''), parts.at(-2)];
  // With an @ it is what stands before a host: the address was cut elsewhere than its writer meant.
  if (!split || !owner || !name || `${owner}${name}`.includes('@')) {
    return { key: `local/${asKeyPart(basename(folder).replace(/\.git$/, ''))}`, url: null };
  }
  const key = `${asKeyPart(owner)}/${asKeyPart(name)}`;
  return { key, url: githubHost.test(split.host) ? `https://github.com/${key}` : null };
}

/** The first address of each remote, as the configuration has it. */
async function readRemotes(git: Git): Promise<Map<string, string>> {
  const remotes = new Map<string, string>();
  for await (const entry of git.fields(['config', '--null', '--list'])) {
    const [, name, address] = /^remote\.(.+)\.url\n(.+)$/.exec(entry) ?? [];
    if (name && address && !remotes.has(name)) remotes.set(name, address);
  }
  return remotes;
}

/**
 * The remote that a clone follows, `origin` or else the only one, and the identity its address gives. An address on
 * GitHub counts as it stands; another as `url.<base>.insteadOf` rewrites it, since it may be an abbreviation.
 */
export async function readOrigin(git: Git): Promise<Identity & { remote: string }> {
  const remotes = await readRemotes(git);
  const [only = 'origin', ...more] = remotes.keys();
  const remote = remotes.has('origin') || more.length > 0 ? 'origin' : only;
  const written = originIdentity(remotes.get(remote) ?? null, git.path);
  if (written.url !== null) return { remote, ...written };
  // Without a remote of that name git prints the name, which is no address; `remote get-url` would fail.
  const rewritten = await git.text(['ls-remote', '--get-url', remote]);
  return { remote, ...originIdentity(rewritten, git.path) };
}
