import * as core from '@actions/core';
import type { CallbackPayload } from '../contract/callback-payload.ts';
import { toZenPulseError } from '../contract/zenpulse-error.ts';
import { type DeliveryInputs, hasTarget } from './deliver/delivery-inputs.ts';
import { failRun } from './fail-run.ts';
import type { RunFile } from './lineage/run-files.ts';
import { noOutputs, setOutputs } from './publish/outputs.ts';
import { setFailed } from './publish/set-failed.ts';
import { type Inputs, readInputs, secretsIn } from './read-inputs.ts';
import { reportRun } from './report-run.ts';
import { pipelineRunIdOf, type RunContext, readRunContext } from './run-context.ts';
import type { Run, RunnerEdges } from './runner-edges.ts';

/** Where nobody else delivers, this step does. Whatever comes of that, the outputs above stay. */
async function deliver(run: Run, { request, action }: Inputs, payload: CallbackPayload): Promise<void> {
  const { context, edges } = run;
  const { callback_url, webhook_token = context.dispatched.webhookToken ?? undefined } = request;
  const inputs: DeliveryInputs = { ...action, callback_url, webhook_token };
  if (!hasTarget(inputs)) return;
  const { deliverRun } = await import('./deliver/deliver-run.ts');
  await deliverRun({ payload, inputs, context }, edges);
}

/** Reads the inputs, reports, and tells what came of it, also where they cannot be read. */
async function reportAndDeliver(context: RunContext, edges: RunnerEdges): Promise<void> {
  let partial: readonly RunFile[] = [];
  const current: Run = { id: edges.newId(), context, edges, retentionDays: undefined };
  let inputs: Inputs;
  try {
    inputs = readInputs(edges.variables);
  } catch (thrown) {
    await failRun(current, toZenPulseError(thrown), []);
    return;
  }
  current.retentionDays = inputs.action.retention_days;
  const payload = await reportRun(current, inputs, (files) => {
    partial = files;
  }).catch((thrown: unknown) => failRun(current, toZenPulseError(thrown), partial));
  await deliver(current, inputs, payload);
}

/** One run of the action: masks, reads inputs, reports, and turns a failure into a failed step that says what to do. */
export async function run(edges: RunnerEdges): Promise<void> {
  for (const secret of secretsIn(edges.variables)) core.setSecret(secret);
  setOutputs(noOutputs);
  try {
    const context = await readRunContext(edges.variables);
    if (context.dispatched.webhookToken !== null) core.setSecret(context.dispatched.webhookToken);
    setOutputs({ pipeline_run_id: pipelineRunIdOf(context) });
    await reportAndDeliver(context, edges);
  } catch (thrown) {
    setFailed(toZenPulseError(thrown));
  }
}
