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
  code: z.enum(exclusionCodes).describe('Which kind of rule decided.'),
  detail: z.string().describe('The rule, label or pull request that decided; never a title or body.'),
});
export type Exclusion = z.output<typeof exclusion>;

const decided = {
  decision: z.enum(['included', 'excluded']).describe('Whether the report tells of it.'),
  reason: exclusion.nullable().describe('Why it was excluded; null when it is included.'),
};

const ref = z.strictObject({
  ref: z.string().describe('Name of the tag or branch.'),
  commit: commitSha.describe('The commit it named when the run read it.'),
});

const repositoryEntry = z.strictObject({
  key: repositoryKey.describe('Key of the repository.'),
  url: z.string().nullable().describe('Web address; null when its host is not known to serve pull requests.'),
  base_branch: z.string().describe('The branch that pull requests merged into.'),
  window: z
    .strictObject({
      kind: z
        .enum(['dates', 'tags', 'unreleased'])
        .describe('Between two dates, between two tags, or since the last release.'),
      spec: z.string().describe('The range as asked for, or in words what the analysis type implies.'),
      base: ref
        .nullable()
        .describe('Where a tag range starts; null for dates and for a range from the beginning of history.'),
      head: ref.nullable().describe('Where a tag range ends; null for dates.'),
    })
    .describe('What was looked at.'),
  labels_known: z
    .boolean()
    .describe('False when only git was read: git knows no labels, so label rules were not applied.'),
  complete: z.boolean().describe('False when the source could not see everything in the window.'),
});
export type RepositoryEntry = z.output<typeof repositoryEntry>;

const pullRequestEntry = z.strictObject({
  key: pullRequestKey.describe('Key of the pull request.'),
  number: z.int().positive().describe('Its number within the repository.'),
  title: z
    .string()
    .nullable()
    .describe('As its author wrote it: untrusted text. Null where an excluded title must not be shown.'),
  author: z
    .string()
    .nullable()
    .describe("GitHub login where known, else the commit author's name; null when neither is known."),
  merged_at: instant.describe('When it merged.'),
  merge_commit: commitSha
    .nullable()
    .describe('The merge, the squashed commit or the last commit of a rebase; null when not known.'),
  url: z.string().nullable().describe('Web address; null when not known.'),
  labels: z.array(z.string()).nullable().describe('Its labels, sorted; null when not known.'),
  kind: z.enum(changeKinds).describe('What kind of change it is, told from labels, title and paths.'),
  reverts: z
    .string()
    .nullable()
    .describe('Key or commit of what this reverts; null when it reverts nothing that could be found.'),
  ...decided,
});
export type PullRequestEntry = z.output<typeof pullRequestEntry>;

const directPushEntry = z.strictObject({
  repository: repositoryKey.describe('Key of the repository.'),
  commit: commitSha.describe('The commit.'),
  title: z
    .string()
    .nullable()
    .describe("First line of the commit's message: untrusted text. Null where it must not be shown."),
  author: z.string().nullable().describe("GitHub login where known, else the commit author's name."),
  committed_at: instant.describe('When it was committed.'),
  url: z.string().nullable().describe('Web address; null when not known.'),
  ...decided,
});
export type DirectPushEntry = z.output<typeof directPushEntry>;

const openPullRequestEntry = z.strictObject({
  key: pullRequestKey.describe('Key of the pull request.'),
  number: z.int().positive().describe('Its number within the repository.'),
  title: z.string().describe('As its author wrote it: untrusted text.'),
  author: z.string().nullable().describe('GitHub login; null when the account is gone.'),
  url: z.string().describe('Web address.'),
});
export type OpenPullRequestEntry = z.output<typeof openPullRequestEntry>;

export const notice = z.strictObject({
  code: z.string().describe('Stable name of the notice, for programs.'),
  text: z.string().describe('The notice in words; written by code, safe to show.'),
  audience: z
    .literal('operators')
    .optional()
    .describe('operators: for those who keep the rules, so the run tells it and no report. Absent: for all.'),
});
export type Notice = z.output<typeof notice>;

/** Every merged pull request in the window, each decided with its reason; made by code, never by a model. */
export const manifest = z
  .strictObject({
    contract_version: z.literal(contractVersion).describe('Version of this format.'),
    analysis_type: z.enum(['shipped', 'release', 'upcoming']).describe('What was asked for.'),
    repositories: z.array(repositoryEntry).min(1).describe('What was looked at in each repository, by key.'),
    pull_requests: z
      .array(pullRequestEntry)
      .describe('Every pull request that merged in the window, by repository, merge time and number.'),
    direct_pushes: z.array(directPushEntry).describe('Commits in the window that no pull request brought.'),
    open_pull_requests: z
      .array(openPullRequestEntry)
      .describe(
        'Open pull requests marked for the next release that no rule leaves out; only in an upcoming report.',
      ),
    complete: z.boolean().describe('False when some repository could not be read in full.'),
    notices: z.array(notice).describe('What a reader should know, such as a limit that was met.'),
  })
  .meta({
    title: 'ZenPulse manifest',
    description:
      'Every merged pull request in the window, each included or excluded with the reason. Made by code.',
  });
export type Manifest = z.output<typeof manifest>;
