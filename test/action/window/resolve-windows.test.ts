import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveWindows } from '../../../action/window/resolve-windows.ts';
import { pulseRequest } from '../../../contract/pulse-request.ts';

const now = new Date('2026-12-01T10:00:00.500Z');
const resolve = (given: Record<string, unknown>, keys: readonly string[] = ['acme/shop']) =>
  resolveWindows(pulseRequest.parse({ repo: [...keys], ...given }), keys, now);
const windowOf = (given: Record<string, unknown>) => resolve(given)[0]?.window;

test('without a range it is the last seven days, to the end of this second', () => {
  expect(windowOf({})).toEqual({
    kind: 'dates',
    spec: '7d',
    start: '2026-11-24T10:00:00Z',
    end: '2026-12-01T10:00:01Z',
  });
});

test('a range with an open end reaches until now', () => {
  expect(windowOf({ date_range: '2026-11-01..' })).toMatchObject({
    start: '2026-11-01T00:00:00Z',
    end: '2026-12-01T10:00:01Z',
  });
});

test('a range that has not begun is refused, one that is under way is not', () => {
  expect(() => resolve({ date_range: '2026-12-02..2026-12-03' })).toThrow('starts at 2026-12-02T00:00:00Z');
  expect(windowOf({ date_range: '2026-12-01..2026-12-31' })).toMatchObject({ end: '2027-01-01T00:00:00Z' });
});

test.each([
  [{ analysis_type: 'release' }, { kind: 'tags', base: null, head: null }],
  [{ analysis_type: 'upcoming' }, { kind: 'unreleased' }],
  [{ tag_range: 'v1.0.0..v1.1.0' }, { kind: 'tags', base: 'v1.0.0', head: 'v1.1.0' }],
  [{ tag_range: 'v1.1.0' }, { kind: 'tags', base: null, head: 'v1.1.0' }],
  [{ tag_range: 'acme/shop@v1.1.0' }, { kind: 'tags', base: null, head: 'v1.1.0' }],
  [
    { tag_range: '@acme/ui@1.0.0..@acme/ui@1.1.0' },
    { kind: 'tags', base: '@acme/ui@1.0.0', head: '@acme/ui@1.1.0' },
  ],
])('%j asks for %j', (given, expected) => {
  expect(windowOf(given)).toMatchObject(expected);
});

test('references in any of their forms are numbers of the only repository', () => {
  expect(resolve({ ignored_prs: '12,#13,acme/shop#14', trigger_prs: ['15'] })[0]).toMatchObject({
    ignoredPulls: [12, 13, 14],
    triggerPulls: [15],
  });
});

test('references of several repositories go each to its own', () => {
  const keys = ['acme/shop', 'acme/shop.js'];
  const resolved = resolve(
    { ignored_prs: 'acme/shop#1,acme/shop.js#2', tag_range: 'acme/shop@v1,acme/shop.js@v2' },
    keys,
  );

  expect(resolved.map(({ ignoredPulls }) => ignoredPulls)).toEqual([[1], [2]]);
  expect(resolved.map(({ window }) => (window.kind === 'tags' ? window.head : null))).toEqual(['v1', 'v2']);
});

test.each([
  [{ ignored_prs: '12' }, 'accepts acme/shop#12, since there are several repositories'],
  [{ tag_range: 'v1..v2' }, 'accepts acme/shop@v1..v2, since there are several repositories'],
  [{ tag_range: 'acme/shop@v1..v2' }, 'accepts exactly one range for acme/billing'],
  [{ trigger_prs: 'acme/other#12' }, 'accepts pull requests of acme/shop, acme/billing'],
])('%j among several repositories is refused with what is accepted', (given, accepts) => {
  expect(() => resolve(given, ['acme/shop', 'acme/billing'])).toThrow(accepts);
});

test('a date window never ends before it starts, whatever the clock says', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 5000 }),
      fc.constantFrom('h', 'd', 'w'),
      (clock, count, unit) => {
        const request = pulseRequest.parse({ repo: ['a/b'], date_range: `${count}${unit}` });
        const [query] = resolveWindows(request, ['a/b'], clock);
        const { window } = query!;
        return window.kind === 'dates' && Date.parse(window.start) < Date.parse(window.end);
      },
    ),
  );
});
