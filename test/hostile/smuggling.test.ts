import { afterAll, describe, expect, test } from 'vitest';
import type { Family } from './attacks/all-attacks.ts';
import { breachesOfFamily, casesInWords } from './breaches-of-family.ts';

const told: readonly Family[] = [
  'links and images',
  'mention bombs',
  'hidden Unicode',
  'markup breakouts',
  'workflow commands',
  'encoded',
];
let cases = 0;

describe('whatever texts smuggle, a model that repeats it lets nothing out', () => {
  test.each(told)('%s', async (family) => {
    const found = await breachesOfFamily(family);
    cases += found.cases;
    expect(found.breaches).toEqual([]);
  });
});

afterAll(() => console.log(`Hostile text: ${casesInWords(told, cases)}`));
