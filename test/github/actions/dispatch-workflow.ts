import { RestError } from '../rest/rest-error.ts';
import { findCommit } from '../state/find-revision.ts';
import type { GitHubState } from '../state/github-state.ts';
import { toInstant } from '../state/instant.ts';
import type { Repository } from '../state/repository.ts';
import type { Workflow, WorkflowInput, WorkflowRun } from '../state/workflow.ts';
import { findWorkflow } from './read-workflows.ts';

const mostInputs = 25;
const mostCharacters = 65_535;

export interface DispatchRequest {
  /** File name or id of the workflow. */
  workflow: string;
  ref: unknown;
  inputs: unknown;
}

/**
 * Starts a run, with what the workflow's file at `ref` declares.
 * @throws RestError in GitHub's words for what it refuses
 */
export function dispatchWorkflow(
  state: GitHubState,
  repository: Repository,
  { workflow: file, ref, inputs }: DispatchRequest,
): WorkflowRun {
  if (findWorkflow(repository, file) === undefined) throw new RestError(404, 'Not Found');
  if (typeof ref !== 'string') throw new RestError(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
  const headOid = findCommit(repository, ref);
  if (headOid === undefined) throw new RestError(422, `No ref found for: ${ref}`);
  const workflow = findWorkflow(repository, file, ref);
  const declared = workflow?.inputs ?? null;
  if (workflow === undefined || declared === null) {
    throw new RestError(422, "Workflow does not have 'workflow_dispatch' trigger");
  }
  const given = checkInputs(declared, inputs);
  const at = toInstant(state.now());
  const run: WorkflowRun = {
    id: repository.id * 1_000_000 + repository.runs.length + 1,
    workflow,
    runNumber: repository.runs.filter((each) => each.workflow.id === workflow.id).length + 1,
    attempt: 1,
    event: 'workflow_dispatch',
    ref: ref.replace(/^refs\/(?:heads|tags)\//, ''),
    headOid,
    displayTitle: titleOf(workflow, given),
    status: 'queued',
    conclusion: null,
    inputs: given,
    actor: `${state.app.slug}[bot]`,
    createdAt: at,
    updatedAt: at,
  };
  repository.runs.push(run);
  state.onDispatch(repository, run);
  return run;
}

function checkInputs(declared: ReadonlyMap<string, WorkflowInput>, inputs: unknown): Record<string, string> {
  const given = Object.entries(typeof inputs === 'object' && inputs !== null ? inputs : {});
  if (given.length > mostInputs) {
    throw new RestError(
      422,
      `you may only define up to ${mostInputs} \`inputs\` for a \`workflow_dispatch\` event`,
    );
  }
  if (JSON.stringify(Object.fromEntries(given)).length > mostCharacters) {
    throw new RestError(422, 'inputs are too large.');
  }
  const unexpected = given.map(([name]) => name).filter((name) => !declared.has(name));
  if (unexpected.length > 0) {
    throw new RestError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  }
  const values = new Map(given.map(([name, value]) => [name, String(value)]));
  for (const [name, input] of declared) {
    if (values.has(name)) continue;
    if (input.default !== null) values.set(name, input.default);
    else if (input.required) throw new RestError(422, `Required input '${name}' not provided`);
  }
  return Object.fromEntries(values);
}

/** Fills `${{ inputs.request_id }}` and `${{ inputs.request_id || 'by hand' }}` into `run-name`. */
function titleOf({ runName, name }: Workflow, inputs: Readonly<Record<string, string>>): string {
  if (runName === null) return name;
  return runName.replaceAll(
    /\$\{\{\s*(?:github\.event\.)?inputs\.([\w-]+)\s*(?:\|\|\s*'([^']*)'\s*)?\}\}/g,
    (_, input: string, otherwise?: string) => inputs[input] || (otherwise ?? ''),
  );
}
