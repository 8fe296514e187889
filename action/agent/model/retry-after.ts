/**
 * Milliseconds a server asks to wait: `Retry-After-Ms`, or `Retry-After` in seconds or as an HTTP date; null when it
 * names no time that is still to come.
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const exact = headers.get('retry-after-ms');
  const told = headers.get('retry-after')?.trim() ?? '';
  const ms = exact
    ? Number(exact)
    : /^\d+(?:\.\d+)?$/.test(told)
      ? Number(told) * 1000
      : Date.parse(told) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}
