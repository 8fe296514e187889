import { describe, expect, test } from 'vitest';
import { families, type Family } from './attacks/all-attacks.ts';
import { breachesOfBatch } from './breaches-of-family.ts';
import { obeyingModel } from './obeying-model.ts';

// In a wide window a model reads the list only: what it shows of a pull request is title and author.
describe.each(['title', 'author'] as const)(
  'in a wide window, notes that obey each %s let nothing out',
  (carrier) => {
    test.each(Object.keys(families) as Family[])('%s', async (family) => {
      const { run, breaches } = await breachesOfBatch(family, carrier, obeyingModel('repair', 1), {
        more: 125,
      });
      expect(breaches).toEqual([]);
      expect([...run.seen].some((text) => text.includes('\nn1\t'))).toBe(true);
    });
  },
);
