import { join } from 'node:path';
import * as core from '@actions/core';
import type { DeliveryOutputs } from '../../contract/action-outputs.ts';
import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { ReportBackInputs } from '../../contract/report-back-inputs.ts';
import { toZenPulseError, type ZenPulseError } from '../../contract/zenpulse-error.ts';
import { failedPayload } from '../callback-payload.ts';
import { deliverRun, type DeliverRunEdges } from '../deliver/deliver-run.ts';
import { hasTarget } from '../deliver/delivery-inputs.ts';
import { setFailed } from '../publish/set-failed.ts';
import { secretsIn } from '../read-inputs.ts';
import { artifactUrl, pipelineRunIdOf, type RunContext, readRunContext } from '../run-context.ts';
import { readHandover } from './read-handover.ts';
import { readReportBackInputs } from './read-report-back-inputs.ts';

const noOutputs: DeliveryOutputs = { callback_state: '', slack_state: '', dead_letter_url: '' };

interface News {
  payload: CallbackPayload;
  /** Nothing of it is posted to Slack. */
  isQuiet: boolean;
  /** Why this job fails though it delivered the news; null when it did all it was for. */
  failure: ZenPulseError | null;
}

async function withArtifact(
  payload: CallbackPayload,
  { artifact_id: id, artifact_digest: digest }: ReportBackInputs,
  context: RunContext,
  newId: () => string,
): Promise<CallbackPayload> {
  // Handed-over payloads of completed runs have both.
  if (payload.status !== 'completed' || id === undefined || digest === undefined) return payload;
  const [{ fetchArtifact }, { checkArtifact }] = await Promise.all([
    import('./fetch-artifact.ts'),
    import('./check-artifact.ts'),
  ]);
  const folder = join(context.tempFolder, `zenpulse-report-${newId()}`);
  const files = await core.group('Run artifact', () => fetchArtifact(id, digest, folder));
  return checkArtifact(files, payload);
}

/** What there is to tell; whatever stands in the way of a report is news as well. */
async function gatherNews(inputs: ReportBackInputs, context: RunContext, newId: () => string): Promise<News> {
  try {
    const handed = readHandover(inputs, {
      ...context,
      artifactUrl: (artifact) => artifactUrl(context, artifact),
    });
    const payload = await withArtifact(handed, inputs, context, newId);
    return { payload, isQuiet: false, failure: null };
  } catch (thrown) {
    const error = toZenPulseError(thrown);
    const pipelineRunId = pipelineRunIdOf(context);
    const identity = { requestId: inputs.request_id ?? pipelineRunId, pipelineRunId };
    return {
      payload: failedPayload(identity, error),
      // A run that ended early, and an artifact that cannot be fetched, are known of; the rest is for a person first.
      isQuiet: error.code !== 'run_ended' && error.code !== 'artifact_unavailable',
      // The job that failed shows as failed by itself.
      failure: error.code === 'run_ended' ? null : error,
    };
  }
}

/**
 * Reports back what another job of the run came to: masks, reads what was handed on, checks the artifact, delivers.
 * It fails when that could not be trusted or delivered, not because the other job did.
 */
export async function reportBack(edges: DeliverRunEdges): Promise<void> {
  for (const secret of secretsIn(edges.variables)) core.setSecret(secret);
  for (const [name, value] of Object.entries(noOutputs)) core.setOutput(name, value);
  try {
    const context = await readRunContext(edges.variables);
    const { webhookToken } = context.dispatched;
    if (webhookToken !== null) core.setSecret(webhookToken);
    const inputs = readReportBackInputs(edges.variables);
    if (!hasTarget(inputs)) {
      core.notice('There is no callback_url and no Slack input, so nothing is delivered.');
      return;
    }
    const { payload, isQuiet, failure } = await gatherNews(inputs, context, edges.newId);
    const delivered = { ...inputs, webhook_token: webhookToken ?? undefined };
    await deliverRun({ payload, inputs: delivered, context, isQuiet }, edges);
    if (failure) setFailed(failure);
  } catch (thrown) {
    setFailed(toZenPulseError(thrown));
  }
}
