import { z } from 'zod';

const hoursOf = { h: 1, d: 24, w: 7 * 24 } as const;
const dayMs = 24 * 3_600_000;

const accepts =
  'accepts 7d, 2w or 36h; 2026-11-01..2026-11-15 (both days counted, UTC); or two ISO instants joined by ".."';

/**
 * A date range as written, and what it means without asking a clock.
 * `hours`: the last so many hours. `start`, `end`: instants, the end exclusive; `end` is null for "until now".
 */
export type DateRange = { spec: string; hours: number } | { spec: string; start: string; end: string | null };

const isDay = (text: string) => z.iso.date().safeParse(text).success;
const isInstant = (text: string) => z.iso.datetime({ offset: true }).safeParse(text).success;

/** The instant a bound stands for; a bare day is its midnight in UTC, as an end the midnight after it. */
function boundOf(text: string, isEnd: boolean): number | null {
  if (isDay(text)) return Date.parse(`${text}T00:00:00Z`) + (isEnd ? dayMs : 0);
  return isInstant(text) ? Date.parse(text) : null;
}

const toInstant = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

function parseDateRange(spec: string, refuse: (message: string) => void): DateRange {
  const last = /^([1-9]\d{0,4})([hdw])$/.exec(spec);
  if (last) return { spec, hours: Number(last[1]) * hoursOf[last[2] as keyof typeof hoursOf] };

  const [startText = '', endText = '', ...rest] = spec.split('..');
  const start = boundOf(startText, false);
  const end = endText === '' ? null : boundOf(endText, true);
  const isComplete = spec.includes('..') && rest.length === 0 && start !== null;
  if (!isComplete || (endText !== '' && end === null)) {
    refuse(accepts);
    return z.NEVER;
  }
  if (end !== null && end <= start) {
    const turned = end < start ? `; did you mean ${endText}..${startText}?` : '';
    refuse(`accepts a range that starts before it ends${turned}`);
    return z.NEVER;
  }
  return { spec, start: toInstant(start), end: end === null ? null : toInstant(end) };
}

/** Parses `7d`, `2026-11-01..2026-11-15` and pairs of ISO instants. */
export const dateRange = z
  .string({ error: accepts })
  .transform(
    (spec, context): DateRange =>
      parseDateRange(spec.trim(), (message) => context.addIssue({ code: 'custom', message })),
  );
