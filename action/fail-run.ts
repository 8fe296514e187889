import * as core from '@actions/core';
import type { CallbackPayload } from '../contract/callback-payload.ts';
import { toZenPulseError, type ZenPulseError } from '../contract/zenpulse-error.ts';
import { failedPayload } from './callback-payload.ts';
import { createRedactor } from './lineage/redact.ts';
import type { RunFile } from './lineage/run-files.ts';
import { keepFiles } from './publish/keep-files.ts';
import { artifactOutputs, setOutputs, setPayload } from './publish/outputs.ts';
import { setFailed } from './publish/set-failed.ts';
import type { UploadedArtifact } from './publish/upload-artifact.ts';
import { requestIdIn, secretsIn } from './read-inputs.ts';
import { artifactLocation, pipelineRunIdOf } from './run-context.ts';
import type { Run } from './runner-edges.ts';

/** Keeps what exists of a run that failed: an error with a manifest can be looked into. */
async function keepPartial(
  run: Run,
  error: ZenPulseError,
  partial: readonly RunFile[],
): Promise<UploadedArtifact | null> {
  if (partial.length === 0 || error.code === 'artifact_failed') return null;
  try {
    const kept = await keepFiles(run, partial);
    setOutputs(artifactOutputs(run.context, kept));
    return kept;
  } catch (second) {
    core.warning(toZenPulseError(second).message);
    return null;
  }
}

/** Tells a failure and keeps what exists. @returns what the caller is told */
export async function failRun(
  run: Run,
  error: ZenPulseError,
  partial: readonly RunFile[],
): Promise<CallbackPayload> {
  setFailed(error);
  const { context, edges } = run;
  const pipelineRunId = pipelineRunIdOf(context);
  const identity = { requestId: requestIdIn(edges.variables) ?? pipelineRunId, pipelineRunId };
  const kept = await keepPartial(run, error, partial);
  // The log masks secrets, a callback and Slack do not.
  const redact = createRedactor(secretsIn(edges.variables));
  const payload = failedPayload(identity, error, artifactLocation(context, kept), redact);
  setPayload(payload);
  return payload;
}
