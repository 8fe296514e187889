import { describe, expect, it } from 'vitest';
import { latestSlot, nextSlot, scheduleProblems } from '../../rules/schedule-slots.ts';

const at = (text: string) => new Date(text);

describe('slots', () => {
  it('are read in their own zone, through the change of summer time', () => {
    const schedule = { cron: '0 8 * * *', zone: 'Europe/Berlin' };
    expect(nextSlot(schedule, at('2026-10-24T06:00:00Z'))).toEqual(at('2026-10-25T07:00:00Z'));
    expect(nextSlot(schedule, at('2026-10-24T05:59:59Z'))).toEqual(at('2026-10-24T06:00:00Z'));
    expect(latestSlot(schedule, at('2026-10-25T07:00:00Z'))).toEqual(at('2026-10-25T07:00:00Z'));
    expect(latestSlot(schedule, at('2026-10-25T06:59:59Z'))).toEqual(at('2026-10-24T06:00:00Z'));
  });
});

describe('a schedule', () => {
  const problems = (cron: string, zone = 'UTC') =>
    scheduleProblems({ cron, zone }).map(({ field, accepts }) => `${field}: ${accepts}`);

  it.each([
    ['0 8 29 2 *', 'Europe/Berlin'],
    ['0 8 30 2 1', 'UTC'],
    ['*/15 8-18 * jan-mar mon-fri', 'america/new_york'],
    ['0 8 L * *', 'CET'],
    ['0 8 * * 5#2', 'UTC+2'],
    ['0  8 * * 7', '+05:30'],
  ])('of %s in %s is due at times', (cron, zone) => {
    expect(problems(cron, zone)).toEqual([]);
  });

  it.each([
    '61 8 * * *',
    '0 25 * * 1',
    '0 8 30 2 *',
    '0 0 31 4,6 *',
    '0 8 * * 8',
    '*/0 * * * *',
    '0 8 15W * *',
    'H 8 * * *',
  ])('of %s is never due', (cron) => {
    expect(problems(cron)).toEqual([expect.stringMatching(/^triggers\.schedule\.cron: accepts/)]);
  });

  it.each([
    ['Berlin', 'Europe/Berlin'],
    [' Europe/Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
  ])('in %j is told which zone that may be', (zone, meant) => {
    expect(problems('0 8 * * 1', zone)).toEqual([
      `triggers.schedule.zone: accepts an IANA time zone: did you mean ${meant}?`,
    ]);
  });

  it.each(['CET+1', 'Europe/Atlantis', 'Z', 'UTC+30'])('in %s is in no zone', (zone) => {
    expect(problems('0 8 * * 1', zone)).toEqual([
      'triggers.schedule.zone: accepts an IANA time zone, such as Europe/Berlin or UTC',
    ]);
  });

  it.each(['local', 'system', 'default'])('does not follow the machine the App runs on: %s', (zone) => {
    expect(problems('0 8 * * 1', zone)).toHaveLength(1);
  });

  it('is told both what is wrong with its fields and with its zone', () => {
    expect(problems('0 25 * * 1', 'Berlin')).toHaveLength(2);
  });
});
