import { z } from 'zod';
import { analysisTypes } from './pulse-request.ts';

const text = (max: number) => {
  const accepts = `accepts text of 1 to ${max} characters`;
  return z.string(accepts).min(1, accepts).max(max, accepts);
};
const texts = (max = 200) => z.array(text(max), 'accepts a list').max(200, 'accepts at most 200 entries');
/** Over changed paths. */
const paths = texts(300);
const duration = 'accepts 90s, 10m or 2h';
const cronFields = 'accepts five cron fields, such as "0 8 * * 1"';
const merges = 'accepts a whole number from 1 to 1000';

const mergeTrigger = z.strictObject({
  branches: texts()
    .optional()
    .describe('Globs over branches whose merges count; an empty list: none. Default: the default branch.'),
  quiet_period: z
    .string(duration)
    .regex(/^[1-9]\d{0,3}[smh]$/, duration)
    .default('10m')
    .describe(
      'How long to wait after a merge for the next one; they become one report. Such as 90s, 10m, 2h.',
    ),
  minimum_merges: z
    .int(merges)
    .min(1, merges)
    .max(1000, merges)
    .default(1)
    .describe('Fewer merges than this wait for the next ones.'),
});

const releaseTrigger = z.strictObject({
  tags: texts()
    .default(['v*'])
    .describe('Globs over tag names; a new tag that matches one starts a report. An empty list: none does.'),
});

const scheduleTrigger = z.strictObject({
  cron: z
    .string(cronFields)
    .max(100, 'accepts at most 100 characters')
    .regex(/^\S+(?:[ \t]+\S+){4}$/, cronFields)
    .describe('Five cron fields, such as "0 8 * * 1": Mondays at eight.'),
  zone: text(60)
    .default('UTC')
    .describe('IANA time zone the cron fields are read in, such as Europe/Berlin.'),
});

const excludes = z.strictObject({
  labels: texts()
    .default(['zenpulse:ignore', 'skip-changelog'])
    .describe(
      'Leaves out pull requests with one of these labels, compared as they are seen; upper and lower case are the same.',
    ),
  authors: texts()
    .default([])
    .describe(
      'Leaves out what these authors wrote: GitHub logins, or names where no login is known. A bot is meant by dependabot, and only the bot by dependabot[bot] or app/dependabot; Copilot and copilot-swe-agent are one.',
    ),
  paths: paths
    .default([])
    .describe('Leaves out what changes nothing but these paths: folders, files, or globs such as **/*.lock.'),
  titles: texts(300)
    .default([])
    .describe(
      'Leaves out titles that, as they are seen, match one of these regular expressions (RE2 syntax), such as ^chore\\(deps\\).',
    ),
});

const includes = z.strictObject({
  paths: paths
    .default([])
    .describe('Keeps only what touches one of these paths, such as packages/shop; for a monorepo.'),
});

const reportRules = z.strictObject({
  type: z
    .enum(analysisTypes, `accepts ${analysisTypes.join(', ')}`)
    .optional()
    .describe('Checked, not applied yet: the trigger or the request says what a report tells.'),
  tone: text(200)
    .optional()
    .describe('neutral, friendly, executive, technical, or free text (needs a model). Default: neutral.'),
  prompt: text(4000).optional().describe('Further wishes for the writer (needs a model).'),
  tags: texts()
    .default([])
    .describe(
      'Globs over tag names, such as api@*: the releases to count by, for a repository with several series of tags.',
    ),
  sections: z
    .array(
      z.strictObject({
        title: text(60).describe('Heading of the section.'),
        labels: texts().min(1).describe('Pull requests with one of these labels go here.'),
      }),
    )
    .max(16)
    .default([])
    .describe('Sections by label, in this order; what has none of the labels is grouped by kind.'),
  upcoming: z
    .strictObject({
      labels: texts().default([]).describe('Labels that mark an open pull request for the next release.'),
      milestones: texts().default([]).describe('Titles of milestones that do.'),
    })
    .prefault({})
    .describe(
      'Open pull requests that an upcoming report names as still to come, unless excludes or includes leave them out; GitHub only.',
    ),
});

const deliveryRules = z.strictObject({
  to: z
    .enum(['slack', 'callback'], 'accepts slack, callback')
    .optional()
    .describe(
      'Whether the App posts reports to Slack or leaves them to their callback. Default: as it is set up.',
    ),
  post: z
    .enum(['at_once', 'review'], 'accepts at_once, review')
    .default('review')
    .describe(
      'How the App posts to Slack. review: a person looks first. at_once: as soon as the report is checked.',
    ),
});

/** `.github/zenpulse.yml`. Every field is optional; an empty file is the default for everything. */
export const repositoryFile = z
  .strictObject({
    triggers: z
      .strictObject({
        merge: mergeTrigger.optional().describe('Report when pull requests merge.'),
        release: releaseTrigger.optional().describe('Report when a release is tagged.'),
        schedule: scheduleTrigger.optional().describe('Report at fixed times.'),
      })
      .prefault({})
      .describe('What makes the App start a report.'),
    excludes: excludes.prefault({}).describe('What to leave out.'),
    includes: includes.prefault({}).describe('What to look at.'),
    report: reportRules.prefault({}).describe('How the report reads.'),
    delivery: deliveryRules.prefault({}).describe('Where the report goes.'),
  })
  .meta({
    title: 'ZenPulse repository file',
    description: 'Rules in .github/zenpulse.yml. Every field is optional.',
  });
export type RepositoryFile = z.output<typeof repositoryFile>;
