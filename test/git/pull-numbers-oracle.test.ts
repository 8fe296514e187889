import { expect, test } from 'vitest';
import { gitHistory } from './git-history.ts';
import { pullNumbers, pullSubjects } from './pull-numbers-oracle.ts';
import { tempFolder } from './temp-folder.ts';

test('lists what subjects say, with the line each commit came in by', async () => {
  const history = gitHistory();
  const root = history.commit('Initial commit');
  history.tag('v1.0.0');
  const squash = history.squash(12, 'Create changeset for #11');
  history.mergePull(13, 'two', { commits: ['names an issue (#9)', 'no number'] });
  history.mergePull(14, 'three', { wording: 'title' });
  history.revert(squash, { number: 15 });
  history.rebase(16, ['invisible in subjects']);
  history.commit('Mentions (#1) in the middle', { body: 'Ends a line of the body (#2)' });
  history.foxtrot({ since: root });
  const repo = await history.write(await tempFolder());

  const subjects = await pullSubjects(repo.path, 'v1.0.0..main');
  expect(subjects.map(({ number, how }) => `${how} ${number}`)).toEqual([
    'squash 15',
    'merge 14',
    'merge 13',
    'squash 9',
    'squash 12',
  ]);
  expect(pullNumbers(subjects)).toEqual([9, 12, 13, 14, 15]);
  expect(subjects.every(({ onFirstParentLine }) => !onFirstParentLine)).toBe(true);

  const beforeFoxtrot = await pullSubjects(repo.path, 'v1.0.0..main^2');
  expect(
    beforeFoxtrot.filter(({ onFirstParentLine }) => !onFirstParentLine).map((one) => one.number),
  ).toEqual([9]);
  expect(await pullSubjects(repo.path, 'main..main')).toEqual([]);
});
