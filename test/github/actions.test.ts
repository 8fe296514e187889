import { expect, test } from 'vitest';
import { askRest } from './ask-github.ts';
import { githubForTest, shop, type TestGitHub } from './github-for-test.ts';
import type { Schemas } from './rest/shapes/schemas.ts';
import { push } from './state.ts';

const file = `name: ZenPulse
run-name: Pulse \${{ inputs.request_id }}
on:
  workflow_dispatch:
    inputs:
      request_id: { required: true, type: string }
      tone: { default: warm }
`;

async function githubWithWorkflow(runListLagMs = 0): Promise<TestGitHub> {
  const github = await githubForTest({ runListLagMs });
  push(github.state, shop, 'workflow', { files: { '.github/workflows/zenpulse.yml': file } });
  push(github.state, shop, 'CI', { files: { '.github/workflows/ci.yml': 'on: push\n' } });
  return github;
}

const dispatch = (github: TestGitHub, json: object, version = '2022-11-28', workflow = 'zenpulse.yml') =>
  askRest<{ message: string } & Schemas['workflow-dispatch-response']>(
    github,
    `/repos/${shop}/actions/workflows/${workflow}/dispatches`,
    { method: 'POST', json: { ref: 'main', ...json }, headers: { 'x-github-api-version': version } },
  );

test('starts runs, answers as the API version says, and lists them late', async () => {
  const github = await githubWithWorkflow(30_000);
  const heard: string[] = [];
  github.state.onDispatch = (_, run) => heard.push(run.displayTitle);
  const inputs = { request_id: 'r-1' };
  expect((await dispatch(github, { inputs })).status).toBe(204);
  const { body, status } = await dispatch(github, { inputs, return_run_details: true });
  expect(status).toBe(200);
  expect((await dispatch(github, { inputs }, '2026-03-10')).status).toBe(200);
  expect(heard).toEqual(Array(3).fill('Pulse r-1'));

  const run = await askRest<Schemas['workflow-run']>(github, body.run_url);
  expect(run.body).toMatchObject({ id: body.workflow_run_id, display_title: 'Pulse r-1', status: 'queued' });
  const listed = async (query = '') => {
    const list = `/repos/${shop}/actions/workflows/zenpulse.yml/runs?event=workflow_dispatch${query}`;
    return (await askRest<{ total_count: number }>(github, list)).body.total_count;
  };
  expect(await listed()).toBe(0);
  github.advance(1);
  expect([await listed(), await listed('&status=completed')]).toEqual([3, 0]);
});

test('names a run by its inputs, or by what stands in for one that is not given', async () => {
  const github = await githubForTest();
  const named = file
    .replace('inputs.request_id }}', "inputs.request_id || 'by hand' }}")
    .replace('true', 'false');
  push(github.state, shop, 'workflow', { files: { '.github/workflows/zenpulse.yml': named } });
  const heard: string[] = [];
  github.state.onDispatch = (_, run) => heard.push(run.displayTitle);
  await dispatch(github, { inputs: { request_id: 'r-1' } });
  await dispatch(github, { inputs: {} });
  expect(heard).toEqual(['Pulse r-1', 'Pulse by hand']);
});

test('refuses what GitHub refuses', async () => {
  const github = await githubWithWorkflow();
  const refusal = async (inputs: object, workflow?: string) => {
    const { status, body } = await dispatch(github, { inputs }, undefined, workflow);
    return `${status} ${body.message}`;
  };
  const many = Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`input_${index}`, 'x']));
  expect(await refusal({})).toBe("422 Required input 'request_id' not provided");
  expect(await refusal({ request_id: 'r', repo: 'x' })).toBe('422 Unexpected inputs provided: ["repo"]');
  expect(await refusal(many)).toContain('422 you may only define up to 25');
  expect(await refusal({ request_id: 'x'.repeat(65_535) })).toBe('422 inputs are too large.');
  expect(await refusal({}, 'ci.yml')).toBe("422 Workflow does not have 'workflow_dispatch' trigger");
  expect(await refusal({}, 'none.yml')).toBe('404 Not Found');
  expect((await dispatch(github, { ref: 'gone' })).body.message).toBe('No ref found for: gone');
});
