import { describe, expect, test } from 'vitest';
import type { PublicHistoryName } from '../../../git/public-history.ts';
import { pullNumbers, pullSubjects } from '../../../git/pull-numbers-oracle.ts';
import { noHistory, publicSource } from './public-source.ts';

const names: PublicHistoryName[] = ['release-drafter', 'changesets-action'];

describe.each(names)('in the whole public history of %s', (name) => {
  const open = publicSource(name);

  test('every pull request is found, and nothing else', async ({ skip }) => {
    const source = open();
    if (source === null) return skip(noHistory);
    const { path, git } = source.history;
    const expected = pullNumbers(await pullSubjects(path, 'main'));
    // A series of its own makes all of history its range.
    await git('tag', 'everything-1.0.0', 'main');

    expect(expected.length).toBeGreaterThan(200);
    expect(await source.pullsIn('everything-1.0.0')).toEqual(expected);
  });
});
