/**
 * Pauses between tries, in milliseconds: five, after six tries. With the longest jitter and 15 s for each try all of
 * it ends within eight minutes, which a job can wait and which is longer than most restarts of a receiver.
 */
const pausesMs = [5_000, 15_000, 45_000, 90_000, 150_000];

/** No further try starts later than this after the first. */
export const retryBudgetMs = 8 * 60_000;

/**
 * The pause after the given number of tries, a fifth shorter or longer so that runs which failed together do not
 * come back together; null when no further try is made.
 * @param random from 0 to 1
 */
export function pauseAfter(tries: number, random: number): number | null {
  const pauseMs = pausesMs[tries - 1];
  return pauseMs === undefined ? null : Math.round(pauseMs * (0.8 + 0.4 * random));
}
