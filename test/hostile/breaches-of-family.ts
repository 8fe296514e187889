import { families, type Family } from './attacks/all-attacks.ts';
import { nameOf, partsOf } from './attacks/attack.ts';
import { type Carrier, singleCarriers } from './carriers.ts';
import { findBreaches } from './find-breaches.ts';
import { type HostileRun, hostileRun } from './hostile-run.ts';
import { hostileStory, type StoryOptions } from './hostile-story.ts';
import { courses, type ObeyingModel, obeyingModel } from './obeying-model.ts';

/** One private run among so many. */
const privateEvery = 4;

/**
 * Each attack of a family in each carrier, one run each; the courses of the model take turns.
 * @returns a line a breach, with attack, carrier and course
 */
export async function breachesOfFamily(family: Family): Promise<{ cases: number; breaches: string[] }> {
  const breaches: string[] = [];
  let cases = 0;
  for (const [at, attack] of families[family].entries()) {
    for (const [place, carrier] of singleCarriers.entries()) {
      const course = courses[(at + place) % courses.length]!;
      const run = await hostileRun(
        hostileStory([{ carrier, attack }]),
        obeyingModel(course, at * singleCarriers.length + place, partsOf(attack).length),
        { isPublic: (at + place) % privateEvery !== 0 },
      );
      cases += 1;
      const where = `(${carrier}, ${course}, ${nameOf(attack)})`;
      breaches.push(...findBreaches(run).map((breach) => `${breach} ${where}`));
    }
  }
  return { cases, breaches };
}

/**
 * All attacks of a family in one run, each in another pull request.
 * @param options `more` pull requests than attacks; many make the window a wide one
 */
export async function breachesOfBatch(
  family: Family,
  carrier: Carrier,
  model: ObeyingModel | null,
  options: StoryOptions,
): Promise<{ run: HostileRun; breaches: string[] }> {
  const planted = families[family].map((attack) => ({ carrier, attack }));
  const run = await hostileRun(hostileStory(planted, options), model);
  return { run, breaches: findBreaches(run).map((breach) => `${breach} (${carrier})`) };
}

/** `2 of 12 families, 53 attacks × 6 carriers = 318 cases`. */
export function casesInWords(told: readonly Family[], cases: number): string {
  const attacks = told.reduce((sum, family) => sum + families[family].length, 0);
  return `${told.length} of ${Object.keys(families).length} families, ${attacks} attacks × ${singleCarriers.length} carriers = ${cases} cases`;
}
