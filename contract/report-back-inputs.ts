import { z } from 'zod';
import { actionInputFields, checkSlack } from './action-inputs.ts';
import { deliveryOutputFields } from './action-outputs.ts';
import { pulseRequestFields } from './pulse-request.ts';

/** How GitHub says that a job ended, in `needs.<job>.result`. */
export const jobResults = ['success', 'failure', 'cancelled', 'skipped'] as const;
export type JobResult = (typeof jobResults)[number];

/**
 * Inputs of the action that reports back from a job of its own. The one-time token is none of them: the runner prints
 * what stands under `with:` before anything can mask it, so it is read from the event.
 */
export const reportBackInputFields = {
  payload: z
    .string()
    .optional()
    .describe('Output payload of the job that wrote the report. Default: that job came to no end.'),
  job_result: z
    .enum(jobResults, { error: `accepts ${jobResults.join(', ')}` })
    .optional()
    .describe('How that job ended: needs.<job>.result. It tells why there is no payload.'),
  artifact_id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'accepts the number of an artifact')
    .optional()
    .describe('Output artifact_id of that job: the artifact that holds the report.'),
  artifact_digest: z
    .string()
    .regex(/^sha256:[\da-f]{64}$/, 'accepts sha256: and 64 hex digits')
    .optional()
    .describe('Output artifact_digest of that job: what the artifact must be.'),
  callback_url: pulseRequestFields.callback_url,
  request_id: pulseRequestFields.request_id,
  slack_webhook_url: actionInputFields.slack_webhook_url,
  slack_bot_token: actionInputFields.slack_bot_token,
  slack_channel: actionInputFields.slack_channel,
  slack_api_url: actionInputFields.slack_api_url,
  callback_allowed_hosts: actionInputFields.callback_allowed_hosts,
  callback_signing_secret: actionInputFields.callback_signing_secret,
  retention_days: actionInputFields.retention_days.describe(
    "Days the artifact with an undelivered callback is kept. Default: the repository's setting.",
  ),
} as const;

export const reportBackInputs = z.strictObject(reportBackInputFields).superRefine(checkSlack).meta({
  title: 'ZenPulse report-back inputs',
  description: 'What the job that reports back is handed.',
});
export type ReportBackInputs = z.output<typeof reportBackInputs>;

/** What later steps and jobs get; every value is a string there. */
export const reportBackOutputFields = deliveryOutputFields;
