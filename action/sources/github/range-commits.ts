import { z } from 'zod';
import { failedAnswer } from '../../../calls/failed-answer.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { commitNode } from './answers.ts';
import { comparison } from './range-answers.ts';
import { type HubCommit, ofGraphql, ofRest } from './history-commits.ts';
import { inParallel } from './in-parallel.ts';
import { nextCursor } from './next-cursor.ts';
import { commitHistory } from './queries/commit-history.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

const perPage = 100;
const compareRoute = 'GET /repos/{owner}/{repo}/compare/{basehead}';

/** The commits of a range, oldest first. */
export interface RangeCommits {
  commits: HubCommit[];
  gaps: string[];
  /** True when the head is contained in the base. */
  isReversed: boolean;
  /** True when the two have no common ancestor: these are all commits of the head. */
  isUnrelated: boolean;
}

/**
 * Commits reachable from the head and not from the base: the first page tells how many there are, the others are
 * read in parallel.
 * @param base commit, as `head` is: so a tag that moves meanwhile does not matter
 */
export async function readComparison(
  context: RepositoryContext,
  base: string,
  head: string,
): Promise<RangeCommits> {
  if (base === head) return { commits: [], gaps: [], isReversed: false, isUnrelated: false };
  const readPage = (page: number) =>
    context.client.rest(
      compareRoute,
      {
        owner: context.owner,
        repo: context.name,
        basehead: `${base}...${head}`,
        per_page: perPage,
        page,
      },
      comparison,
    );
  const first = await unlessUnrelated(readPage(1));
  if (first === null) return { ...(await readWholeHistory(context, head)), isUnrelated: true };
  const pageCount = Math.ceil(first.total_commits / perPage);
  const rest = await inParallel(
    Array.from({ length: Math.max(0, pageCount - 1) }, (_, at) => at + 2),
    readPage,
  );
  const found = [first, ...rest].flatMap(({ commits }) => commits.map(ofRest));
  const commits = [...new Map(found.map((commit) => [commit.sha, commit])).values()];
  const missing = first.total_commits - commits.length;
  const gaps =
    missing > 0
      ? [`${missing} of ${first.total_commits} commits of the range were not among GitHub's pages`]
      : [];
  return { commits, gaps, isReversed: first.status === 'behind', isUnrelated: false };
}

/** Null for two commits without a common ancestor, as after a repository was begun anew: GitHub does not compare them. */
async function unlessUnrelated<Page>(page: Promise<Page>): Promise<Page | null> {
  try {
    return await page;
  } catch (error) {
    const isNotFound = error instanceof ZenPulseError && error.code === 'github_not_found';
    if (isNotFound && failedAnswer(error.cause)?.message.startsWith('No common ancestor')) return null;
    throw error;
  }
}

const historyAnswer = z.object({
  repository: z
    .object({
      object: z
        .object({
          history: z.object({
            totalCount: z.int(),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
            nodes: z.array(commitNode.nullable()).nullable(),
          }),
        })
        .nullable(),
    })
    .nullable(),
});

/** All commits a commit leads to: the range of the first tag of a series, which has nothing to be compared with. */
export async function readWholeHistory(context: RepositoryContext, head: string): Promise<RangeCommits> {
  const { client, owner, name, key } = context;
  const commits = new Map<string, HubCommit>();
  const gaps: string[] = [];
  const readPage = async (after: string | null) => {
    const { data, errors } = await client.graphql(
      (failures) => ({
        document: commitHistory,
        variables: { owner, name, oid: head, after, pageSize: Math.max(1, perPage >> failures) },
      }),
      historyAnswer,
    );
    gaps.push(...gapsOf(errors));
    const { object } = requireRepository(key, data.repository, errors);
    for (const node of object?.history.nodes ?? []) if (node) commits.set(node.oid, ofGraphql(node));
    return object?.history;
  };
  let page = await readPage(null);
  let after = page ? nextCursor(page.pageInfo, null) : null;
  while (after !== null) {
    page = await readPage(after);
    after = page ? nextCursor(page.pageInfo, after) : null;
  }
  const missing = (page?.totalCount ?? 0) - commits.size;
  if (missing > 0) gaps.push(`${missing} of ${page?.totalCount} commits were not among GitHub's pages`);
  return { commits: [...commits.values()].reverse(), gaps, isReversed: false, isUnrelated: false };
}
