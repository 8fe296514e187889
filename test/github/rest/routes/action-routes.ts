import { dispatchWorkflow } from '../../actions/dispatch-workflow.ts';
import { findWorkflow } from '../../actions/read-workflows.ts';
import type { GitHubState } from '../../state/github-state.ts';
import type { Repository } from '../../state/repository.ts';
import type { WorkflowRun } from '../../state/workflow.ts';
import { paginate } from '../paginate.ts';
import { requestedRepository } from '../requested-repository.ts';
import { notFound } from '../rest-error.ts';
import { type RestRequest, route } from '../route.ts';
import { runLinks, runShape, workflowShape } from '../shapes/workflow-shape.ts';

/** The first API version in which a dispatch always answers with the run. */
const alwaysWithRun = '2026-03-10';

export const actionRoutes = [
  route('post', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', (request) => {
    const repository = requestedRepository(request);
    const { ref, inputs, return_run_details: wantsRun } = request.json;
    const workflow = request.params.workflow_id;
    const run = dispatchWorkflow(request.state, repository, { workflow, ref, inputs });
    if (wantsRun !== true && request.apiVersion < alwaysWithRun) return { status: 204, body: undefined };
    const { url, html_url } = runLinks(request, repository, run);
    return { status: 200, body: { workflow_run_id: run.id, run_url: url, html_url } };
  }),

  route('get', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}', (request) => {
    const repository = requestedRepository(request);
    const workflow = findWorkflow(repository, request.params.workflow_id);
    if (workflow === undefined) throw notFound();
    return { status: 200, body: workflowShape(request, repository, workflow) };
  }),

  route('get', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', (request) => {
    const repository = requestedRepository(request);
    const workflow = findWorkflow(repository, request.params.workflow_id);
    if (workflow === undefined) throw notFound();
    return listedRuns(request, repository, (run) => run.workflow.id === workflow.id);
  }),

  route('get', '/repos/{owner}/{repo}/actions/runs', (request) =>
    listedRuns(request, requestedRepository(request), () => true),
  ),

  /** Found at once, while the lists still lag. */
  route('get', '/repos/{owner}/{repo}/actions/runs/{run_id}', (request) => {
    const repository = requestedRepository(request);
    const run = repository.runs.find(({ id }) => String(id) === request.params.run_id);
    if (run === undefined) throw notFound();
    return { status: 200, body: runShape(request, repository, run) };
  }),
];

/** Newest first, without those the list does not know yet. */
function listedRuns(request: RestRequest, repository: Repository, isWanted: (run: WorkflowRun) => boolean) {
  const { query, state } = request;
  const [event, branch, status, created] = ['event', 'branch', 'status', 'created'].map((name) =>
    query.get(name),
  );
  const since = created?.startsWith('>=') ? Date.parse(created.slice(2)) : Number.NEGATIVE_INFINITY;
  const runs = repository.runs
    .filter(
      (run) =>
        isWanted(run) &&
        isListed(state, run) &&
        (!event || run.event === event) &&
        (!branch || run.ref === branch) &&
        (!status || run.status === status || run.conclusion === status) &&
        Date.parse(run.createdAt) >= since,
    )
    .reverse();
  const { items, headers } = paginate(request, runs);
  return {
    status: 200 as const,
    headers,
    body: { total_count: runs.length, workflow_runs: items.map((run) => runShape(request, repository, run)) },
  };
}

const isListed = ({ now, runListLagMs }: GitHubState, { createdAt }: WorkflowRun): boolean =>
  now() - Date.parse(createdAt) >= runListLagMs;
