const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * `1–15 Nov 2026`, in UTC; an end at midnight belongs to the day before it.
 * @returns null when neither end is known
 */
export function formatTimeframe({ start, end }: { start: string | null; end: string | null }): string | null {
  const last = end === null ? null : new Date(Date.parse(end) - 1);
  if (start === null) return last && `until ${dates.format(last)}`;
  const first = new Date(start);
  return last === null || last < first
    ? dates.format(first)
    : dates.formatRange(first, last).replace(/\u2009/gu, '');
}
