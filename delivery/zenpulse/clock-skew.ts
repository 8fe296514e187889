/** The tolerance of Standard Webhooks; identity tokens of GitHub live about as long. */
const toleranceMs = 5 * 60_000;

/**
 * How a receiver's clock differs from ours, such as `12 minutes behind`; null when it differs by no more than is
 * tolerated, or when the answer has no date.
 */
export function clockSkew(headers: Headers, now: Date): string | null {
  const aheadMs = Date.parse(headers.get('date') ?? '') - now.getTime();
  if (Number.isNaN(aheadMs) || Math.abs(aheadMs) <= toleranceMs) return null;
  return `${Math.round(Math.abs(aheadMs) / 60_000)} minutes ${aheadMs > 0 ? 'ahead of' : 'behind'}`;
}
