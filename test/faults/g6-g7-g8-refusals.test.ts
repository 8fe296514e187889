import { expect, test } from 'vitest';
import type { Fault } from '../github/faults/fault.ts';
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

const ssoAddress = 'https://github.com/orgs/acme/sso?authorization_request=A';
const ssoMessage = 'Resource protected by organization SAML enforcement.';
const refusedBySso = (status: number, body: object, header: string): Fault => ({
  name: 'single sign-on',
  instead: () => ({
    status,
    headers: { 'content-type': 'application/json', 'x-github-sso': header },
    body: JSON.stringify(body),
  }),
});

test.each([
  [
    'GraphQL',
    undefined,
    refusedBySso(
      200,
      {
        data: { repository: null, organization: null },
        errors: [
          {
            type: 'FORBIDDEN',
            path: ['repository'],
            extensions: { saml_failure: true },
            message: ssoMessage,
          },
        ],
      },
      `required; url=${ssoAddress}`,
    ),
  ],
  ['REST', compare, refusedBySso(403, { message: ssoMessage }, `required; url=${ssoAddress}`)],
])(
  'G6: a refusal of %s for single sign-on leads to the page that authorises the token',
  async (_, operation, fault) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: operation === undefined ? {} : { operation }, fault });
    const error = await hub.failure(release);

    expect(error.code).toBe('github_sso_required');
    expect(error.nextStep).toContain(ssoAddress);
  },
);

test.each(['required', 'required; url=http://127.0.0.1/', 'required; url=https://ada:secret@github.com/'])(
  'G6: of a header %j no address is shown, only where to look',
  async (header) => {
    const hub = await faultyHub();
    hub.github.faults.inject({
      match: { operation: compare },
      fault: refusedBySso(403, { message: ssoMessage }, header),
    });
    const error = await hub.failure(release);

    expect(error.code).toBe('github_sso_required');
    expect(error.nextStep).not.toMatch(/https?:/);
  },
);
