import { z } from 'zod';
import { commitSha, instant, pullRequestKey, repositoryKey } from './primitives.ts';
import { contractVersion } from './version.ts';

/** What a change is, in the order a report lists it. */
export const changeKinds = [
  'breaking',
  'feature',
  'fix',
  'performance',
  'docs',
  'maintenance',
  'reverted',
  'other',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Why something that merged is not in the report. */
export const exclusionCodes = [
  'ignored_prs',
  'label',
  'author',
  'path',
  'outside_paths',
  'title',
  'reverted',
  'reverts',
] as const;

const exclusion = z.strictObject({
  code: z.enum(exclusionCodes),
  detail: z.string().describe('The rule, label or counterpart that decided; never the title or a body.'),
});
export type Exclusion = z.output<typeof exclusion>;

const decided = {
  decision: z.enum(['included', 'excluded']),
  reason: exclusion.nullable().describe('Null when included.'),
};

const ref = z.strictObject({ ref: z.string(), commit: commitSha });

const repositoryEntry = z.strictObject({
  key: repositoryKey,
  url: z.string().nullable().describe('Web address, when its host is known to serve pull requests.'),
  base_branch: z.string(),
  window: z.strictObject({
    kind: z.enum(['dates', 'tags', 'unreleased']),
    spec: z.string().describe('The range as asked for, or as the analysis type implies it.'),
    base: ref.nullable().describe('Where a tag range starts; null: at the beginning of history.'),
    head: ref.nullable().describe('Where a tag range ends; null for dates.'),
  }),
  labels_known: z.boolean().describe('Git alone does not know labels: label rules were not applied.'),
  complete: z.boolean().describe('False when the source could not see everything in the window.'),
});
export type RepositoryEntry = z.output<typeof repositoryEntry>;

const pullRequestEntry = z.strictObject({
  key: pullRequestKey,
  number: z.int().positive(),
  title: z.string().nullable().describe('Untrusted text. Null where an excluded title must not be shown.'),
  author: z.string().nullable().describe("GitHub login where known, else the commit author's name."),
  merged_at: instant,
  merge_commit: commitSha.nullable(),
  url: z.string().nullable(),
  labels: z.array(z.string()).nullable().describe('Null: not known.'),
  kind: z.enum(changeKinds),
  reverts: z.string().nullable().describe('Key or commit of what this reverts, where it could be told.'),
  ...decided,
});
export type PullRequestEntry = z.output<typeof pullRequestEntry>;

const directPushEntry = z.strictObject({
  repository: repositoryKey,
  commit: commitSha,
  title: z.string().nullable(),
  author: z.string().nullable(),
  committed_at: instant,
  url: z.string().nullable(),
  ...decided,
});
export type DirectPushEntry = z.output<typeof directPushEntry>;

export const notice = z.strictObject({
  code: z.string(),
  text: z.string().describe('Written by code, safe to show.'),
});
export type Notice = z.output<typeof notice>;

/** Every merged pull request in the window, each decided with its reason; made by code, never by a model. */
export const manifest = z
  .strictObject({
    contract_version: z.literal(contractVersion),
    analysis_type: z.enum(['shipped', 'release', 'upcoming']),
    repositories: z.array(repositoryEntry).min(1),
    pull_requests: z.array(pullRequestEntry).describe('By repository, then merge time, then number.'),
    direct_pushes: z.array(directPushEntry).describe('Commits in the window that no pull request brought.'),
    complete: z.boolean(),
    notices: z.array(notice),
  })
  .meta({ title: 'ZenPulse manifest' });
export type Manifest = z.output<typeof manifest>;
