import type { FailedAnswer } from './failed-answer.ts';

/** GitHub asks for at least a minute when a secondary limit names no time. */
export const rateFloorMs = 60_000;

/** Words of GitHub's for a limit, whatever its name is that year. */
export const limitWords = /rate limit|abuse detection|secondary limit|too many requests|quota exceeded/i;

/** `Retry-After` as seconds or as an HTTP date; else the reset of a spent primary limit; null: not told. */
export function retryAtOf({ headers }: Pick<FailedAnswer, 'headers'>, now: Date): Date | null {
  const retryAfter = String(headers['retry-after'] ?? '');
  if (/^\d{1,9}$/.test(retryAfter)) return new Date(now.getTime() + Number(retryAfter) * 1_000);
  const date = Date.parse(retryAfter);
  if (!Number.isNaN(date)) return new Date(date);
  const reset = Number(headers['x-ratelimit-reset']);
  const isSpent = String(headers['x-ratelimit-remaining']) === '0';
  return isSpent && reset > 0 && reset < 1e11 ? new Date(reset * 1_000) : null;
}

/** The rate limit an answer tells of, with its end where it names one; null when it tells of none. */
export function rateLimitOf(answer: FailedAnswer, now: Date): { retryAt: Date | null } | null {
  const { status, headers, message } = answer;
  const isLimit =
    status === 429 ||
    (status === 403 &&
      (headers['retry-after'] !== undefined ||
        String(headers['x-ratelimit-remaining']) === '0' ||
        limitWords.test(message)));
  return isLimit ? { retryAt: retryAtOf(answer, now) } : null;
}
