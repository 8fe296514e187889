/**
 * The audience of the identity token that comes with a callback: where it goes and what it carries. Without query
 * and fragment, which may hold secrets; user and password are left out too.
 *
 * @param callbackUrl absolute; written as the WHATWG URL standard does (host in lower case, no default port)
 * @param bodySha256Hex SHA-256 of the body's bytes, in lower-case hex
 * @returns such as `https://zenpulse.example.com/callbacks#sha256=2cf2…`
 */
export function callbackAudience(callbackUrl: string, bodySha256Hex: string): string {
  const { origin, pathname } = new URL(callbackUrl);
  return `${origin}${pathname}#sha256=${bodySha256Hex}`;
}
