/**
 * How long an answer asks to wait, in milliseconds; null when it does not say, or not so that it can be read. A date
 * is held against the receiver's own clock where it gave one: the two clocks may differ.
 */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const told = headers.get('retry-after')?.trim();
  if (!told) return null;
  if (/^\d+$/.test(told)) return Number(told) * 1_000;
  const until = Date.parse(told);
  const theirs = Date.parse(headers.get('date') ?? '');
  const from = Number.isNaN(theirs) ? now.getTime() : theirs;
  return Number.isNaN(until) ? null : Math.max(0, until - from);
}
