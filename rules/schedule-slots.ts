import { CronExpressionParser } from 'cron-parser';
import type { Problem } from '../contract/problems.ts';

/** When a repository wants its reports, as its rules file says it. */
export interface Schedule {
  /** Five fields. */
  cron: string;
  zone: string;
}

const slots = ({ cron, zone }: Schedule, currentDate: Date) =>
  CronExpressionParser.parse(cron, { currentDate, tz: zone });

/**
 * The first slot after an instant, in the schedule's own zone.
 * @param schedule one that `scheduleProblems` finds nothing wrong with
 */
export const nextSlot = (schedule: Schedule, after: Date): Date => slots(schedule, after).next().toDate();

/** The last slot up to an instant, itself included. @param schedule as for `nextSlot` */
export const latestSlot = (schedule: Schedule, upTo: Date): Date =>
  slots(schedule, new Date(upTo.getTime() + 1))
    .prev()
    .toDate();

/** Why the library finds no slot; null when there is one. */
function whyNoSlot(schedule: Schedule): string | null {
  try {
    nextSlot(schedule, new Date(0));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function cronProblem(cron: string): string | null {
  // The library draws a time for H, another one each time.
  if (/\bH\b/.test(cron)) return 'accepts fixed times, not H';
  const why = whyNoSlot({ cron, zone: 'UTC' });
  return why && `accepts five cron fields that name a time there is, such as "0 8 * * 1" (${why})`;
}

/** Zones that Node.js knows by name, and `UTC+2`; the library would also take `local`, the zone of the App's machine. */
function isZone(zone: string): boolean {
  if (/^utc[+-](?:\d|0\d|1[0-4])(?::[0-5]\d)?$/i.test(zone)) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const folded = (zone: string) => zone.trim().toLowerCase().replaceAll(' ', '_');

/** The zones that end in what was written. */
const zonesLike = (written: string) =>
  Intl.supportedValuesOf('timeZone').filter((zone) => folded(`/${zone}`).endsWith(`/${folded(written)}`));

function zoneProblem(zone: string): string | null {
  if (isZone(zone) && whyNoSlot({ cron: '0 0 * * *', zone }) === null) return null;
  const like = zonesLike(zone);
  return like.length > 0
    ? `accepts an IANA time zone: did you mean ${like.join(' or ')}?`
    : 'accepts an IANA time zone, such as Europe/Berlin or UTC';
}

/** What keeps a schedule from ever being due, cron fields and zone each for itself. */
export function scheduleProblems({ cron, zone }: Record<keyof Schedule, string | undefined>): Problem[] {
  const problem = (
    field: keyof Schedule,
    given: string | undefined,
    find: (text: string) => string | null,
  ) => {
    const accepts = given === undefined ? null : find(given);
    return accepts === null
      ? []
      : [{ field: `triggers.schedule.${field}`, got: JSON.stringify(given), accepts }];
  };
  return [...problem('cron', cron, cronProblem), ...problem('zone', zone, zoneProblem)];
}
