/** An entry of the allow-list, as URLs write hosts. */
export interface AllowedHost {
  /** Lower case, punycode, canonical IP, no trailing dot; an IPv6 address in brackets. */
  hostname: string;
  /** Null: https on its default port and public addresses alone. */
  port: number | null;
}

/** A name is the same with the dot that ends a fully qualified one. */
export const withoutTrailingDot = (hostname: string) => hostname.replace(/\.$/, '');

/** An entry such as `zenpulse.example.com`, `receiver.internal:8080` or `[::1]:8080`; null when it is none. */
export function parseAllowedHost(entry: string): AllowedHost | null {
  const match = /^(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>[1-9]\d{0,4}))?$/.exec(entry.trim());
  const { host = '', port = null } = match?.groups ?? {};
  // What would be a path, a query or a user's name to a URL is no part of a host.
  if (host === '' || /[/\\?#@%*\s]/.test(host) || Number(port) > 65_535) return null;
  const url = URL.parse(`https://${host}/`);
  if (url === null) return null;
  return { hostname: withoutTrailingDot(url.hostname), port: port === null ? null : Number(port) };
}
