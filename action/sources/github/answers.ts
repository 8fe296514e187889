import { z } from 'zod';

/**
 * Shapes of GitHub's answers, as far as they are read. Unknown fields are dropped, missing ones are an error. Here are
 * those of a window of dates; others have files of their own, for each schema takes time to build.
 */

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** GitHub leaves null in a list for an entry it may not show or could not read in time. */
export const nodes = <Node extends z.ZodType>(node: Node) => z.array(node.nullable()).nullable();

/** Stands for a date that GitHub passes on as a commit or tag has it, and no calendar here holds. */
export const unknownDate = '1970-01-01T00:00:00Z';

/** Null for such a date and for none. */
export const gitDate = z
  .string()
  .nullish()
  .transform((at) => (at && /^\d{4}-/.test(at) && !Number.isNaN(Date.parse(at)) ? at : null));

export const commitDate = gitDate.transform((at) => at ?? unknownDate);

/** Who opened a pull request. GraphQL leaves out the mark by which REST, pages and commits tell a bot from a person. */
export const actor = z
  .object({ __typename: z.string().optional(), login: z.string() })
  .transform(({ __typename: type, login }) => ({
    login: type === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login,
  }));

export const pullNode = z.object({
  number: z.int(),
  title: z.string(),
  url: z.string(),
  merged: z.boolean(),
  /** Also true of a merged one. */
  closed: z.boolean().optional(),
  mergedAt: z.string().nullable(),
  updatedAt: z.string(),
  baseRefName: z.string(),
  /** Null when that branch is gone. */
  baseRef: z.object({ name: z.string() }).nullish(),
  /** Null where it is gone; only its own repository's pull requests count. */
  baseRepository: z.object({ nameWithOwner: z.string() }).nullish(),
  author: actor.nullable(),
  labels: z.object({ totalCount: z.int(), nodes: nodes(z.object({ name: z.string() })) }).nullable(),
  mergeCommit: z
    .object({
      oid: z.string(),
      authoredDate: z.string(),
      committedDate: z.string().optional(),
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
  committedDate: commitDate,
  message: z.string(),
  author: z
    .object({ name: z.string().nullable(), user: z.object({ login: z.string() }).nullable() })
    .nullable(),
  parents: z.object({ nodes: nodes(z.object({ oid: z.string() })) }),
});
export type CommitNode = z.output<typeof commitNode>;

export const pullPage = z.object({ totalCount: z.int(), pageInfo, nodes: nodes(pullNode) });
export type PullPage = z.output<typeof pullPage>;

const folder = z.object({
  entries: z
    .array(z.object({ name: z.string() }))
    .nullable()
    .optional(),
});
export const rulesFields = {
  rules: z
    .object({ text: z.string().nullable().optional(), isTruncated: z.boolean().optional() })
    .nullable()
    .optional(),
  top: folder.nullable().optional(),
  folder: folder.nullable().optional(),
};
export const rulesHolder = z.object(rulesFields);
export type RulesHolder = z.output<typeof rulesHolder>;

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

export const repositoryFacts = {
  nameWithOwner: z.string(),
  url: z.string(),
  isPrivate: z.boolean(),
  pullRequestTemplates: z.array(z.object({ body: z.string().nullable() })).nullish(),
};

export const dateWindowAnswer = z.object({
  repository: z
    .object({
      ...repositoryFacts,
      defaultBranchRef: z.object({ name: z.string() }).nullable(),
      ...rulesFields,
      page: pullPage,
      head: z.object({ nodes: nodes(pullNode) }).optional(),
      defaultBranch: branchNode.nullable().optional(),
      namedBranch: branchNode.nullable().optional(),
    })
    .nullable(),
  organization: rulesHolder.nullable().optional(),
});
export type DateWindowAnswer = z.output<typeof dateWindowAnswer>;

export const pullsByNumberAnswer = z.object({
  repository: z.record(z.string(), pullNode.nullable()).nullable(),
});
