import { z } from 'zod';
import { failedAnswer } from '../../../calls/failed-answer.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { commitNode } from './answers.ts';
import { comparison } from './range-answers.ts';
import { type HubCommit, ofGraphql, ofRest } from './history-commits.ts';
import { inParallel } from '../in-parallel.ts';
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

const readComparedPage = (
  { client, owner, name }: RepositoryContext,
  basehead: string,
  page: number,
  size = perPage,
) => client.rest(compareRoute, { owner, repo: name, basehead, per_page: size, page }, comparison);

/**
 * Commits reachable from the head and not from the base: the first page tells how many there are, the others are
 * read in parallel. Where GitHub fails to compare, as it does for good where the difference is too large, both
 * histories are read instead.
 * @param base commit, as `head` is: so a tag that moves meanwhile does not matter
 */
export async function readComparison(
  context: RepositoryContext,
  base: string,
  head: string,
): Promise<RangeCommits> {
  if (base === head) return { commits: [], gaps: [], isReversed: false, isUnrelated: false };
  try {
    return await compared(context, base, head);
  } catch (error) {
    if (!(error instanceof ZenPulseError) || error.code !== 'github_unavailable') throw error;
    return (await import('./read-both-histories.ts')).readBothHistories(context, base, head);
  }
}

async function compared(context: RepositoryContext, base: string, head: string): Promise<RangeCommits> {
  const readPage = (page: number) => readComparedPage(context, `${base}...${head}`, page);
  const first = await unlessUnrelated(readPage(1));
  if (first === null) return { ...(await readWholeHistory(context, head)), isUnrelated: true };
  const pageCount = Math.ceil(first.total_commits / perPage);
  const rest = await inParallel(
    Array.from({ length: Math.max(0, pageCount - 1) }, (_, at) => at + 2),
    readPage,
  );
  const found = [first, ...rest].flatMap(({ commits }) =>
    commits.map((commit) => ofRest(commit, context.messages)),
  );
  const commits = [...new Map(found.map((commit) => [commit.sha, commit])).values()];
  const missing = first.total_commits - commits.length;
  const gaps =
    missing > 0
      ? [`${missing} of ${first.total_commits} commits of the range were not among GitHub's pages`]
      : [];
  return { commits, gaps, isReversed: first.status === 'behind', isUnrelated: false };
}

/** Whether a commit is part of the history of another. One that GitHub does not have is not. */
export async function isContained(
  context: RepositoryContext,
  commit: string,
  head: string,
): Promise<boolean> {
  try {
    const { status } = await readComparedPage(context, `${head}...${commit}`, 1, 1);
    return status === 'behind' || status === 'identical';
  } catch (error) {
    if (error instanceof ZenPulseError && error.code === 'github_not_found') return false;
    throw error;
  }
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

/** A page of what a commit leads to, newest first. */
export interface HistoryPage {
  commits: HubCommit[];
  /** Where the next page starts; null at the end. */
  after: string | null;
  total: number;
  gaps: string[];
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

/** @param after where the page starts; null: at the commit itself */
export async function readHistoryPage(
  { client, owner, name, key, messages }: RepositoryContext,
  oid: string,
  after: string | null,
): Promise<HistoryPage> {
  const { data, errors } = await client.graphql(
    (failures) => ({
      document: commitHistory,
      variables: { owner, name, oid, after, pageSize: Math.max(1, perPage >> failures) },
    }),
    historyAnswer,
  );
  const { object } = requireRepository(key, data.repository, errors);
  const gaps = gapsOf(errors);
  if (!object) return { commits: [], after: null, total: 0, gaps };
  const { nodes, pageInfo, totalCount } = object.history;
  const commits = (nodes ?? []).flatMap((node) => (node === null ? [] : ofGraphql(node, messages)));
  return { commits, after: nextCursor(pageInfo, after), total: totalCount, gaps };
}

/** All commits a commit leads to: the range of the first tag of a series, which has nothing to be compared with. */
export async function readWholeHistory(context: RepositoryContext, head: string): Promise<RangeCommits> {
  const commits = new Map<string, HubCommit>();
  const gaps: string[] = [];
  let page = await readHistoryPage(context, head, null);
  for (;;) {
    for (const commit of page.commits) commits.set(commit.sha, commit);
    gaps.push(...page.gaps);
    if (page.after === null) break;
    page = await readHistoryPage(context, head, page.after);
  }
  const missing = page.total - commits.size;
  if (missing > 0) gaps.push(`${missing} of ${page.total} commits were not among GitHub's pages`);
  return { commits: [...commits.values()].reverse(), gaps, isReversed: false, isUnrelated: false };
}
