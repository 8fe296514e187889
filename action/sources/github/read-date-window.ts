import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Reading, SourceQuery } from '../source.ts';
import { mergeAdopter } from './adopted-merge.ts';
import { collectDateWindow, type DateWindow } from './collect-date-window.ts';
import { directPushes } from './direct-pushes.ts';
import { gapsOfPull, pullChanges } from './pull-change.ts';
import { gapNotices, type RepositoryContext } from './repository-context.ts';
import { readTriggered } from './triggered-pulls.ts';

const isWithin = (at: string, { start, end }: DateWindow) =>
  Date.parse(at) >= Date.parse(start) && Date.parse(at) < Date.parse(end);

/** What merged into one branch in a span of time. @throws ZenPulseError `branch_unknown` and what the client throws */
export async function readDateWindow(
  context: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
): Promise<Reading> {
  const collected = await collectDateWindow(context, query, window);
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
    rules: rules.rules,
    complete: allGaps.length + triggered.notices.length === 0,
    notices: [...gapNotices(context.key, allGaps), ...notices, ...triggered.notices, ...rules.notices],
  };
}
