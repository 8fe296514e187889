import { expect, test } from 'vitest';
import { hangs, resets } from '../../github/faults/connection-faults.ts';
import { primaryLimit, secondaryLimit } from '../../github/faults/rate-faults.ts';
import { missingPermission, permanentFailure, serverError } from '../../github/faults/status-faults.ts';
import { shop } from '../../github/github-for-test.ts';
import { push, repositoryOf } from '../../github/state.ts';
import { portForTest, type PortOptions } from './port-for-test.ts';

const file = `name: ZenPulse
run-name: ZenPulse \${{ inputs.request_id || 'by hand' }}
on:
  workflow_dispatch:
    inputs:
      repo: {}
      analysis_type: {}
      callback_url: {}
      request_id: {}
      webhook_token: {}
`;
const inputs = {
  repo: shop,
  analysis_type: 'shipped',
  callback_url: 'https://zenpulse.example.com/done',
  request_id: 'request-1',
} as const;
const dispatches = /dispatches$/;
const quick = { tries: 3, tryMs: 150, rateWaitMs: 0 };

async function withWorkflow(options: PortOptions = {}) {
  const context = await portForTest(options);
  const { port, address, github } = context;
  push(github.state, shop, 'workflow', { files: { '.github/workflows/zenpulse.yml': file } });
  return {
    ...context,
    dispatch: (more: Partial<typeof inputs> & { webhook_token?: string } = {}) =>
      port.dispatchWorkflow(address, 'zenpulse.yml', 'main', { ...inputs, ...more }),
    posts: () => github.requests.filter(({ path }) => dispatches.test(path)).length,
    runs: () => repositoryOf(github.state, shop).runs,
  };
}

test('a dispatch is answered with its run, which is found by the request id and by its own', async () => {
  const { port, address, github, dispatch, runs } = await withWorkflow();
  const answer = await dispatch();
  const [run] = runs();
  const runId = String(run?.id);
  await dispatch({ request_id: 'request-2' as 'request-1' });

  expect(answer).toEqual({
    kind: 'started',
    runId,
    runUrl: `https://github.com/${shop}/actions/runs/${runId}`,
  });
  const found = await port.findRuns(address, 'zenpulse.yml', 'request-1', new Date(github.state.now()));
  expect(found).toEqual([
    {
      id: runId,
      url: `https://github.com/${shop}/actions/runs/${runId}`,
      attempt: 1,
      status: 'queued',
      conclusion: null,
      updatedAt: new Date(github.state.now()),
    },
  ]);
  expect(await port.getRun(address, runId)).toEqual(found[0]);
  expect(await port.getRun(address, '1')).toBeNull();
});

test('an older GitHub that tells no run has started one all the same', async () => {
  const { github, dispatch, runs } = await withWorkflow();
  github.faults.inject({
    match: { path: dispatches },
    fault: { name: '204', change: () => ({ status: 204, headers: {}, body: '' }) },
  });

  expect(await dispatch()).toEqual({ kind: 'started', runId: null, runUrl: null });
  expect(runs()).toHaveLength(1);
});

test.each([
  ['a bad gateway', serverError(502)],
  ['an outage', serverError(503)],
  ['a reset', resets()],
  ['a reset in the answer', resets('body')],
  ['silence', hangs('connect')],
  ['an answer that never ends', hangs('body')],
])('%s is unclear, after one POST', async (_, fault) => {
  const { github, dispatch, posts, waits } = await withWorkflow({ limits: quick });
  github.faults.inject({ match: { path: dispatches, times: 9 }, fault: { ...fault, takesEffect: true } });

  expect(await dispatch()).toMatchObject({ kind: 'unclear' });
  expect([posts(), waits]).toEqual([1, []]);
});

test.each([
  [404, 'a missing workflow', { workflow: 'none.yml' }, 'Not Found'],
  [422, 'inputs it does not know', { extra: 'x' }, 'Unexpected inputs provided: ["extra"]'],
  [422, 'a branch that is gone', { ref: 'gone' }, 'No ref found for: gone'],
])('%i, %s, is refused with the words of GitHub', async (status, _, change, message) => {
  const { port, address, posts } = await withWorkflow();
  const { workflow = 'zenpulse.yml', ref = 'main', ...extra } = change as Record<string, string>;

  expect(await port.dispatchWorkflow(address, workflow, ref, { ...inputs, ...extra })).toEqual({
    kind: 'refused',
    status,
    message,
  });
  expect(posts()).toBe(1);
});

test('a missing permission is refused, and hidden code points are taken out of the words', async () => {
  const { github, dispatch } = await withWorkflow();
  github.faults.inject({ match: { path: dispatches }, fault: missingPermission('actions=write') });
  github.faults.inject({ match: { path: dispatches }, fault: permanentFailure(422, 'no\u202e\nway') });

  expect(await dispatch()).toMatchObject({ kind: 'refused', status: 403 });
  expect(await dispatch()).toMatchObject({ kind: 'refused', status: 422, message: 'no way' });
});

test('a rate limit says when to come back, and is not waited for', async () => {
  const { github, dispatch, posts, waits } = await withWorkflow();
  const now = github.state.now();
  const resetAt = new Date(now + 40 * 60_000);
  github.faults.inject({ match: { path: dispatches }, fault: primaryLimit({ resetAt }) });
  github.faults.inject({ match: { path: dispatches }, fault: secondaryLimit({ retryAfter: null }) });

  expect(await dispatch()).toEqual({ kind: 'later', at: resetAt });
  expect(await dispatch()).toEqual({ kind: 'later', at: new Date(now + 60_000) });
  expect([posts(), waits]).toEqual([2, []]);
});

test('a list that lags has the run later', async () => {
  const { port, address, github, dispatch } = await withWorkflow({ runListLagMs: 90_000 });
  const since = new Date(github.state.now());
  await dispatch();
  const find = () => port.findRuns(address, 'zenpulse.yml', 'request-1', since);

  expect(await find()).toEqual([]);
  github.advance(2);
  expect(await find()).toHaveLength(1);
});

test('the one-time token reaches the workflow and no log', async () => {
  const { dispatch, runs, logged } = await withWorkflow();
  await dispatch({ webhook_token: 'only-once' });

  expect(runs()[0]?.inputs['webhook_token']).toBe('only-once');
  expect(logged.join()).not.toContain('only-once');
});
