import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGitHubClient } from '../../../../action/sources/github/github-client.ts';
import { readBothHistories } from '../../../../action/sources/github/read-both-histories.ts';
import type { RepositoryContext } from '../../../../action/sources/github/repository-context.ts';
import { toolkitFetch } from '../../../../action/sources/github/toolkit-fetch.ts';
import { serverError } from '../../../github/faults.ts';
import { numbers, pushes, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { read } from './pulse-over-hub.ts';
import { storySteps, tellStory } from './story-steps.ts';

const broken = { match: { path: /compare/, times: 99 }, fault: serverError(500) };

test('a range that GitHub fails to compare is read from both histories', async () => {
  const history = startedHistory();
  history.branch('side');
  history.checkout('side');
  history.squash(11, 'feat: beside');
  history.checkout('main');
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  history.merge('side');
  history.commit('Fix totals');
  history.tag('v1.2.0');
  const { github, source } = await onGitHub(history);
  github.faults.inject(broken);
  const reading = await read(source, tags('v1.1.0..v1.2.0'));

  expect([numbers(reading), pushes(reading), reading.complete]).toEqual([[11], ['Fix totals'], true]);
});

test('a range that runs backwards is still refused', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history);
  github.faults.inject(broken);

  await expect(read(source, tags('v1.1.0..v1.0.0'))).rejects.toMatchObject({ code: 'tag_range_reversed' });
});

test('a page that fails in the middle of a comparison leads to the histories too', async () => {
  const history = startedHistory({ stepMinutes: 1 });
  for (let number = 1; number <= 250; number += 1) history.squash(number, `feat: ${number}`);
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history);
  github.faults.inject({ match: { path: /compare.*/, times: 99, skip: 1 }, fault: serverError(502) });

  expect(numbers(await read(source, tags('v1.1.0')))).toHaveLength(250);
});

test('both histories give what a comparison gives, for any two tags of any story', async () => {
  await fc.assert(
    fc.asyncProperty(storySteps, fc.nat(), fc.nat(), async (steps, one, other) => {
      const { history, tags: names } = tellStory(steps);
      const { repo, github } = await onGitHub(history);
      const [base, head] = [one, other].map((at) => names[at % names.length] ?? '');
      const shaOf = async (tag = '') => (await repo.git('rev-parse', `${tag}^{commit}`)).trim();
      const client = createGitHubClient(
        'acme/shop',
        { apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl },
        {
          fetch: toolkitFetch,
          clock: () => new Date(0),
          sleep: async () => {},
          random: () => 0,
          token: async () => 'token',
        },
      );
      const context: RepositoryContext = {
        key: 'acme/shop',
        owner: 'acme',
        name: 'shop',
        client,
        pageSize: 100,
        messages: { names: ['acme/shop'], template: new Set() },
      };
      const { commits } = await readBothHistories(context, await shaOf(base), await shaOf(head));
      const told = (await repo.git('rev-list', `${base}..${head}`)).split('\n').filter(Boolean);
      expect(commits.map(({ sha }) => sha).sort()).toEqual(told.sort());
    }),
    { numRuns: 12 },
  );
}, 60_000);
