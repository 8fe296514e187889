/**
 * A clock for made-up histories: each reading is one fixed step later than the one before.
 * A reading with `at` gives just that instant. A later `at` moves the clock on, an earlier one (a late push,
 * a wrong clock) leaves it alone, so the story goes on where it was.
 */
export function storyClock(startAt: string, stepMinutes: number): (at?: string) => string {
  let next = Date.parse(startAt);
  if (Number.isNaN(next)) throw new Error(`startAt '${startAt}' is not an ISO 8601 instant`);
  const step = stepMinutes * 60_000;
  return (at) => {
    const reading = at ?? new Date(next).toISOString();
    next = Math.max(next, Date.parse(reading) + step);
    return reading;
  };
}
