import { z } from 'zod';

/** Shapes of GitHub's answers, as far as they are read. Unknown fields are dropped, missing ones are an error. */

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** GitHub leaves null in a list for an entry it may not show or could not read in time. */
const nodes = <Node extends z.ZodType>(node: Node) => z.array(node.nullable()).nullable();

export const pullNode = z.object({
  number: z.int(),
  title: z.string(),
  url: z.string(),
  merged: z.boolean(),
  mergedAt: z.string().nullable(),
  updatedAt: z.string(),
  baseRefName: z.string(),
  author: z.object({ login: z.string() }).nullable(),
  labels: z.object({ totalCount: z.int(), nodes: nodes(z.object({ name: z.string() })) }).nullable(),
  mergeCommit: z
    .object({
      oid: z.string(),
      authoredDate: z.string(),
      message: z.string(),
      parents: z.object({ totalCount: z.int() }),
    })
    .nullable(),
  commits: z.object({
    totalCount: z.int(),
    nodes: nodes(
      z.object({ commit: z.object({ oid: z.string(), authoredDate: z.string(), message: z.string() }) }),
    ),
  }),
});
export type PullNode = z.output<typeof pullNode>;

export const commitNode = z.object({
  oid: z.string(),
  committedDate: z.string(),
  message: z.string(),
  author: z
    .object({ name: z.string().nullable(), user: z.object({ login: z.string() }).nullable() })
    .nullable(),
  parents: z.object({ nodes: nodes(z.object({ oid: z.string() })) }),
});
export type CommitNode = z.output<typeof commitNode>;

const pullPage = z.object({ totalCount: z.int(), pageInfo, nodes: nodes(pullNode) });
export type PullPage = z.output<typeof pullPage>;

const rulesObject = z
  .object({ text: z.string().nullable().optional(), isTruncated: z.boolean().optional() })
  .nullable();
const rulesHolder = z.object({ rules: rulesObject.optional() });

const branchNode = z.object({
  name: z.string(),
  target: z
    .object({
      oid: z.string(),
      history: z.object({ totalCount: z.int(), pageInfo, nodes: nodes(commitNode) }),
    })
    .nullable()
    .optional(),
});
export type BranchNode = z.output<typeof branchNode>;

const repositoryFacts = {
  nameWithOwner: z.string(),
  url: z.string(),
  isPrivate: z.boolean(),
};

export const dateWindowAnswer = z.object({
  repository: z
    .object({
      ...repositoryFacts,
      defaultBranchRef: z.object({ name: z.string() }).nullable(),
      rules: rulesObject.optional(),
      page: pullPage,
      head: z.object({ nodes: nodes(pullNode) }).optional(),
      defaultBranch: branchNode.nullable().optional(),
      namedBranch: branchNode.nullable().optional(),
    })
    .nullable(),
  organization: rulesHolder.nullable().optional(),
});
export type DateWindowAnswer = z.output<typeof dateWindowAnswer>;

const commitTarget = z.object({
  __typename: z.string(),
  oid: z.string(),
  committedDate: z.string().optional(),
});
const refNode = z.object({
  name: z.string(),
  target: commitTarget
    .extend({
      tagger: z.object({ date: z.string().nullable() }).nullable().optional(),
      target: commitTarget.optional(),
    })
    .nullable(),
});
export type RefNode = z.output<typeof refNode>;

export const tagWindowAnswer = z.object({
  repository: z
    .object({
      ...repositoryFacts,
      defaultBranchRef: refNode.nullable(),
      branch: refNode.nullable(),
      head: refNode.nullable(),
      base: refNode.nullable(),
      latestRelease: z
        .object({ tagName: z.string(), isPrerelease: z.boolean(), isDraft: z.boolean() })
        .nullable()
        .optional(),
      tags: z
        .object({ totalCount: z.int(), pageInfo, nodes: nodes(refNode) })
        .nullable()
        .optional(),
      rules: rulesObject.optional(),
    })
    .nullable(),
  organization: rulesHolder.nullable().optional(),
});
export type TagWindowAnswer = z.output<typeof tagWindowAnswer>;

export const recentPullsAnswer = z.object({
  repository: z.object({ page: pullPage, head: z.object({ nodes: nodes(pullNode) }).optional() }).nullable(),
});

const linkedToCommit = z.object({
  associatedPullRequests: z
    .object({ totalCount: z.int(), nodes: nodes(pullNode) })
    .nullable()
    .optional(),
});

/** Aliases `c0`, `c1`, … hold what is linked to commits, `n0`, `n1`, … the pull requests they name. */
const linkedRepository = z.record(z.string(), z.unknown()).transform((aliases, context) => {
  const commits = new Map<number, z.output<typeof linkedToCommit>['associatedPullRequests']>();
  const named = new Map<number, PullNode>();
  for (const [alias, value] of Object.entries(aliases)) {
    if (value === null) continue;
    const isCommit = alias.startsWith('c');
    const parsed = isCommit ? linkedToCommit.safeParse(value) : pullNode.safeParse(value);
    if (!parsed.success) {
      for (const { message, path } of parsed.error.issues)
        context.addIssue({ code: 'custom', message, path: [alias, ...path] });
    } else if ('number' in parsed.data) named.set(Number(alias.slice(1)), parsed.data);
    else commits.set(Number(alias.slice(1)), parsed.data.associatedPullRequests);
  }
  return { commits, named };
});
export const linkedPullsAnswer = z.object({ repository: linkedRepository.nullable() });

export const pullsByNumberAnswer = z.object({
  repository: z.record(z.string(), pullNode.nullable()).nullable(),
});

export const pathsOfPullsAnswer = z.object({
  repository: z
    .record(
      z.string(),
      z
        .object({
          files: z
            .object({
              totalCount: z.int(),
              pageInfo,
              nodes: nodes(z.object({ path: z.string(), changeType: z.string() })),
            })
            .nullable(),
        })
        .nullable(),
    )
    .nullable(),
});

/** One commit as REST's compare and commit endpoints give it. */
const restCommit = z.object({
  sha: z.string(),
  commit: z.object({
    message: z.string(),
    author: z.object({ name: z.string().nullish() }).nullable(),
    committer: z.object({ date: z.string().nullish() }).nullable(),
  }),
  author: z.object({ login: z.string().optional() }).nullable(),
  parents: z.array(z.object({ sha: z.string() })),
});
export type RestCommit = z.output<typeof restCommit>;

export const comparison = z.object({
  status: z.enum(['diverged', 'ahead', 'behind', 'identical']),
  total_commits: z.int(),
  commits: z.array(restCommit),
});

const changedFile = z.object({ filename: z.string(), previous_filename: z.string().optional() });
export type ChangedFile = z.output<typeof changedFile>;
export const changedFiles = z.array(changedFile);
export const commitFiles = z.object({ files: changedFiles.optional() });
