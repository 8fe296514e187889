import { describe, expect, test } from 'vitest';
import { families, type Family } from './attacks/all-attacks.ts';
import { nameOf } from './attacks/attack.ts';
import { breachesOfBatch } from './breaches-of-family.ts';
import { carriers } from './carriers.ts';
import { findBreaches } from './find-breaches.ts';
import { hostileRun } from './hostile-run.ts';
import { hostileStory } from './hostile-story.ts';

describe('the embedded writer lets nothing out', () => {
  test.each(Object.keys(families) as Family[])('%s, and is never degraded', async (family) => {
    for (const carrier of carriers) {
      const { run, breaches } = await breachesOfBatch(family, carrier, null, { more: 40 });
      expect(breaches).toEqual([]);
      expect(run.result.results.degraded).toBeNull();
    }
  });

  test.each(Object.keys(families) as Family[])('%s, when it reads what breaks', async (family) => {
    const found: string[] = [];
    for (const attack of families[family]) {
      const everywhere = carriers.map((carrier) => ({ carrier, attack }));
      const run = await hostileRun(hostileStory(everywhere, { isBreaking: true }), null);
      found.push(...findBreaches(run).map((breach) => `${breach} (${nameOf(attack)})`));
    }
    expect(found).toEqual([]);
  });
});
