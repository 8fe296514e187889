import { describe, expect, test } from 'vitest';
import { families, type Family } from './attacks/all-attacks.ts';
import { breachesOfBatch } from './breaches-of-family.ts';
import { obeyingModel } from './obeying-model.ts';

describe.each(['repair', 'own fields'] as const)(
  'names of authors that order or smuggle let nothing out (%s)',
  (course) => {
    test.each(Object.keys(families) as Family[])('%s', async (family) => {
      const { breaches } = await breachesOfBatch(family, 'author', obeyingModel(course, 1), { more: 40 });
      expect(breaches).toEqual([]);
    });
  },
);
