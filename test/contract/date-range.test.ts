import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateRange } from '../../contract/date-range.ts';

test.each([
  ['7d', 168],
  ['2w', 336],
  ['36h', 36],
  [' 7d ', 168],
])('%j is the last %d hours', (given, hours) => {
  expect(dateRange.parse(given)).toEqual({ spec: given.trim(), hours });
});

test.each([
  ['2026-11-01..2026-11-15', '2026-11-01T00:00:00Z', '2026-11-16T00:00:00Z'],
  ['2026-11-01..2026-11-01', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'],
  ['2024-02-28..2024-02-29', '2024-02-28T00:00:00Z', '2024-03-01T00:00:00Z'],
  ['2026-11-01T09:30:00Z..2026-11-01T10:00:00Z', '2026-11-01T09:30:00Z', '2026-11-01T10:00:00Z'],
  ['2026-11-01T00:00:00+02:00..2026-11-02', '2026-10-31T22:00:00Z', '2026-11-03T00:00:00Z'],
  ['2026-11-01..', '2026-11-01T00:00:00Z', null],
])('%s reaches from %s to %s', (given, start, end) => {
  expect(dateRange.parse(given)).toEqual({ spec: given, start, end });
});

test.each([
  '',
  '7',
  '0d',
  '-7d',
  '7 days',
  '7D',
  '1.5d',
  '2026-11-01',
  '..2026-11-01',
  '2026-11-01...2026-11-02',
  '2026-02-30..2026-03-01',
  '2026-13-01..2026-13-02',
  '2026-11-01..2026-11-02..2026-11-03',
  '01.11.2026..02.11.2026',
  '2026-11-01T10:00:00..2026-11-02T10:00:00',
  'yesterday..today',
  '100000d',
  7,
  null,
  ['7d'],
])('%j is refused with what is accepted', (given) => {
  expect(dateRange.safeParse(given).error?.issues[0]?.message).toMatch(/^accepts 7d, 2w or 36h/);
});

test('a range that runs backwards is refused with the right order', () => {
  expect(dateRange.safeParse('2026-11-15..2026-11-01').error?.issues[0]?.message).toBe(
    'accepts a range that starts before it ends; did you mean 2026-11-01..2026-11-15?',
  );
});

test('a range of no length is refused, and not with itself as advice', () => {
  const instant = '2026-11-01T10:00:00Z';

  expect(dateRange.safeParse(`${instant}..${instant}`).error?.issues[0]?.message).toBe(
    'accepts a range that starts before it ends',
  );
});

test('any two days are a range in one order only, and as long as the days counted', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (from, to) => {
      const parsed = dateRange.safeParse(`${from}..${to}`);
      if (to < from) return !parsed.success;
      if (!parsed.success || !('start' in parsed.data)) return false;
      const days = (Date.parse(parsed.data.end ?? '') - Date.parse(parsed.data.start)) / 86_400_000;
      return days === (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    }),
  );
});

test('no text makes it throw or come out half parsed', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\dTZhdw:.+-]{0,40}$/)),
      (text) => {
        const parsed = dateRange.safeParse(text);
        return !parsed.success || 'hours' in parsed.data || !Number.isNaN(Date.parse(parsed.data.start));
      },
    ),
    { numRuns: 2000 },
  );
});
