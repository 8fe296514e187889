import { z } from 'zod';
import { instant, pullRequestKey } from './primitives.ts';
import { outline } from './outline.ts';
import { runStatuses } from './run-status.ts';
import { contractVersion } from './version.ts';

const count = z.int().nonnegative();

const metrics = z.strictObject({
  preflight_merged_pr_count: count.describe('Pull requests that merged in the window, before any rule.'),
  included_pr_count: count.describe('Of these, the ones in the report.'),
  direct_push_count: count.describe('Commits in the report that no pull request brought.'),
  report_length_chars: count.describe('Length of summary_message in characters (UTF-16 units).'),
  model_call_count: count.describe('Calls made to the model.'),
  tool_call_count: count.describe('Tool calls the model made.'),
  input_tokens: count.describe('Tokens sent to the model.'),
  output_tokens: count.describe('Tokens the model answered with.'),
  step_ms: z.record(z.string(), count).describe('Wall time by name of the step, in milliseconds.'),
});
export type RunMetrics = z.output<typeof metrics>;

const results = z.strictObject({
  summary_message: z.string().nullable().describe('The report as markdown; null when none was written.'),
  outline: outline
    .nullable()
    .describe('The same report by its parts, for media other than markdown; null when none was written.'),
  included_pull_requests: z
    .array(pullRequestKey)
    .describe('Keys of all pull requests the report tells of, so that its caller can keep a ledger.'),
  metrics: metrics.describe('Counts, tokens and times.'),
  timeframe: z
    .strictObject({
      start: instant.nullable().describe('Start of the window; null when not known.'),
      end: instant.nullable().describe('End of the window, exclusive; null when not known.'),
      base: z.string().nullable().describe('Tag or branch the range starts from; null without one.'),
      head: z.string().nullable().describe('Tag or branch the range ends with; null without one.'),
    })
    .describe('What was looked at.'),
  degraded: z.string().nullable().describe('Why a plainer writer had to take over; null when none had to.'),
  complete: z
    .boolean()
    .describe(
      'False when a repository could not be read in full; then a person looks before anything is posted.',
    ),
});

/** What a finished run tells its caller; the CLI prints it with `--json`. */
export const callbackPayload = z
  .strictObject({
    contract_version: z.literal(contractVersion).describe('Version of this format.'),
    request_id: z.string().describe('The request this answers.'),
    pipeline_run_id: z.string().describe('Run id and attempt, joined by a dash.'),
    status: z
      .enum(runStatuses)
      .describe('completed, no_changes (nothing to report), validated (a dry run) or failed.'),
    artifact_uri: z.string().nullable().describe('Where the files of the run are; null when none were kept.'),
    artifact_digest: z
      .string()
      .nullable()
      .describe('Digest of the artifact as sha256:…, on the CLI that of lineage.json; null without files.'),
    results: results.nullable().describe('What came of it; null when the run failed.'),
    error: z
      .strictObject({
        code: z.string().describe('Code from the error catalogue.'),
        message: z.string().describe('What failed and why.'),
        next_step: z.string().describe('What to do about it.'),
      })
      .nullable()
      .describe('Why the run failed; null when it did not.'),
  })
  .meta({ title: 'ZenPulse callback payload', description: 'What a finished run tells its caller.' });
export type CallbackPayload = z.output<typeof callbackPayload>;
