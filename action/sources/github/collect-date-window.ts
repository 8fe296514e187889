import type { SourceQuery } from '../source.ts';
import { type BranchNode, type CommitNode, type DateWindowAnswer, dateWindowAnswer } from './answers.ts';
import { addHead, addPage, isOlder, type PullWalk, startWalk } from './pull-walk.ts';
import { dateWindow } from './queries/date-window.graphql.ts';
import {
  gapsOf,
  type RepositoryContext,
  requireRepository,
  type RulesFound,
  rulesOf,
} from './repository-context.ts';

export type DateWindow = SourceQuery['window'] & { kind: 'dates' };
type Repository = NonNullable<DateWindowAnswer['repository']>;

/** The commits of the branch in the window as GitHub lists them, the newest first, as far as they were read. */
export interface ListedHistory {
  tip: string | null;
  commits: ReadonlyMap<string, CommitNode>;
  after: string | null;
  total: number;
  gaps: readonly string[];
}

const emptyHistory: ListedHistory = { tip: null, commits: new Map(), after: null, total: 0, gaps: [] };
const leftOut = 'GitHub left commits of a page out';

function addHistory(history: ListedHistory, branch: BranchNode | null | undefined): ListedHistory {
  const target = branch?.target;
  if (!target) return history;
  const { nodes, pageInfo, totalCount } = target.history;
  const found = (nodes ?? []).flatMap((node) => (node === null ? [] : node));
  const isWhole = nodes !== null && found.length === nodes.length;
  return {
    tip: target.oid,
    commits: new Map([...history.commits, ...found.map((commit) => [commit.oid, commit] as const)]),
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
    gaps: isWhole ? history.gaps : [...history.gaps, leftOut],
  };
}

/** What the requests of a window brought. */
export interface Collected {
  walk: PullWalk;
  history: ListedHistory;
  repository: Repository;
  rules: RulesFound;
  gaps: string[];
}

/** What every request of a walk has in common. */
const variablesOf = (
  { owner, name }: RepositoryContext,
  { baseBranch }: SourceQuery,
  { start, end }: DateWindow,
) => ({
  owner,
  name,
  base: baseBranch ?? null,
  branch: `refs/heads/${baseBranch ?? ''}`,
  isDefault: baseBranch === undefined,
  since: start,
  until: end,
});

/**
 * One request: a page of the merged pull requests, newest update first. The first brings the rules; every further
 * one reads the head of the list again and takes the next page of the branch's commits along, so neither costs a
 * request of its own.
 */
async function readPage(
  context: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
  before: Collected | null,
): Promise<Collected> {
  const { client, key, pageSize } = context;
  const { start } = window;
  const walk = before?.walk ?? startWalk;
  const history = before?.history ?? emptyHistory;
  const withCommits = before === null || history.after !== null;
  const variables = {
    ...variablesOf(context, query, window),
    isFirst: before === null,
    isLater: before !== null,
    withCommits,
    after: walk.after,
    commitsAfter: history.after,
  };
  let size = pageSize;
  const { data, errors } = await client.graphql((failures) => {
    size = Math.max(1, pageSize >> failures);
    return { document: dateWindow, variables: { ...variables, pageSize: size } };
  }, dateWindowAnswer);
  const repository = requireRepository(key, data.repository, errors);
  const { page, head, defaultBranch, namedBranch } = repository;
  return {
    walk: addPage(head ? addHead(walk, head.nodes) : walk, page, { start, size }),
    history: withCommits ? addHistory(history, defaultBranch ?? namedBranch) : history,
    repository: before?.repository ?? repository,
    rules: before?.rules ?? rulesOf(context, repository, data.organization),
    gaps: [...(before?.gaps ?? []), ...gapsOf(errors)],
  };
}

/** One request for the next page of the branch's commits; of the pull requests one comes along, and is not read. */
async function readMoreCommits(
  context: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
  before: Collected,
): Promise<Collected> {
  const variables = {
    ...variablesOf(context, query, window),
    isFirst: false,
    isLater: false,
    withCommits: true,
    pageSize: 1,
    after: null,
    commitsAfter: before.history.after,
  };
  const { data, errors } = await context.client.graphql(
    () => ({ document: dateWindow, variables }),
    dateWindowAnswer,
  );
  const { defaultBranch, namedBranch } = requireRepository(context.key, data.repository, errors);
  return {
    ...before,
    history: addHistory(before.history, defaultBranch ?? namedBranch),
    gaps: [...before.gaps, ...gapsOf(errors)],
  };
}

/**
 * Requests a window may cost: one for each hundred pull requests updated since its start, and one. None more for a walk
 * that is incomplete: how long it should have been, nobody knows.
 */
function requestsFor({ pulls, gaps }: PullWalk, { start }: DateWindow): number {
  if (gaps.length > 0) return 0;
  const updated = [...pulls.values()].filter((pull) => !isOlder(pull, start));
  return 1 + Math.ceil(updated.length / 100);
}

/** Walks down to the window's start. Requests the walk may cost and did not need read commits that are left. */
export async function collectDateWindow(
  context: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
): Promise<Collected> {
  let collected = await readPage(context, query, window, null);
  let requests = 1;
  for (; collected.walk.after !== null; requests += 1)
    collected = await readPage(context, query, window, collected);
  const allowed = requestsFor(collected.walk, window);
  for (; collected.history.after !== null && requests < allowed; requests += 1)
    collected = await readMoreCommits(context, query, window, collected);
  return collected;
}
