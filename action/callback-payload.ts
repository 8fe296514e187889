import type { CallbackPayload } from '../contract/callback-payload.ts';
import { contractVersion } from '../contract/version.ts';
import type { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { PulseResult } from './pulse.ts';

export interface RunIdentity {
  requestId: string;
  /** Run id and attempt, joined by a dash. */
  pipelineRunId: string;
}

/** Where the run's files went; null when none were kept. */
export type ArtifactLocation = { uri: string; digest: string } | null;

type Identifying = 'contract_version' | 'request_id' | 'pipeline_run_id';

const head = ({ requestId, pipelineRunId }: RunIdentity): Pick<CallbackPayload, Identifying> => ({
  contract_version: contractVersion,
  request_id: requestId,
  pipeline_run_id: pipelineRunId,
});

/** What a run that ended well tells its caller. */
export const endedPayload = (
  identity: RunIdentity,
  { status, results }: PulseResult,
  artifact: ArtifactLocation,
): CallbackPayload => ({
  ...head(identity),
  status,
  artifact_uri: artifact?.uri ?? null,
  artifact_digest: artifact?.digest ?? null,
  results,
  error: null,
});

/** What a run that failed tells its caller. @param redact takes secrets out of what is told */
export const failedPayload = (
  identity: RunIdentity,
  error: ZenPulseError,
  artifact: ArtifactLocation = null,
  redact: (text: string) => string = (text) => text,
): CallbackPayload => ({
  ...head(identity),
  status: 'failed',
  artifact_uri: artifact?.uri ?? null,
  artifact_digest: artifact?.digest ?? null,
  results: null,
  error: { code: error.code, message: redact(error.message), next_step: redact(error.nextStep) },
});

/**
 * What one job hands to the next, for outputs are small: the report's text and the keys of what it tells of stay in
 * the artifact, where there is one.
 */
export const withoutText = (payload: CallbackPayload): CallbackPayload => {
  const { results, status } = payload;
  if (results === null || status !== 'completed') return payload;
  return {
    ...payload,
    results: { ...results, summary_message: null, outline: null, included_pull_requests: [] },
  };
};
