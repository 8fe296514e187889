import fc from 'fast-check';
import semver from 'semver';
import { expect, test } from 'vitest';
import { everyTag, newestRelease } from '../../../rules/tags/choose-series.ts';
import { readTag } from '../../../rules/tags/read-tag.ts';
import type { Tag } from '../../../rules/tags/releases.ts';
import { previousTag, releaseOf, releasesOfSeries } from '../../../rules/tags/which-tag-came-before.ts';

const newestTag = (tags: readonly Tag[], options: { stable: boolean }) =>
  newestRelease(tags, everyTag, options)?.tag.name ?? null;

/** Tags one day apart in the order given, each on a commit of its own unless it says `name=commit`. */
const tagsOf = (...names: string[]): Tag[] =>
  names.map((each, at) => {
    const [name = '', commit = each] = each.split('=');
    return { name, commit, at: new Date(Date.UTC(2026, 0, 1 + at)).toISOString() };
  });

test('the previous tag is the highest lower version, not the one made before', () => {
  expect(previousTag('v2.0.0', tagsOf('v1.10.0', 'v1.9.0', 'v2.0.0', 'v1.9.1'))).toBe('v1.10.0');
});

test('a stable tag skips pre-releases, a pre-release does not', () => {
  const tags = tagsOf('v1.0.0', 'v1.1.0-beta', 'v1.1.0-rc.1', 'v1.1.0-rc.2', 'v1.1.0');

  expect(previousTag('v1.1.0', tags)).toBe('v1.0.0');
  expect(previousTag('v1.1.0-rc.2', tags)).toBe('v1.1.0-rc.1');
  expect(previousTag('v1.1.0-rc.1', tags)).toBe('v1.1.0-beta');
  expect(previousTag('v1.1.0-beta', tags)).toBe('v1.0.0');
});

test('release candidates count as numbers, with a dot and without', () => {
  expect(previousTag('v1.0.0-rc.10', tagsOf('v1.0.0-rc.9', 'v1.0.0-rc.10'))).toBe('v1.0.0-rc.9');
  expect(previousTag('v1.0.0-rc9', tagsOf('v1.0.0-rc10', 'v1.0.0-rc8', 'v1.0.0-rc9'))).toBe('v1.0.0-rc8');
  expect(previousTag('v1.0.0rc10', tagsOf('v1.0.0rc9', 'v1.0.0rc10'))).toBe('v1.0.0rc9');
});

test('a floating tag is never the previous one, whether its first release still has a tag or not', () => {
  expect(previousTag('v2.0.0', tagsOf('v1.0.0', 'v1.1.0=b', 'v1=b', 'v1.1=b', 'v2.0.0'))).toBe('v1.1.0');
  expect(previousTag('v2.0.0', tagsOf('v1.1.0=b', 'v1=b', 'v2.0.0'))).toBe('v1.1.0');
});

test('the newest tag is the one made last; versions settle ties', () => {
  const at = '2026-01-01T00:00:00Z';

  expect(newestTag(tagsOf('v2.0.0', 'v1.2.4'), { stable: false })).toBe('v1.2.4');
  expect(
    newestTag(
      ['v1.0.0', 'v1.0.1'].map((name) => ({ name, commit: name, at })),
      { stable: false },
    ),
  ).toBe('v1.0.1');
  expect(newestTag(tagsOf('v1.0.0', 'v1.1.0-rc.1'), { stable: true })).toBe('v1.0.0');
  expect(newestTag(tagsOf('v1.0.0-rc.1'), { stable: true })).toBe('v1.0.0-rc.1');
  expect(newestTag(tagsOf('nightly'), { stable: false })).toBeNull();
});

test('releases of a series leave out other series, pre-releases and floating tags', () => {
  const tags = tagsOf('v1.0.0', 'v1.1.0=b', 'v1=b', 'v1.2.0-rc.1', 'ui@1.0.0', 'nightly');

  expect(releasesOfSeries('v1.1.0', tags).map(({ name }) => name)).toEqual(['v1.1.0', 'v1.0.0']);
  expect(releasesOfSeries('v1.2.0-rc.1', tags).map(({ name }) => name)).toEqual([
    'v1.2.0-rc.1',
    'v1.1.0',
    'v1.0.0',
  ]);
});

const preRelease = fc.oneof(
  fc.constantFrom('alpha', 'beta', 'rc', 'rc.1', 'rc.2', 'rc.10', '0', '1', '10', 'x-1', '-', 'a.0'),
  fc.stringMatching(/^[a-z][0-9a-z.-]{0,5}$/).filter((text) => !/\.\.|\.$/.test(text)),
);
const versionName = fc
  .record({
    series: fc.constantFrom('v', '', 'ui@', 'pkg2-'),
    parts: fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }),
    pre: fc.option(preRelease, { freq: 2 }),
  })
  .map(({ series, parts, pre }) => `${series}${parts.join('.')}${pre === null ? '' : `-${pre}`}`);
const manyTags = fc
  .uniqueArray(versionName, { minLength: 1, maxLength: 14 })
  .map((names): Tag[] => tagsOf(...names));

/** Another way to compare, for plain `x.y.z` versions only. */
const plain = (name: string) => semver.parse(/^[^\d]*(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/.exec(name)?.[1]);

test('following previous tags stays in one series and always ends', () => {
  fc.assert(
    fc.property(manyTags, (tags) => {
      for (const { name } of tags) {
        const seen = new Set([name]);
        for (let at = previousTag(name, tags); at !== null; at = previousTag(at, tags)) {
          if (seen.has(at)) return false;
          seen.add(at);
        }
        if ([...seen].some((each) => readTag(each)?.package !== readTag(name)?.package)) return false;
      }
      return true;
    }),
    { numRuns: 1000 },
  );
});

test('the previous tag is lower and nothing lies between, by SemVer’s own comparison', () => {
  const threeParts = fc
    .record({
      parts: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 12 })),
      pre: fc.option(fc.constantFrom('alpha', 'beta', 'rc.1', 'rc.2', 'rc.10', '1', '10')),
    })
    .map(({ parts, pre }) => `v${parts.join('.')}${pre === null ? '' : `-${pre}`}`);
  fc.assert(
    fc.property(fc.uniqueArray(threeParts, { minLength: 1, maxLength: 14 }), (names) => {
      const tags = tagsOf(...names);
      for (const name of names) {
        const head = plain(name);
        if (!head) return false;
        const lower = names
          .flatMap((each) => plain(each) ?? [])
          .filter(
            (each) => each.compare(head) < 0 && (head.prerelease.length > 0 || each.prerelease.length === 0),
          );
        const highest = lower.sort((left, right) => right.compare(left))[0];
        if (previousTag(name, tags) !== (highest ? `v${highest.version}` : null)) return false;
      }
      return true;
    }),
    { numRuns: 500 },
  );
});

test('the order in which tags are listed changes nothing', () => {
  fc.assert(
    fc.property(manyTags, fc.infiniteStream(fc.nat()), (tags, numbers) => {
      const shuffled = tags
        .map((tag) => ({ tag, place: numbers.next().value ?? 0 }))
        .sort((left, right) => left.place - right.place)
        .map(({ tag }) => tag);
      return tags.every(
        ({ name }) =>
          previousTag(name, tags) === previousTag(name, shuffled) &&
          releaseOf(name, tags) === releaseOf(name, shuffled) &&
          newestTag(tags, { stable: true }) === newestTag(shuffled, { stable: true }),
      );
    }),
    { numRuns: 1000 },
  );
});

test('any name a tag may have is read in time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      readTag(name);
      return previousTag(name, tagsOf(name, 'v1.0.0')) !== name;
    }),
  );
  const start = performance.now();
  for (const name of ['1.'.repeat(120), `v${'1'.repeat(250)}`, 'a1-'.repeat(80)]) readTag(name);
  expect(performance.now() - start).toBeLessThan(500);
});
