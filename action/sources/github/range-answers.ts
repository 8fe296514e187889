import { z } from 'zod';
import {
  commitDate,
  gitDate,
  nodes,
  pageInfo,
  type PullNode,
  pullNode,
  pullPage,
  repositoryFacts,
  rulesFields,
  rulesHolder,
} from './answers.ts';

/** Shapes of the answers that a window between two refs is read from. */

/** A commit, or a tag object with what it names: a commit mostly, at times a further tag. */
const gitObject = z.object({
  __typename: z.string(),
  oid: z.string(),
  committedDate: commitDate.optional(),
  tagger: z.object({ date: gitDate }).nullable().optional(),
  get target() {
    return gitObject.optional();
  },
});
const refNode = z.object({ name: z.string(), target: gitObject.nullable() });
export type RefNode = z.output<typeof refNode>;

export const tagWindowAnswer = z.object({
  repository: z
    .object({
      ...repositoryFacts,
      defaultBranchRef: refNode.nullable(),
      branch: refNode.nullable(),
      head: refNode.nullable(),
      base: refNode.nullable(),
      tags: z
        .object({ totalCount: z.int(), pageInfo, nodes: nodes(refNode) })
        .nullable()
        .optional(),
      ...rulesFields,
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

/** Aliases `c0`, `c1`, … hold what is linked to commits, `p12` the pull request of that number. */
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

/** One commit as REST's compare and commit endpoints give it. */
const restCommit = z.object({
  sha: z.string(),
  commit: z.object({
    message: z.string(),
    author: z.object({ name: z.string().nullish() }).nullable(),
    committer: z.object({ date: commitDate }).nullable(),
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
