import { z } from 'zod';
import { instant } from './primitives.ts';
import { contractVersion } from './version.ts';

export const runStatuses = ['completed', 'no_changes', 'failed', 'validated'] as const;
export type RunStatus = (typeof runStatuses)[number];

const count = z.int().nonnegative();

const metrics = z.strictObject({
  preflight_merged_pr_count: count.describe('Merged pull requests in the window, before any rule.'),
  included_pr_count: count,
  direct_push_count: count,
  report_length_chars: count,
  model_call_count: count,
  tool_call_count: count,
  input_tokens: count,
  output_tokens: count,
  step_ms: z.record(z.string(), count).describe('Wall time of each step, in milliseconds.'),
});
export type RunMetrics = z.output<typeof metrics>;

const results = z.strictObject({
  summary_message: z.string().nullable().describe('The report as markdown; null when none was written.'),
  metrics,
  timeframe: z.strictObject({
    start: instant.nullable(),
    end: instant.nullable().describe('Exclusive.'),
    base: z.string().nullable(),
    head: z.string().nullable(),
  }),
  degraded: z.string().nullable(),
  complete: z.boolean().describe('False: GitHub answered in part; a person looks before anything is posted.'),
});

/** What a finished run tells its caller; the CLI prints it with `--json`. */
export const callbackPayload = z
  .strictObject({
    contract_version: z.literal(contractVersion),
    request_id: z.string(),
    pipeline_run_id: z.string(),
    status: z.enum(runStatuses),
    artifact_uri: z.string().nullable(),
    artifact_digest: z.string().nullable().describe('sha256:… ; on the CLI that of lineage.json.'),
    results: results.nullable().describe('Null when the run failed.'),
    error: z.strictObject({ code: z.string(), message: z.string(), next_step: z.string() }).nullable(),
  })
  .meta({ title: 'ZenPulse callback payload' });
export type CallbackPayload = z.output<typeof callbackPayload>;
