import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Reading, SourceQuery } from '../source.ts';
import { mergeAdopter } from './adopted-merge.ts';
import { type BranchNode, type DateWindowAnswer, dateWindowAnswer } from './answers.ts';
import { directPushes, type History } from './direct-pushes.ts';
import { ofGraphql } from './history-commits.ts';
import { gapsOfPull, pullChanges } from './pull-change.ts';
import { addHead, addPage, type PullWalk, startWalk } from './pull-walk.ts';
import { dateWindow } from './queries/date-window.graphql.ts';
import {
  gapNotices,
  gapsOf,
  type RepositoryContext,
  requireRepository,
  rulesOf,
} from './repository-context.ts';
import { readTriggered } from './triggered-pulls.ts';

type DateWindow = SourceQuery['window'] & { kind: 'dates' };
type Repository = NonNullable<DateWindowAnswer['repository']>;

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
  const merged = [...walk.pulls.values()].map(
    mergeAdopter([...collected.history.commits.values()].reverse()),
  );
  const ofWindow = merged.filter(
    ({ baseRefName, mergedAt }) => baseRefName === base && isWithin(mergedAt ?? '', window),
  );
  const pulls = pullChanges(ofWindow, collected.history.commits);
  const { pushes, notices } = directPushes(collected.history, merged, {
    base,
    url: repository.url,
    isWithin: (at) => isWithin(at, window),
  });
  const found = [...pulls, ...pushes];
  const triggered = await readTriggered(context, query.triggerPulls, found);
  const allGaps = [...gaps, ...walk.gaps, ...ofWindow.flatMap(gapsOfPull), ...triggered.gaps];
  // Of one second, the number tells what came first.
  const changes = [...triggered.changes, ...found].sort(
    (left, right) => Date.parse(left.at) - Date.parse(right.at) || (left.number ?? 0) - (right.number ?? 0),
  );
  return {
    repository: {
      key: context.key,
      url: repository.url,
      base_branch: base,
      window: { kind: 'dates', spec: window.spec, base: null, head: null },
      labels_known: true,
    },
    isPrivate: repository.isPrivate,
    changes,
    timeframe: { start: window.start, end: window.end },
    rules,
    complete: allGaps.length + triggered.notices.length === 0,
    notices: [...gapNotices(context.key, allGaps), ...notices, ...triggered.notices],
  };
}
