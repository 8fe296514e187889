import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Reading, SourceQuery } from '../source.ts';
import { type Collected, collectDateWindow, type DateWindow } from './collect-date-window.ts';
import { gapNotices, type RepositoryContext } from './repository-context.ts';
import type { SettledWindow } from './settle-date-window.ts';
import type { Triggered } from './triggered-pulls.ts';

const nothing: SettledWindow = { changes: [], lost: [], gaps: [], notices: [] };
const noTriggered: Triggered = { changes: [], gaps: [], notices: [] };

/** @throws ZenPulseError `github_repository_empty`, `branch_unknown` */
function baseOf({ repository }: Collected, key: string, { baseBranch }: SourceQuery): string {
  const branch = repository.defaultBranchRef?.name;
  if (branch === undefined) throw new ZenPulseError('github_repository_empty', { repository: key });
  if (baseBranch === undefined || repository.namedBranch) return baseBranch ?? branch;
  throw new ZenPulseError('branch_unknown', { branch: baseBranch, repository: key, known: [branch] });
}

/** What merged into one branch in a span of time. @throws ZenPulseError `branch_unknown` and what the client throws */
export async function readDateWindow(
  context: RepositoryContext,
  query: SourceQuery,
  window: DateWindow,
): Promise<Reading> {
  const collected = await collectDateWindow(context, query, window);
  const { walk, history, repository, rules, gaps } = collected;
  const { key } = context;
  const base = baseOf(collected, key, query);
  const [start, end] = [Date.parse(window.start), Date.parse(window.end)];
  const isWithin = (at: string) => Date.parse(at) >= start && Date.parse(at) < end;

  const isEmpty =
    history.commits.size === 0 && ![...walk.pulls.values()].some(({ mergedAt }) => isWithin(mergedAt ?? ''));
  // Loaded when needed: a run over dates that finds nothing is to load little.
  const settled = isEmpty
    ? nothing
    : await (await import('./settle-date-window.ts')).settleDateWindow(context, collected, {
        base,
        isWithin,
      });
  const held = new Set([...settled.lost, ...settled.changes.flatMap(({ number }) => number ?? [])]);
  const triggered =
    query.triggerPulls.length === 0
      ? noTriggered
      : await (await import('./triggered-pulls.ts')).readTriggered(context, query.triggerPulls, held);
  const allGaps = [...gaps, ...walk.gaps, ...history.gaps, ...settled.gaps, ...triggered.gaps];
  // Of one second, the number tells what came first.
  const changes = [...triggered.changes, ...settled.changes].sort(
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
    notices: [...gapNotices(key, allGaps), ...settled.notices, ...triggered.notices, ...rules.notices],
  };
}
