import * as core from '@actions/core';
import type { ActionOutputs } from '../../contract/action-outputs.ts';
import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { PulseResult } from '../pulse.ts';
import { artifactUrl, type RunContext } from '../run-context.ts';
import { handOver } from './hand-over.ts';
import type { KeptFiles } from './keep-files.ts';
import { shortenMarkdown } from './shorten-markdown.ts';
import type { UploadedArtifact } from './upload-artifact.ts';

/** Outputs of a job together may be 1 MB; the report is in the artifact whole. */
const maxOutputBytes = 900_000;

/** What a step that did nothing gives out. */
export const noOutputs: ActionOutputs = {
  status: 'failed',
  has_changes: 'false',
  summary_message: '',
  report_path: '',
  artifact_id: '',
  artifact_url: '',
  artifact_digest: '',
  pipeline_run_id: '',
  metrics: '',
  payload: '',
  callback_state: '',
  slack_state: '',
  dead_letter_url: '',
};

export const setOutputs = (outputs: Partial<ActionOutputs>) => {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
};

/** Where what was kept lies; all empty when nothing was. */
export const artifactOutputs = (context: RunContext, kept: UploadedArtifact | null) => ({
  artifact_id: kept?.id ?? '',
  artifact_url: kept ? artifactUrl(context, kept) : '',
  artifact_digest: kept?.digest ?? '',
});

/** What a run that ended well gives out, without the payload. */
export const resultOutputs = (
  { status, results }: PulseResult,
  context: RunContext,
  kept: KeptFiles | null,
): Partial<ActionOutputs> => ({
  status,
  has_changes: String(status === 'completed'),
  summary_message: shortenMarkdown(results.summary_message ?? '', maxOutputBytes, 'the run artifact'),
  report_path: kept?.paths.get('report.md') ?? '',
  ...artifactOutputs(context, kept),
  metrics: JSON.stringify(results.metrics),
});

/** Hands the payload to the jobs that follow. */
export function setPayload(payload: CallbackPayload): void {
  const { json, notice } = handOver(payload);
  if (notice !== null) core.warning(notice);
  setOutputs({ payload: json });
}
