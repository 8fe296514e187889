import { z } from 'zod';
import { analysisTypes } from './pulse-request.ts';

/** Where a repository keeps its rules. */
export const repositoryFilePath = '.github/zenpulse.yml';

const text = (max: number) => z.string(`accepts text of 1 to ${max} characters`).min(1).max(max);
const texts = (max = 200) => z.array(text(max), 'accepts a list').max(200);
const globs = texts(300).describe('Globs over changed paths, such as docs/** or **/*.lock.');

const mergeTrigger = z.strictObject({
  branches: texts().optional().describe('Base branches that count. Default: the default branch.'),
  quiet_period: z
    .string()
    .regex(/^[1-9]\d{0,3}[smh]$/, 'accepts 90s, 10m or 2h')
    .default('10m')
    .describe('Merges within it become one pulse.'),
  minimum_merges: z.int('accepts a whole number').min(1).max(1000).default(1),
});

const releaseTrigger = z.strictObject({
  tags: texts().default(['v*']).describe('Globs over tag names that start a release pulse.'),
});

const scheduleTrigger = z.strictObject({
  cron: z.string().regex(/^\S+(?: \S+){4}$/, 'accepts five cron fields, such as "0 8 * * 1"'),
  zone: text(60).default('UTC').describe('IANA time zone.'),
});

const excludes = z.strictObject({
  labels: texts().default(['zenpulse:ignore', 'skip-changelog']),
  authors: texts().default([]).describe('GitHub logins, or author names where only git is read.'),
  paths: globs.default([]).describe('Leaves out pull requests that change nothing but these paths.'),
  titles: texts(300)
    .default([])
    .describe('Regular expressions (RE2 syntax, linear time) over titles, such as ^chore\\(deps\\).'),
});

const includes = z.strictObject({
  paths: globs.default([]).describe('Only pull requests that touch one of these; for a monorepo.'),
});

const reportRules = z.strictObject({
  type: z.enum(analysisTypes, `accepts ${analysisTypes.join(', ')}`).optional(),
  tone: text(200).optional(),
  prompt: text(4000).optional(),
  sections: z
    .array(z.strictObject({ title: text(60), labels: texts().min(1) }))
    .max(16)
    .default([])
    .describe('Sections by label, in this order; the rest is grouped by kind.'),
});

const deliveryRules = z.strictObject({
  to: z.enum(['slack', 'callback'], 'accepts slack, callback').optional(),
  post: z.enum(['at_once', 'review'], 'accepts at_once, review').default('review'),
});

/** `.github/zenpulse.yml`. Every field is optional; an empty file is the default for everything. */
export const repositoryFile = z
  .strictObject({
    triggers: z
      .strictObject({
        merge: mergeTrigger.optional(),
        release: releaseTrigger.optional(),
        schedule: scheduleTrigger.optional(),
      })
      .prefault({}),
    excludes: excludes.prefault({}),
    includes: includes.prefault({}),
    report: reportRules.prefault({}),
    delivery: deliveryRules.prefault({}),
  })
  .meta({ title: 'ZenPulse repository file', description: 'Rules in .github/zenpulse.yml.' });
export type RepositoryFile = z.output<typeof repositoryFile>;
