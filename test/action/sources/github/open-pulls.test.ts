import { expect, test } from 'vitest';
import { dropsNext, duplicatesItems } from '../../../github/faults/page-faults.ts';
import { graphqlErrors } from '../../../github/faults/graphql-faults.ts';
import type { Fault } from '../../../github/faults/fault.ts';
import { openPull } from '../../../github/state/open-pull.ts';
import { startedHistory } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { pulseOver } from './pulse-over-hub.ts';

const nothingThere = ['repository', 'page', 'nodes', 0] as const;

/** What an upcoming report tells of three open pull requests, when GitHub's list of them has a fault. */
async function upcoming(fault: Fault | null, count = 3) {
  const history = startedHistory();
  history.squash(12, 'feat: waits');
  const { github, source } = await onGitHub(history);
  for (let at = 0; at < count; at += 1)
    openPull(github.state, 'acme/shop', {
      number: 20 + at,
      title: `feat: part ${at}`,
      labels: ['next'],
      milestone: 'Spring',
    });
  if (fault) github.faults.inject({ match: { operation: 'OpenPulls', times: 1 }, fault });
  const rules = { text: 'report:\n  upcoming: { milestones: ["ｓpring"] }\n', source: 'rules' };
  const { manifest } = await pulseOver([source], { analysis_type: 'upcoming' }, { rules });
  return {
    numbers: manifest.open_pull_requests.map(({ number }) => number),
    complete: manifest.complete && manifest.repositories.every(({ complete }) => complete),
    notices: manifest.notices,
  };
}

/** Puts null into a list without an error beside it. */
const loses = (path: readonly (string | number)[]): Fault => {
  const fault = graphqlErrors({ type: 'X', path });
  return {
    ...fault,
    name: 'null in a list',
    change: (answer) => {
      const changed = fault.change?.(answer) ?? answer;
      return { ...changed, body: JSON.stringify({ data: JSON.parse(changed.body).data }) };
    },
  };
};

test('open pull requests of more than a page are all told, and the reading is complete', async () => {
  const { numbers, complete, notices } = await upcoming(null, 104);

  expect([numbers.length, complete, notices]).toEqual([104, true, []]);
});

test('one that GitHub left out of a page makes the report incomplete, and a notice says so', async () => {
  expect(await upcoming(loses(nothingThere))).toEqual({
    numbers: [21, 22],
    complete: false,
    notices: [
      {
        code: 'source_incomplete',
        text: 'acme/shop: GitHub left open pull requests of a page out.',
      },
      {
        code: 'source_incomplete',
        text: 'acme/shop: GitHub ended its list after 2 of 3 open pull requests.',
      },
    ],
  });
});

test.each([
  ['no labels', [...nothingThere, 'labels']],
  ['labels with a gap', [...nothingThere, 'labels', 'nodes', 0]],
  ['no list of labels', [...nothingThere, 'labels', 'nodes']],
])(
  'one with %s is left out, for a label may exclude it, and a notice counts it without its number',
  async (_, path) => {
    const { numbers, complete, notices } = await upcoming(loses(path));

    expect([numbers, complete]).toEqual([[21, 22], false]);
    expect(notices).toEqual([
      {
        code: 'source_incomplete',
        text: 'acme/shop: the labels of 1 of 3 open pull requests were not read, so those are left out.',
      },
    ]);
  },
);

test('an error beside the data is told, not thrown', async () => {
  const fault = graphqlErrors({ type: 'FORBIDDEN', message: 'Not for you', path: nothingThere });
  const { numbers, complete, notices } = await upcoming(fault);

  expect([numbers, complete]).toEqual([[21, 22], false]);
  expect(notices[0]?.text).toContain('Not for you');
});

test('a list that ends before its total is told', async () => {
  const { numbers, complete } = await upcoming(dropsNext(), 104);

  expect([numbers.length, complete]).toEqual([100, false]);
});

test('one that GitHub lists twice is told once', async () => {
  expect((await upcoming(duplicatesItems())).numbers).toEqual([20, 21, 22]);
});
