import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../support/hostile-text.ts';
import { families } from './attacks/all-attacks.ts';
import { partsOf } from './attacks/attack.ts';
import { carriers } from './carriers.ts';
import { findBreaches } from './find-breaches.ts';
import { hostileRun } from './hostile-run.ts';
import { hostileStory } from './hostile-story.ts';
import { courses, obeyingModel } from './obeying-model.ts';

const parts = Object.values(families).flatMap((attacks) => attacks.flatMap(partsOf));

/** A piece of an attack: cut out anywhere, also in the middle of a word. */
const cutting = fc
  .record({
    part: fc.constantFrom(...parts),
    from: fc.nat({ max: 60 }),
    length: fc.integer({ min: 1, max: 120 }),
  })
  .map(({ part, from, length }) => part.slice(from % part.length, (from % part.length) + length));

const mixture = fc
  .array(fc.oneof(cutting, hostileText), { minLength: 1, maxLength: 4 })
  .chain((pieces) => fc.constantFrom('', ' ', '\n', '`', '|').map((between) => pieces.join(between)));

const planted = fc.record({
  carrier: fc.constantFrom(...carriers),
  attack: fc.oneof(mixture, fc.array(mixture, { minLength: 2, maxLength: 3 })),
});

const several = fc.array(planted, { minLength: 1, maxLength: 4 });

test('whatever attacks are mixed of, an obeying model lets nothing out', () =>
  fc.assert(
    fc.asyncProperty(several, fc.constantFrom(...courses), fc.nat(), async (attacks, course, seed) => {
      const run = await hostileRun(hostileStory(attacks), obeyingModel(course, seed));
      expect(findBreaches(run)).toEqual([]);
    }),
    { numRuns: 50 },
  ));

test('nor does the embedded writer', () =>
  fc.assert(
    fc.asyncProperty(several, fc.boolean(), async (attacks, isBreaking) => {
      const run = await hostileRun(hostileStory(attacks, { isBreaking }), null);
      expect(findBreaches(run)).toEqual([]);
    }),
    { numRuns: 50 },
  ));
