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
    .describe("The writer's own words; null shows the pull request's title, cleaned by code."),
  pull_requests: z.array(pullRequestKey).min(1).describe('Keys from the manifest.'),
});
export type ReportItem = z.output<typeof item>;

const section = z.strictObject({ title: prose(draftLimits.sectionTitle), items: z.array(item).min(1) });
export type ReportSection = z.output<typeof section>;

const draftFields = {
  headline: prose(draftLimits.headline),
  summary: prose(draftLimits.summary),
  sections: z.array(section).max(draftLimits.sections),
};

/** What a writer, model or code, hands in. It is nobody's to read before `verify` has passed it. */
export const reportDraft = z.strictObject(draftFields).meta({ title: 'ZenPulse report draft' });
export type ReportDraft = z.output<typeof reportDraft>;

/** The verified report. Authors, links, dates and numbers are not in it: code renders them from the manifest. */
export const report = z
  .strictObject({
    contract_version: z.literal(contractVersion),
    analysis_type: z.enum(analysisTypes),
    ...draftFields,
    also_merged: z.array(pullRequestKey).describe('Included pull requests that no item cites.'),
    degraded: z.string().nullable().describe('Why the first writer was not used; null when it was.'),
    complete: z.boolean(),
    notices: z.array(notice),
  })
  .meta({ title: 'ZenPulse report' });
export type Report = z.output<typeof report>;
