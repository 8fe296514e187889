import { z } from 'zod';
import { runStatuses } from './run-status.ts';

/** How the delivery went, in the action and in the one that reports back. */
export const deliveryOutputFields = {
  callback_state: z
    .enum(['delivered', 'refused', 'exhausted', ''])
    .describe(
      'delivered, refused (by the receiver) or exhausted (no try got through); empty without a callback.',
    ),
  slack_state: z
    .enum(['sent', 'failed', 'unknown', 'withheld', ''])
    .describe(
      'sent, failed, unknown (it may have been posted: a person looks) or withheld (an incomplete report, or ' +
        'one that only the App posts); empty where nothing was to be posted.',
    ),
  dead_letter_url: z
    .string()
    .describe('Web address of the artifact that keeps an undelivered callback; empty without one.'),
} as const;

export type DeliveryOutputs = Record<keyof typeof deliveryOutputFields, string>;

/** What later steps and jobs of the workflow get; every value is a string there. */
export const actionOutputFields = {
  status: z
    .enum(runStatuses)
    .describe('completed, no_changes (nothing to report), validated (a dry run) or failed.'),
  has_changes: z.enum(['true', 'false']).describe('true when there was something to report.'),
  summary_message: z.string().describe('The report as markdown; empty when none was written.'),
  report_path: z.string().describe('Path of report.md on the runner; empty when none was written.'),
  artifact_id: z
    .string()
    .describe('Id of the run artifact, by which another job fetches it; empty without one.'),
  artifact_url: z.string().describe('Web address of the run artifact; empty when nothing was uploaded.'),
  artifact_digest: z.string().describe('Digest of the run artifact, as sha256:…; empty without one.'),
  pipeline_run_id: z.string().describe('Id and attempt of the workflow run, joined by a dash.'),
  metrics: z.string().describe('Counts, tokens and times of the run, as JSON; see docs/contract.md.'),
  payload: z
    .string()
    .describe(
      'The callback payload as JSON for the job that reports back, also when the run failed; without the text of ' +
        'the report, which that job takes from the artifact.',
    ),
  ...deliveryOutputFields,
} as const;

export type ActionOutputField = keyof typeof actionOutputFields;
export type ActionOutputs = Record<ActionOutputField, string>;
