import { afterAll, describe, expect, test } from 'vitest';
import { families, type Family } from './attacks/all-attacks.ts';
import { nameOf } from './attacks/attack.ts';
import { carriers } from './carriers.ts';
import { findBreaches } from './find-breaches.ts';
import { hostileRun } from './hostile-run.ts';
import { hostileStory } from './hostile-story.ts';
import { courses, obeyingModel } from './obeying-model.ts';

let cases = 0;

/** Each attack in each carrier; the courses of the model and the public and private runs take turns. */
async function breachesOf(family: Family): Promise<string[]> {
  const found: string[] = [];
  for (const [at, attack] of families[family].entries()) {
    for (const [place, carrier] of carriers.entries()) {
      const story = hostileStory([{ carrier, attack }]);
      const course = courses[(at + place) % courses.length]!;
      const run = await hostileRun(story, obeyingModel(course, at * carriers.length + place), {
        isPublic: (at + place) % 4 !== 0,
      });
      cases += 1;
      found.push(
        ...findBreaches(run).map((breach) => `${breach} (${carrier}, ${course}, ${nameOf(attack)})`),
      );
    }
  }
  return found;
}

describe('a model that obeys every text it reads lets nothing out', () => {
  test.each(Object.keys(families) as Family[])('%s', async (family) => {
    expect(await breachesOf(family)).toEqual([]);
  });
});

afterAll(() => {
  const attacks = Object.values(families).reduce((sum, { length }) => sum + length, 0);
  console.log(
    `Hostile text: ${Object.keys(families).length} families, ${attacks} attacks × ${carriers.length} carriers = ${cases} cases`,
  );
});
