import { expect, test } from 'vitest';
import { graphqlErrors } from '../github/faults/graphql-faults.ts';
import { missing, missingPermission, permanentFailure } from '../github/faults/status-faults.ts';
import { faultyHub, release } from './faulty-hub.ts';

const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const refused = 'Resource not accessible by integration';

test('G6: a missing permission is named as GitHub names it, and asked for once only', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { operation: compare, times: 99 },
    fault: missingPermission('contents=read'),
  });
  const error = await hub.failure(release);

  expect(error).toMatchObject({ code: 'github_forbidden', data: { permission: 'contents=read' } });
  expect(error.message).toContain(refused);
  expect(error.nextStep).toContain('Grant contents=read');
  expect(hub.github.requests.filter(({ operation }) => operation === compare)).toHaveLength(1);
  expect(hub.waits).toEqual([]);
});

test('G6: where GitHub names none, the permissions a report needs are named', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: { times: 99 }, fault: missingPermission('') });
  const error = await hub.failure();

  expect(error).toMatchObject({
    code: 'github_forbidden',
    data: { permission: 'contents=read, pull_requests=read' },
  });
  expect(hub.github.requests).toHaveLength(1);
});

test('G6: GraphQL says FORBIDDEN with status 200', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { times: 99 },
    fault: graphqlErrors({ type: 'FORBIDDEN', message: refused, path: ['repository'] }),
  });

  expect(await hub.failure()).toMatchObject({ code: 'github_forbidden', data: { message: refused } });
  expect(hub.github.requests).toHaveLength(1);
});

test('G7: a repository that is not there, or may not be seen, is said to be so, never empty (GraphQL)', async () => {
  const hub = await faultyHub();
  hub.github.state.repositories.clear();

  for (const window of [undefined, release]) {
    const error = await hub.failure(window);
    expect(error.code).toBe('github_not_found');
    expect(error.message).toBe('acme/shop was not found on GitHub, or the token has no access to it.');
    expect(error.nextStep).toContain('the token may read acme/shop');
  }
  expect(hub.github.requests).toHaveLength(2);
});

test('G7: the same over REST', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: { operation: compare, times: 99 }, fault: missing() });

  expect((await hub.failure(release)).code).toBe('github_not_found');
  expect(hub.github.requests.filter(({ operation }) => operation === compare)).toHaveLength(1);
});

test.each([410, 422, 451] as const)(
  'G8: %i is final, and what GitHub says is shown as one safe line',
  async (status) => {
    const hub = await faultyHub();
    const message = 'Gone\u001B[31m for good\n::error::now\u202E';
    hub.github.faults.inject({
      match: { operation: compare, times: 99 },
      fault: permanentFailure(status, message),
    });
    const error = await hub.failure(release);

    expect(error).toMatchObject({ code: 'github_refused', data: { status } });
    expect(error.message).toContain('Gone');
    for (const hidden of ['\u001B', '\u202E', '\n']) expect(error.message).not.toContain(hidden);
    expect(hub.github.requests.filter(({ operation }) => operation === compare)).toHaveLength(1);
    expect(hub.waits).toEqual([]);
  },
);

test('G8: a query GitHub does not accept is final too', async () => {
  const hub = await faultyHub();
  hub.github.faults.inject({
    match: { times: 99 },
    fault: graphqlErrors({ type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'This query requests too many nodes.' }),
  });

  expect(await hub.failure()).toMatchObject({
    code: 'github_bad_answer',
    data: { why: 'This query requests too many nodes.' },
  });
  expect(hub.github.requests).toHaveLength(1);
});
