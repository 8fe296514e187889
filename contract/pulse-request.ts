import { z } from 'zod';
import { dateRange } from './date-range.ts';
import { flag, httpUrl, listOf, text, wholeNumber } from './wire-types.ts';

/** Presets every writer knows; anything else is free text for a model. */
export const tonePresets = ['neutral', 'friendly', 'executive', 'technical'] as const;

export const analysisTypes = ['shipped', 'release', 'upcoming'] as const;
export type AnalysisType = (typeof analysisTypes)[number];

const pullRequestReference = z
  .string()
  .regex(/^(?:(?:[\w.-]+\/[\w.-]+)?#)?[1-9]\d{0,9}$/, 'accepts 12, #12 or owner/name#12');

const branchName = z
  .string()
  .max(255)
  .regex(
    /^(?!-)(?!.*\.\.)(?!.*[\s~^:?*[\\\p{Cc}])(?!.*@\{).+(?<![./])$/u,
    'accepts a branch name, such as main or release/1.x',
  );

const tagRange = z
  .string()
  .regex(
    /^(?!-)(?!\.\.)(?:(?!\.\.)[^\s~^:?*[\\\p{Cc}])+(?:\.\.(?!\.)(?:(?!\.\.)[^\s~^:?*[\\\p{Cc}])+)?$/u,
    'accepts v1.2.0..v1.3.0, one tag (from the previous tag of its series), or owner/name@v1..v2',
  );

/**
 * What to report on. One set of fields for the action's inputs, the CLI's options and the Compose form:
 * snake_case on the wire, kebab-case as CLI options.
 */
export const pulseRequestFields = {
  repo: listOf(z.string().min(1).max(4096)).describe(
    'Repository as owner/name, or on the CLI a path to a git clone. Several make one report.',
  ),
  base_branch: branchName
    .optional()
    .describe('Branch the pull requests merged into. Default: the default branch.'),
  date_range: dateRange
    .optional()
    .describe('7d, 2026-11-01..2026-11-15, or ISO instants joined by "..". Default: the last 7 days.'),
  tag_range: listOf(tagRange)
    .optional()
    .describe('v1.2.0..v1.3.0, or one tag: from the previous tag of its series. Excludes date_range.'),
  analysis_type: z
    .enum(analysisTypes, { error: `accepts ${analysisTypes.join(', ')}` })
    .default('shipped')
    .describe('shipped: what merged. release: notes for a tag. upcoming: merged since the last release.'),
  tone: text(200)
    .optional()
    .describe(
      `${tonePresets.join(', ')}, or free text (needs a model). Default: the repository file's, else neutral.`,
    ),
  custom_prompt: text(4000).optional().describe('Further wishes for the writer (needs a model).'),
  ignored_prs: listOf(pullRequestReference)
    .default([])
    .describe('Pull requests to leave out: 12,13; with several repositories owner/name#12.'),
  trigger_prs: listOf(pullRequestReference)
    .default([])
    .describe('Pull requests the trigger knows of; joined to the window.'),
  llm_model: text(200).default('embedded').describe("A model's name, or embedded: no network, no key."),
  llm_api: z
    .enum(['auto', 'chat', 'responses'], { error: 'accepts auto, chat, responses' })
    .default('auto')
    .describe('Which API the model is called through: auto, chat or responses.'),
  max_iterations: wholeNumber(1, 10).default(3).describe('Rounds the agent may take, 1 to 10.'),
  max_tokens: wholeNumber(1_000, 10_000_000).default(200_000).describe('Token budget of one run.'),
  dry_run: flag
    .default(false)
    .describe('Do all but write: check inputs, count what merged, report "validated".'),
  callback_url: httpUrl.optional().describe('Where the action sends the result.'),
  request_id: z
    .string()
    .regex(/^[\w.:-]{1,128}$/, 'accepts 1 to 128 letters, digits and _ . : -')
    .optional()
    .describe('Identifies the request from dispatch to callback. Default: a new id.'),
  webhook_token: text(512)
    .optional()
    .describe("One-time token for the action's callback, where OIDC cannot serve."),
} as const;

const pulseRequestObject = z.strictObject(pulseRequestFields);

function checkRanges(request: z.output<typeof pulseRequestObject>, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string) =>
    context.addIssue({
      code: 'custom',
      path: [field],
      message,
      input: request[field as keyof typeof request],
    });
  const { analysis_type: type, date_range: dates, tag_range: tags } = request;
  if (dates && tags) refuse('date_range', 'accepts a value only without tag_range; give one of the two');
  if (dates && type !== 'shipped') refuse('date_range', `accepts no value when analysis_type is ${type}`);
  if (tags && type === 'upcoming') refuse('tag_range', 'accepts no value when analysis_type is upcoming');
  if (request.repo.length === 0) refuse('repo', 'accepts at least one repository');
}

export const pulseRequest = pulseRequestObject.superRefine(checkRanges).meta({
  title: 'ZenPulse pulse request',
  description: 'What to report on.',
});

export type PulseRequest = z.output<typeof pulseRequest>;
export type PulseRequestField = keyof typeof pulseRequestFields;

/** Fields that say where the result goes. The action delivers; the command line prints, so it has none of them. */
export const deliveryFields: ReadonlySet<string> = new Set<PulseRequestField>([
  'callback_url',
  'webhook_token',
]);
