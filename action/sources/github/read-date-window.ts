import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Change, Reading, SourceQuery } from '../source.ts';
import { type BranchNode, type DateWindowAnswer, dateWindowAnswer } from './answers.ts';
import { type HubCommit, ofGraphql, unaccountedCommits } from './history-commits.ts';
import { pullChange } from './pull-change.ts';
import { addHead, addPage, type PullWalk, startWalk } from './pull-walk.ts';
import { pushChange } from './push-change.ts';
import { dateWindow } from './queries/date-window.graphql.ts';
import {
  gapNotices,
  gapsOf,
  type RepositoryContext,
  requireRepository,
  rulesOf,
} from './repository-context.ts';

type DateWindow = SourceQuery['window'] & { kind: 'dates' };
type Repository = NonNullable<DateWindowAnswer['repository']>;

/** The commits of the branch in the window, as far as they were read. */
interface History {
  tip: string | null;
  commits: ReadonlyMap<string, HubCommit>;
  after: string | null;
  total: number;
}

const emptyHistory: History = { tip: null, commits: new Map(), after: null, total: 0 };

function addHistory(history: History, branch: BranchNode | null | undefined): History {
  const target = branch?.target;
  if (!target) return history;
  const { nodes, pageInfo, totalCount } = target.history;
  const found = (nodes ?? []).flatMap((node) => (node === null ? [] : ofGraphql(node)));
  return {
    tip: target.oid,
    commits: new Map([...history.commits, ...found.map((commit) => [commit.sha, commit] as const)]),
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  };
}

/** Commits of the window without a child in it: where its lines start. */
function tipsOf(commits: ReadonlyMap<string, HubCommit>): string[] {
  const parents = new Set([...commits.values()].flatMap((commit) => commit.parents));
  return [...commits.keys()].filter((sha) => !parents.has(sha));
}

interface Collected {
  walk: PullWalk;
  history: History;
  repository: Repository;
  rules: Reading['rules'];
  gaps: string[];
}

/**
 * One request: a page of the merged pull requests, newest update first. The first brings the rules; every further
 * one reads the head of the list again and takes the next page of the branch's commits along, so neither costs a
 * request of its own.
 */
async function readPage(
  { client, owner, name, key, pageSize }: RepositoryContext,
  { baseBranch }: SourceQuery,
  { start, end }: DateWindow,
  before: Collected | null,
): Promise<Collected> {
  const walk = before?.walk ?? startWalk;
  const history = before?.history ?? emptyHistory;
  const withCommits = before === null || history.after !== null;
  const variables = {
    owner,
    name,
    base: baseBranch ?? null,
    branch: `refs/heads/${baseBranch ?? ''}`,
    isDefault: baseBranch === undefined,
    isFirst: before === null,
    isLater: before !== null,
    withCommits,
    after: walk.after,
    since: start,
    until: end,
    commitsAfter: history.after,
  };
  const { data, errors } = await client.graphql(
    (failures) => ({
      document: dateWindow,
      variables: { ...variables, pageSize: Math.max(1, pageSize >> failures) },
    }),
    dateWindowAnswer,
  );
  const repository = requireRepository(key, data.repository, errors);
  const { page, head, defaultBranch, namedBranch } = repository;
  const paged = addPage(walk, page, start);
  return {
    walk: head ? addHead(paged, head.nodes ?? []) : paged,
    history: withCommits ? addHistory(history, defaultBranch ?? namedBranch) : history,
    repository: before?.repository ?? repository,
    rules: before?.rules ?? rulesOf(key, repository.rules, data.organization?.rules),
    gaps: [...(before?.gaps ?? []), ...gapsOf(errors)],
  };
}

/** Walks down to the window's start. */
async function collect(
  context: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
): Promise<Collected> {
  let collected = await readPage(context, query, window, null);
  while (collected.walk.after !== null) collected = await readPage(context, query, window, collected);
  return collected;
}

const isWithin = (at: string, { start, end }: DateWindow) =>
  Date.parse(at) >= Date.parse(start) && Date.parse(at) < Date.parse(end);

/** Commits that no pull request brought; told as far as the commits were read. */
function directPushes({ walk, history, repository }: Collected, window: DateWindow) {
  const { loose } = unaccountedCommits(history.commits, tipsOf(history.commits), walk.pulls.values());
  const pushes: Change[] = loose
    .filter(({ at }) => isWithin(at, window))
    .map((commit) => pushChange(commit, repository.url));
  const unread = history.total - history.commits.size;
  const notices =
    unread > 0
      ? [
          {
            code: 'commits_truncated',
            text: `Truncated: commits without a pull request were looked for among the newest ${history.commits.size} of ${history.total} commits; a tag range reads all.`,
          },
        ]
      : [];
  return { pushes, notices };
}

/** What merged into one branch in a span of time. @throws ZenPulseError `branch_unknown` and what the client throws */
export async function readDateWindow(
  context: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
): Promise<Reading> {
  const collected = await collect(context, query, window);
  const { walk, repository, rules, gaps } = collected;
  const base = query.baseBranch ?? repository.defaultBranchRef?.name;
  if (base === undefined || (query.baseBranch !== undefined && !repository.namedBranch)) {
    const known = [repository.defaultBranchRef?.name].filter((branch) => branch !== undefined);
    throw new ZenPulseError('branch_unknown', { branch: base ?? '(none)', repository: context.key, known });
  }
  const pulls = [...walk.pulls.values()]
    .filter((pull) => pull.baseRefName === base)
    .flatMap((pull) => pullChange(pull) ?? [])
    .filter(({ at }) => isWithin(at, window));
  const { pushes, notices } = directPushes(collected, window);
  const allGaps = [...gaps, ...walk.gaps];
  return {
    repository: {
      key: context.key,
      url: repository.url,
      base_branch: base,
      window: { kind: 'dates', spec: window.spec, base: null, head: null },
      labels_known: true,
    },
    isPrivate: repository.isPrivate,
    changes: [...pulls, ...pushes].sort((left, right) => Date.parse(left.at) - Date.parse(right.at)),
    timeframe: { start: window.start, end: window.end },
    rules,
    complete: allGaps.length === 0,
    notices: [...gapNotices(context.key, allGaps), ...notices],
  };
}
