import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { newestTag, previousTag } from '../../window/tag-series.ts';
import { undatedNotice } from '../history/undated-notice.ts';
import type { Change, Reading, SourceQuery } from '../source.ts';
import { unknownDate } from './answers.ts';
import type { RefNode } from './range-answers.ts';
import { gapsOfPull, pullChange, pullChanges } from './pull-change.ts';
import { startWalk } from './pull-walk.ts';
import { matchPulls, type Pick, readRecentPage } from './pulls-of-range.ts';
import { pushChange } from './push-change.ts';
import { readComparison, readWholeHistory } from './range-commits.ts';
import { gapNotices, type RepositoryContext } from './repository-context.ts';
import { beginning, type End, type Ends, endOf, kindOf, readEnds } from './tag-ends.ts';
import { readTriggered } from './triggered-pulls.ts';
import { unreleasedCommits } from './unreleased-commits.ts';

type TagWindow = Exclude<SourceQuery['window'], { kind: 'dates' }>;

const shownTags = 8;
interface Range {
  base: End | null;
  head: End;
}

function branchEnd({ repository }: Ends, key: string, baseBranch: string | undefined): End {
  const branch = baseBranch === undefined ? repository.defaultBranchRef : repository.branch;
  const end = endOf(branch);
  if (end) return end;
  const known = repository.defaultBranchRef ? [repository.defaultBranchRef.name] : [];
  throw new ZenPulseError('branch_unknown', { branch: baseBranch ?? '(none)', repository: key, known });
}

/** @throws ZenPulseError `tag_unknown`, `tag_missing`, `branch_unknown` */
async function resolveRange(
  context: RepositoryContext,
  query: SourceQuery,
  window: TagWindow,
): Promise<{ range: Range; ends: Ends; branch: End }> {
  const { key } = context;
  const named = window.kind === 'tags' ? window : { head: null, base: null };
  const ends = await readEnds(context, query, named, named.head === null || named.base === null);
  const branch = branchEnd(ends, key, query.baseBranch);

  const find = async (name: string, ref: RefNode | null): Promise<End> => {
    const end = endOf(ref) ?? ends.tags.find((tag) => tag.name === name);
    if (end) return end;
    const kind = kindOf(ref);
    if (kind === 'blob' || kind === 'tree')
      throw new ZenPulseError('tag_without_commit', { tag: name, repository: key, kind });
    const { tags } = await readEnds(context, query, named, true);
    throw new ZenPulseError('tag_unknown', {
      tag: name,
      repository: key,
      known: tags.slice(0, shownTags).map((tag) => tag.name),
    });
  };

  if (window.kind === 'unreleased') {
    const name = ends.repository.latestRelease?.tagName ?? newestTag(ends.tags, { stable: true });
    if (name === null) throw new ZenPulseError('tag_missing', { repository: key, type: 'upcoming' });
    return { range: { base: await find(name, null), head: branch }, ends, branch };
  }
  const headName = window.head ?? newestTag(ends.tags, { stable: false });
  if (headName === null) throw new ZenPulseError('tag_missing', { repository: key, type: 'release' });
  const baseName = window.base ?? previousTag(headName, ends.tags);
  const head = await find(headName, ends.repository.head);
  const base = baseName === null ? null : await find(baseName, ends.repository.base);
  return { range: { base, head }, ends, branch };
}

/** The commits of the range and, while they are read, the first page of the pull requests updated last. */
async function readRange(context: RepositoryContext, { base, head }: Range) {
  if (base?.commit === head.commit)
    return { found: { commits: [], gaps: [], isReversed: false }, walk: startWalk, since: base.committedAt };
  const since = base?.committedAt ?? beginning;
  const [found, walk] = await Promise.all([
    base ? readComparison(context, base.commit, head.commit) : readWholeHistory(context, head.commit),
    readRecentPage(context, startWalk, since),
  ]);
  return { found, walk, since };
}

/** A cherry-pick as a change: the commit stands for the pull request. */
function pickedChange({ pull, commit }: Pick): Change | null {
  const change = pullChange(pull);
  return change && { ...change, commit: commit.sha, aliases: [], at: commit.at };
}

/** What merged between two tags, or since the last release. */
export async function readTagWindow(
  context: RepositoryContext,
  query: SourceQuery,
  window: TagWindow,
): Promise<Reading> {
  const { range, ends, branch } = await resolveRange(context, query, window);
  const { head } = range;
  const { found, walk, since } = await readRange(context, range);
  if (found.isReversed && window.kind === 'tags')
    throw new ZenPulseError('tag_range_reversed', { base: range.base?.name ?? '', head: head.name });
  const { commits, base } =
    window.kind === 'unreleased' && range.base
      ? unreleasedCommits(found.commits, head.commit, range.base, ends.tags)
      : { commits: found.commits, base: range.base };
  const matched = await matchPulls(context, commits, head.commit, walk, since);

  const order = new Map(commits.map(({ sha }, at) => [sha, at]));
  const ofRange = [
    ...pullChanges(matched.pulls, new Map(commits.map((commit) => [commit.sha, commit]))),
    ...matched.picks.flatMap((pick) => pickedChange(pick) ?? []),
    ...matched.loose.map((commit) => pushChange(commit, ends.repository.url)),
  ];
  const triggered = await readTriggered(context, query.triggerPulls, ofRange);
  const end = Date.parse(head.committedAt);
  const position = ({ commit, at }: Change) =>
    order.get(commit ?? '') ?? (Date.parse(at) > end ? order.size : -1);
  const changes = [...triggered.changes, ...ofRange].sort((left, right) => position(left) - position(right));
  const labelGaps = matched.pulls.flatMap(gapsOfPull);
  const undated = commits.flatMap(({ at, sha }) => (at === unknownDate ? sha : []));
  const gaps = [...ends.gaps, ...found.gaps, ...matched.gaps, ...labelGaps, ...triggered.gaps];
  return {
    repository: {
      key: context.key,
      url: ends.repository.url,
      base_branch: branch.name,
      window: {
        kind: window.kind,
        spec: window.spec,
        base: base && { ref: base.name, commit: base.commit },
        head: { ref: head.name, commit: head.commit },
      },
      labels_known: true,
    },
    isPrivate: ends.repository.isPrivate,
    changes,
    timeframe: { start: base?.committedAt ?? null, end: head.committedAt },
    rules: ends.rules,
    complete: gaps.length + triggered.notices.length === 0,
    notices: [
      ...gapNotices(context.key, gaps),
      ...triggered.notices,
      ...(undated.length > 0 ? [undatedNotice(undated, '1 January 1970 stands for it')] : []),
    ],
  };
}
