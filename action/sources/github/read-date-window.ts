import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Change, Reading, SourceQuery } from '../source.ts';
import { describeMessage } from '../history/describe-message.ts';
import { mergeAdopter } from './adopted-merge.ts';
import { type BranchNode, type DateWindowAnswer, dateWindowAnswer, type PullNode } from './answers.ts';
import { type HubCommit, ofGraphql, unaccountedCommits } from './history-commits.ts';
import { mergeCommitsOf } from './merge-method.ts';
import { gapsOfPull, pullChanges } from './pull-change.ts';
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
import { readTriggered } from './triggered-pulls.ts';

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

const sideBranchNotice = (count: number, branch: string) => ({
  code: 'side_branch_merges',
  text: `${count} pull request${count === 1 ? '' : 's'} merged into other branches reached ${branch} in this window; a tag range counts them.`,
});

/** Commits that no pull request brought; told as far as the commits were read. */
function directPushes(
  { history, repository }: Collected,
  window: DateWindow,
  pulls: readonly PullNode[],
  base: string,
) {
  const { commits, tip } = history;
  const tips = tip !== null && commits.has(tip) ? [tip, ...tipsOf(commits)] : tipsOf(commits);
  const { loose, nested, mainLine } = unaccountedCommits(commits, tips, pulls);
  const numberOf = ({ message }: HubCommit) => describeMessage(message).pull?.number ?? null;
  // A commit that came with another branch and names a pull request was merged there, not pushed here.
  const isAside = (commit: HubCommit) => !mainLine.has(commit.sha) && numberOf(commit) !== null;
  const ofBase = new Set(pulls.filter(({ baseRefName }) => baseRefName === base).map(({ number }) => number));
  const known = pulls.filter(
    ({ baseRefName, mergeCommit }) => baseRefName !== base && commits.has(mergeCommit?.oid ?? ''),
  );
  const aside = new Set([
    ...known.map(({ number }) => number),
    ...[...nested, ...loose].filter(isAside).flatMap((commit) => numberOf(commit) ?? []),
  ]);
  const sideCount = [...aside].filter((number) => !ofBase.has(number)).length;
  const pushes: Change[] = loose
    .filter((commit) => isWithin(commit.at, window) && !isAside(commit))
    .map((commit) => pushChange(commit, repository.url));
  const unread = history.total - commits.size;
  const notices = [];
  if (unread > 0)
    notices.push({
      code: 'commits_truncated',
      text: `Truncated: commits without a pull request were looked for among the newest ${commits.size} of ${history.total} commits; a tag range reads all.`,
    });
  // A merge by hand may bring commits made before the window, which GitHub's list by date does not hold.
  const ofPulls = mergeCommitsOf(pulls);
  const older = [...commits.values()].filter(
    (commit) =>
      mainLine.has(commit.sha) &&
      !ofPulls.has(commit.sha) &&
      numberOf(commit) === null &&
      commit.parents.slice(1).some((parent) => !commits.has(parent)),
  );
  if (unread === 0 && older.length > 0)
    notices.push({
      code: 'commits_truncated',
      text: `Truncated: ${older.length} merge${older.length === 1 ? '' : 's'} by hand brought commits made before the window, which are not listed; a tag range reads all.`,
    });
  if (sideCount > 0) notices.push(sideBranchNotice(sideCount, base));
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
  const merged = [...walk.pulls.values()].map(
    mergeAdopter([...collected.history.commits.values()].reverse()),
  );
  const ofWindow = merged.filter(
    ({ baseRefName, mergedAt }) => baseRefName === base && isWithin(mergedAt ?? '', window),
  );
  const pulls = pullChanges(ofWindow, collected.history.commits);
  const { pushes, notices } = directPushes(collected, window, merged, base);
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
