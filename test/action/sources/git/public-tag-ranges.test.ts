import { expect, test } from 'vitest';
import { pullNumbers, pullSubjects } from '../../../git/pull-numbers-oracle.ts';
import { noHistory, publicSource } from './public-source.ts';

const open = publicSource('release-drafter');

test('between any two version tags of release-drafter in a row every pull request is found, and nothing else', async ({
  skip,
}) => {
  const source = open();
  if (source === null) return skip(noHistory);
  const { path, git } = source.history;
  const named = new Map((await pullSubjects(path, '--all')).map((subject) => [subject.sha, subject]));
  const versions = (await git('tag', '--list', 'v*', '--sort=version:refname'))
    .split('\n')
    .filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  const pairs = versions.slice(1).map((head, at) => `${versions[at]}..${head}`);
  expect(pairs.length).toBeGreaterThan(50);

  const differing: string[] = [];
  const compare = async (pair: string) => {
    const inRange = (await git('rev-list', pair)).split('\n').flatMap((sha) => named.get(sha) ?? []);
    const [found, expected] = [await source.pullsIn(pair), pullNumbers(inRange)];
    if (found.join() !== expected.join()) differing.push(`${pair}: ${found.join()} not ${expected.join()}`);
  };
  for (let at = 0; at < pairs.length; at += 4) await Promise.all(pairs.slice(at, at + 4).map(compare));
  expect(differing).toEqual([]);
});
