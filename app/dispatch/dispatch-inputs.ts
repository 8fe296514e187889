import { z } from 'zod';
import { analysisTypes } from '../../contract/pulse-request.ts';

/**
 * Fields of the pulse request that the App sets; each is text, as inputs of a workflow are. Tone, wishes and rules
 * are the repository file's, the model is the workflow's.
 */
export const dispatchInputs = z.strictObject({
  repo: z.string(),
  base_branch: z.string().optional(),
  date_range: z.string().optional(),
  tag_range: z.string().optional(),
  analysis_type: z.enum(analysisTypes),
  ignored_prs: z.string().optional(),
  trigger_prs: z.string().optional(),
  callback_url: z.string(),
  request_id: z.string(),
});
export type DispatchInputs = z.output<typeof dispatchInputs>;
