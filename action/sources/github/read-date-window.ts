import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Reading, SourceQuery } from '../source.ts';
import { mergeAdopter } from './adopted-merge.ts';
import type { PullNode } from './answers.ts';
import { type Collected, collectDateWindow, type DateWindow } from './collect-date-window.ts';
import { directPushes, mainLineOf, tipsOf } from './direct-pushes.ts';
import type { HubCommit, Unaccounted } from './history-commits.ts';
import { lostMerges, lostNotices } from './lost-merges.ts';
import { pushChange } from './push-change.ts';
import { gapNotices, type RepositoryContext } from './repository-context.ts';
import { settleCommits } from './settle-commits.ts';
import { readTriggered } from './triggered-pulls.ts';

const isByBot = ({ facts }: HubCommit) => facts.pulls.some(({ form, isByBot: is }) => is && form === 'merge');

/** @throws ZenPulseError `github_repository_empty`, `branch_unknown` */
function baseOf({ repository }: Collected, key: string, { baseBranch }: SourceQuery): string {
  const branch = repository.defaultBranchRef?.name;
  if (branch === undefined) throw new ZenPulseError('github_repository_empty', { repository: key });
  if (baseBranch === undefined || repository.namedBranch) return baseBranch ?? branch;
  throw new ZenPulseError('branch_unknown', { branch: baseBranch, repository: key, known: [branch] });
}

/** What merged into one branch in a span of time. @throws ZenPulseError `branch_unknown` and what the client throws */
export async function readDateWindow(
  asked: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
): Promise<Reading> {
  const collected = await collectDateWindow(asked, query, window);
  const { context, walk, history, repository, rules, gaps } = collected;
  const { key } = context;
  const base = baseOf(collected, key, query);
  const [start, end] = [Date.parse(window.start), Date.parse(window.end)];
  const isWithin = (at: string) => Date.parse(at) >= start && Date.parse(at) < end;

  const oldestFirst = new Map([...history.commits].reverse());
  const adoptOfBase = mergeAdopter(oldestFirst, true);
  // A commit with the words of one that merged elsewhere is a cherry-pick.
  const adopt = (pull: PullNode) =>
    pull.baseRefName === base || pull.baseRef === null ? adoptOfBase(pull) : pull;
  const pulls = [...walk.pulls.values()].map(adopt);
  const mainLine = mainLineOf(history);
  // Where the branch was renamed, pull requests may still name the old one, which is gone.
  const isOfBase = ({ baseRefName, baseRef, mergeCommit }: PullNode) =>
    baseRefName === base || (baseRef === null && mainLine.has(mergeCommit?.oid ?? ''));
  const belongs = (pull: PullNode) => isOfBase(pull) && isWithin(pull.mergedAt ?? '');
  const lost = await lostMerges(context, history, pulls.filter(belongs), isWithin);
  const standing = pulls.filter((pull) => !lost.has(pull));

  const numbers = new Set(standing.filter(isOfBase).map(({ number }) => number));
  const isOpen = ({ facts }: HubCommit) =>
    facts.pulls.some(({ number }) => !numbers.has(number)) ||
    (facts.pulls.length === 0 && facts.pickedFrom.length > 0);
  // What a merge bot rolled up merged into the branch itself, though its merge lies beside it.
  const landed = (commit: HubCommit, { landing }: Unaccounted) => {
    const merge = landing.get(commit.sha);
    return merge && isByBot(merge) && isByBot(commit) ? merge : commit;
  };
  const settled = await settleCommits(context, {
    commits: oldestFirst,
    tips: tipsOf(history),
    pulls: standing,
    toAsk: (unaccounted: Unaccounted) =>
      [...unaccounted.loose, ...unaccounted.nested].filter((commit) => {
        const { sha, at } = landed(commit, unaccounted);
        return mainLine.has(sha) && isWithin(at) && isOpen(commit);
      }),
    adopt,
    belongs,
    url: repository.url,
  });
  const { pushes, notices } = directPushes(history, settled, {
    counted: new Set(settled.changes.flatMap(({ number }) => number ?? [])),
    base,
  });
  const found = [
    ...settled.changes,
    ...pushes.filter(({ at }) => isWithin(at)).map((commit) => pushChange(commit, repository.url)),
  ];
  const held = new Set([...found, ...lost].flatMap(({ number }) => number ?? []));
  const triggered = await readTriggered(context, query.triggerPulls, held);
  const allGaps = [...gaps, ...walk.gaps, ...history.gaps, ...settled.gaps, ...triggered.gaps];
  // Of one second, the number tells what came first.
  const changes = [...triggered.changes, ...found].sort(
    (left, right) => Date.parse(left.at) - Date.parse(right.at) || (left.number ?? 0) - (right.number ?? 0),
  );
  return {
    repository: {
      key,
      url: repository.url,
      base_branch: base,
      window: { kind: 'dates', spec: window.spec, base: null, head: null },
      labels_known: true,
    },
    isPrivate: repository.isPrivate,
    changes,
    timeframe: { start: window.start, end: window.end },
    rules: rules.rules,
    complete: allGaps.length + triggered.notices.length === 0,
    notices: [
      ...gapNotices(key, allGaps),
      ...lostNotices(key, lost, base),
      ...settled.notices,
      ...notices,
      ...triggered.notices,
      ...rules.notices,
    ],
  };
}
