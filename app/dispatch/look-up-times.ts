/** Seconds after a dispatch at which its run is looked for: GitHub's list lags, most often by seconds. */
const lookUpSeconds = [10, 20, 40, 80, 120];

/** When the run of an unclear dispatch is looked for next; null: it was looked for long enough. */
export function nextLookUp(sentAt: Date, now: Date): Date | null {
  const times = lookUpSeconds.map((seconds) => new Date(sentAt.getTime() + seconds * 1_000));
  return times.find((time) => time > now) ?? null;
}
