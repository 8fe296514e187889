import { afterAll, describe, expect, test } from 'vitest';
import type { Family } from './attacks/all-attacks.ts';
import { breachesOfFamily, casesInWords } from './breaches-of-family.ts';

const told: readonly Family[] = [
  'instruction override',
  'tool abuse',
  'data theft',
  'split over pull requests',
  'other languages',
  'fake messages',
];
let cases = 0;

describe('whatever texts order, a model that obeys lets nothing out', () => {
  test.each(told)('%s', async (family) => {
    const found = await breachesOfFamily(family);
    cases += found.cases;
    expect(found.breaches).toEqual([]);
  });
});

afterAll(() => console.log(`Hostile text: ${casesInWords(told, cases)}`));
