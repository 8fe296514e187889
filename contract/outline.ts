import { z } from 'zod';

const reference = z.strictObject({
  label: z
    .string()
    .describe('As it is cited: #12, owner/name#12 among several repositories, or a short commit.'),
  url: z.string().nullable().describe('Its web address; null when there is none.'),
});

const item = z.strictObject({
  text: z.string().describe('What changed.'),
  references: z.array(reference).describe('The pull requests or the commit it tells of.'),
  authors: z.array(z.string()).describe('Logins or names, without an @.'),
});

const section = z.strictObject({
  title: z.string().describe('Heading.'),
  items: z.array(item).describe('In the order of the report.'),
  note: z.string().nullable().describe('What a cap left out; null when all is there.'),
});

/**
 * How a report reads, whatever shows it: markdown, a terminal or Slack. All text is one visible line but not
 * escaped: each medium does that in its own way.
 */
export const outline = z.strictObject({
  warnings: z
    .array(z.string())
    .optional()
    .describe('What a reader must know before anything else; absent when there is nothing of the kind.'),
  headline: z.string().describe('One line that tells the most important.'),
  context: z
    .array(z.string())
    .describe('Repositories, branch or tags, dates and the number of pull requests, in that order.'),
  summary: z.string().describe('A few sentences.'),
  sections: z.array(section).describe('What changed, by kind or by rule.'),
  notes: z.array(z.string()).describe('What a reader must know of how the report came about.'),
});
export type ReportOutline = z.output<typeof outline>;
export type OutlineSection = z.output<typeof section>;
export type OutlineItem = z.output<typeof item>;
export type OutlineReference = z.output<typeof reference>;
