import { z } from 'zod';
import { notice } from './manifest.ts';
import { pullRequestKey } from './primitives.ts';
import { analysisTypes } from './pulse-request.ts';
import { contractVersion } from './version.ts';

/** Longest texts a writer may hand in, in characters. */
export const draftLimits = {
  headline: 120,
  summary: 700,
  sectionTitle: 60,
  itemText: 300,
  sections: 16,
} as const;

const prose = (max: number) => z.string().trim().min(1).max(max);

const item = z.strictObject({
  text: prose(draftLimits.itemText)
    .nullable()
    .describe(
      "The writer's own words, without #numbers, @names or links; null shows the pull request's title.",
    ),
  pull_requests: z
    .array(pullRequestKey)
    .min(1)
    .describe('The merged pull requests this item tells of, by their keys in the manifest.'),
});
export type ReportItem = z.output<typeof item>;

const section = z.strictObject({
  title: prose(draftLimits.sectionTitle).describe('Heading of the section.'),
  items: z.array(item).min(1).describe('What the section tells, in order.'),
});
export type ReportSection = z.output<typeof section>;

const draftFields = {
  headline: prose(draftLimits.headline).describe('One line that says what happened.'),
  summary: prose(draftLimits.summary).describe('A few sentences over the whole window.'),
  sections: z.array(section).max(draftLimits.sections).describe('The report, in the order it is shown.'),
};

/** What a writer, model or code, hands in. It is nobody's to read before `verify` has passed it. */
export const reportDraft = z.strictObject(draftFields).meta({
  title: 'ZenPulse report draft',
  description: 'What a writer hands in; it becomes a report only after it was checked against the manifest.',
});
export type ReportDraft = z.output<typeof reportDraft>;

/** The verified report. Authors, links, dates and numbers are not in it: code renders them from the manifest. */
export const report = z
  .strictObject({
    contract_version: z.literal(contractVersion).describe('Version of this format.'),
    analysis_type: z.enum(analysisTypes).describe('What was asked for.'),
    ...draftFields,
    also_merged: z
      .array(pullRequestKey)
      .describe('Keys of the included pull requests that no item cites; shown under "Also merged".'),
    degraded: z.string().nullable().describe('Why a plainer writer had to take over; null when none had to.'),
    complete: z.boolean().describe('False when some repository could not be read in full.'),
    notices: z.array(notice).describe('What a reader should know, such as a limit that was met.'),
  })
  .meta({
    title: 'ZenPulse report',
    description: 'The checked report. Links, authors, dates and numbers are rendered from the manifest.',
  });
export type Report = z.output<typeof report>;
