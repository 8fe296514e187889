import { expect, test } from 'vitest';
import { numbers } from '../action/sources/git/read-story.ts';
import { graphqlErrors } from '../github/faults/graphql-faults.ts';
import { errorBeside } from './broken-answers.ts';
import { faultyHub, release, smallStory } from './faulty-hub.ts';

test('G10: an error that says the time ran out is tried again, and the reading is whole', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: {}, fault: graphqlErrors({ path: ['repository', 'page', 'nodes', 0] }) });
  const reading = await hub.read();

  expect([numbers(reading), reading.complete, reading.notices]).toEqual([[12, 13], true, []]);
  expect(hub.waits).toEqual([300]);
});

test('G10: one that stays leaves what came, incomplete, with what GitHub says', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { operation: 'DateWindow', times: 99 },
    fault: graphqlErrors({ path: ['repository', 'page', 'nodes', 0] }),
  });
  const reading = await hub.read();

  // The entry that is missing is asked for by the commit that names it.
  expect(numbers(reading)).toEqual([12, 13]);
  expect(reading.complete).toBe(false);
  expect(reading.notices.map(({ text }) => text).join('\n')).toContain(
    'GitHub could not answer repository.page.nodes.0 (Something went wrong',
  );
  expect(hub.github.requests).toHaveLength(4);
});

test('G10: no data at all after three tries is an error, never an empty window', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: { times: 99 }, fault: graphqlErrors() });

  expect(await hub.failure()).toMatchObject({ code: 'github_unavailable', data: { tries: 3 } });
  expect(hub.github.requests).toHaveLength(3);
});

test('G10: an error of another kind is not tried again, and leaves the reading incomplete', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: {},
    fault: graphqlErrors({
      type: 'FORBIDDEN',
      message:
        'Although you appear to have the correct authorization credentials, the `acme` organization has enabled SAML.',
      path: ['repository', 'page', 'nodes', 1],
    }),
  });
  const reading = await hub.read();

  expect([numbers(reading), reading.complete]).toEqual([[12, 13], false]);
  expect(reading.notices.map(({ text }) => text).join()).toContain('SAML');
  expect(hub.github.requests.map(({ operation }) => operation)).toEqual(['DateWindow', 'PullsOfCommits']);
});

test('G10: a missing .github repository is an answer', async () => {
  const hub = await faultyHub();
  const reading = await hub.read();

  expect([reading.complete, reading.notices]).toEqual([true, []]);
});

test('G10: a .github repository the token may not read leaves the rules unknown, and that is said', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: {},
    fault: errorBeside({
      type: 'FORBIDDEN',
      path: ['organization'],
      message: 'Resource not accessible by integration',
    }),
  });
  const reading = await hub.read();

  expect([numbers(reading), reading.complete]).toEqual([[12, 13], false]);
  expect(reading.notices[0]?.text).toContain('organization');
});

test('G10: labels that did not come leave the reading incomplete, for a rule might have asked for one', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { times: 99 },
    fault: graphqlErrors({
      type: 'SERVICE',
      message: 'No labels now',
      path: ['repository', 'page', 'nodes', 0, 'labels'],
    }),
  });

  expect((await hub.read()).complete).toBe(false);
});

test.each(['TagWindow', 'RecentPulls', 'PullsOfCommits'])(
  'G10: partial data of %s leaves a tag window incomplete',
  async (operation) => {
    const hub = await faultyHub({ history: smallStory() });
    hub.github.faults.inject({
      match: { operation, times: 99 },
      fault: errorBeside({ type: 'SERVICE', path: ['repository'], message: 'Some of it is missing' }),
    });
    const reading = await hub.read(release);

    expect(reading.complete).toBe(false);
    expect(reading.notices.map(({ text }) => text).join()).toContain('Some of it is missing');
  },
);

test('G10: links to a commit that GitHub leaves null are told, not taken for none', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { operation: 'PullsOfCommits', times: 99 },
    fault: graphqlErrors({ path: ['repository', 'c0'] }),
  });
  const reading = await hub.read(release);

  expect(reading.complete).toBe(false);
  expect(hub.github.requests.filter(({ operation }) => operation === 'PullsOfCommits')).toHaveLength(3);
});

test.each([
  ['an entry', ['repository', 'page', 'nodes', 0]],
  ['the whole', ['repository']],
])(
  'G10: limits of resources that cost %s are no answer: the page is asked for again, and smaller',
  async (_, path) => {
    const hub = await faultyHub();
    hub.github.faults.inject({
      match: {},
      fault: graphqlErrors({
        type: 'RESOURCE_LIMITS_EXCEEDED',
        message: 'Resource limits for this query exceeded.',
        path,
      }),
    });
    const reading = await hub.read();

    expect([numbers(reading), reading.complete, reading.notices]).toEqual([[12, 13], true, []]);
    expect(hub.github.requests.map(({ variables }) => variables['pageSize'])).toEqual([100, 50]);
  },
);

test('G10: limits of resources that stay are an error with their words, not a repository that is missing', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { times: 99 },
    fault: graphqlErrors({
      type: 'RESOURCE_LIMITS_EXCEEDED',
      message: 'Resource limits for this query exceeded.',
      path: ['repository'],
    }),
  });
  const error = await hub.failure();

  expect(error.code).toBe('github_unavailable');
  expect(error.message).toContain('Resource limits');
});
