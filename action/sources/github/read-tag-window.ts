import type { Notice } from '../../../contract/manifest.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { everyTag, newestRelease, tagsInScope } from '../../../rules/tags/choose-series.ts';
import { previousTags, releaseOf, releasesOfSeries } from '../../../rules/tags/which-tag-came-before.ts';
import { movingNotices, rangeNotices, seriesNotices } from '../history/range-notices.ts';
import { undatedNotice } from '../history/undated-notice.ts';
import type { Change, Reading, SourceQuery } from '../source.ts';
import { unknownDate } from './answers.ts';
import type { RefNode } from './range-answers.ts';
import { startWalk } from './pull-walk.ts';
import { matchPulls, readRecentPage } from './pulls-of-range.ts';
import { pushChange } from './push-change.ts';
import { type RangeCommits, readComparison, readWholeHistory } from './range-commits.ts';
import { knownAs } from './known-as.ts';
import { gapNotices, type RepositoryContext } from './repository-context.ts';
import { beginning, type End, type Ends, endOf, kindOf, readEnds } from './tag-ends.ts';
import { readTriggered } from './triggered-pulls.ts';
import { unreleasedCommits } from './unreleased-commits.ts';

type TagWindow = Exclude<SourceQuery['window'], { kind: 'dates' }>;

const shownTags = 8;

function branchEnd({ repository }: Ends, key: string, baseBranch: string | undefined): End {
  const branch = baseBranch === undefined ? repository.defaultBranchRef : repository.branch;
  const end = endOf(branch);
  if (end) return end;
  if (!repository.defaultBranchRef) throw new ZenPulseError('github_repository_empty', { repository: key });
  const known = [repository.defaultBranchRef.name];
  throw new ZenPulseError('branch_unknown', { branch: baseBranch ?? '(none)', repository: key, known });
}

/** The ends of a window before any commit is read. */
interface Resolved {
  head: End;
  /** Where it may start: what was asked for, or what the rule names, the likeliest first. */
  bases: readonly End[];
  isAsked: boolean;
  ends: Ends;
  branch: End;
  /** Tags that count in this window. */
  tags: readonly End[];
  /** How the ends were chosen. */
  notices: Notice[];
}

/** @throws ZenPulseError `tag_unknown`, `tag_missing`, `branch_unknown` */
async function resolveRange(
  context: RepositoryContext,
  query: SourceQuery,
  window: TagWindow,
): Promise<Resolved> {
  const { key } = context;
  const named = window.kind === 'tags' ? window : { head: null, base: null };
  const isChosen = named.head === null || named.base === null;
  const ends = await readEnds(context, query, named, isChosen);
  const branch = branchEnd(ends, key, query.baseBranch);
  const scope = isChosen && query.releaseScope ? await query.releaseScope(ends.rules.rules) : everyTag;
  const choose = (type: 'upcoming' | 'release') => {
    const choice = newestRelease(ends.tags, scope, { stable: type === 'upcoming' });
    if (choice === null) throw new ZenPulseError('tag_missing', { repository: key, type });
    return choice;
  };
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
  const among = (names: readonly string[]) =>
    names.flatMap((name) => ends.tags.find((tag) => tag.name === name) ?? []);

  if (window.kind === 'unreleased') {
    const { tag, others } = choose('upcoming');
    const tags = releasesOfSeries(tag.name, tagsInScope(ends.tags, scope, tag.name));
    const notices = seriesNotices(key, tag.name, others);
    return { head: branch, bases: tags, isAsked: true, ends, branch, tags, notices };
  }
  const choice = window.head === null ? choose('release') : null;
  const asked = choice?.tag ?? (await find(window.head ?? '', ends.repository.head));
  if (window.base !== null) {
    const bases = [await find(window.base, ends.repository.base)];
    const notices = seriesNotices(key, asked.name, choice?.others ?? []);
    return { head: asked, bases, isAsked: true, ends, branch, tags: ends.tags, notices };
  }
  const tags = tagsInScope(ends.tags, scope, asked.name);
  const [head = asked] = among([releaseOf(asked.name, tags)]);
  return {
    head,
    bases: among(previousTags(head.name, tags)),
    isAsked: false,
    ends,
    branch,
    tags,
    notices: [
      ...seriesNotices(key, head.name, choice?.others ?? []),
      ...movingNotices(key, asked.name, head.name),
    ],
  };
}

/** The commits of the range and, while they are read, the first page of the pull requests updated last. */
async function readRange(context: RepositoryContext, base: End | null, head: End) {
  if (base?.commit === head.commit) {
    const found: RangeCommits = { commits: [], gaps: [], isReversed: false, isUnrelated: false };
    return { found, walk: startWalk, since: base.committedAt };
  }
  const since = base?.committedAt ?? beginning;
  const [found, walk] = await Promise.all([
    base ? readComparison(context, base.commit, head.commit) : readWholeHistory(context, head.commit),
    readRecentPage(context, startWalk, since),
  ]);
  return { found, walk, since };
}

/**
 * The range from the first base that does not hold the head itself, as one tagged late on a later commit does.
 * @throws ZenPulseError `tag_range_reversed` where the base was asked for
 */
async function readFirstRange(context: RepositoryContext, { bases, head, isAsked }: Resolved, kind: string) {
  for (const base of bases) {
    const range = await readRange(context, base, head);
    if (!range.found.isReversed || kind === 'unreleased') return { ...range, base };
    if (isAsked) throw new ZenPulseError('tag_range_reversed', { base: base.name, head: head.name });
  }
  return { ...(await readRange(context, null, head)), base: null };
}

/** What merged between two tags, or since the last release. */
export async function readTagWindow(
  context: RepositoryContext,
  query: SourceQuery,
  window: TagWindow,
): Promise<Reading> {
  const resolved = await resolveRange(context, query, window);
  const { head, ends, branch, tags } = resolved;
  const here = knownAs(context, ends.repository);
  const { found, walk, since, base: start } = await readFirstRange(here, resolved, window.kind);
  const [highest, ...others] = tags;
  const {
    commits,
    base,
    gaps: besideGaps,
  } = window.kind === 'unreleased' && highest
    ? await unreleasedCommits(here, found, head.commit, [highest, ...others])
    : { commits: found.commits, base: start, gaps: [] };
  const within = new Set(commits.map(({ sha }) => sha));
  const doubts = rangeNotices({
    key: context.key,
    base: base?.name ?? null,
    head: head.name,
    isAsked: resolved.isAsked,
    isUnrelated: found.isUnrelated && base === start,
    isWithin: (commit) => within.has(commit),
    tags,
  });
  const { url } = ends.repository;
  const matched = await matchPulls(here, commits, { head: head.commit, firstWalk: walk, since, url });

  const order = new Map(commits.map(({ sha }, at) => [sha, at]));
  const ofRange = [...matched.changes, ...matched.pushes.map((commit) => pushChange(commit, url))];
  const triggered = await readTriggered(
    here,
    query.triggerPulls,
    new Set(ofRange.flatMap(({ number }) => number ?? [])),
  );
  const end = Date.parse(head.committedAt);
  const position = ({ commit, at }: Change) =>
    order.get(commit ?? '') ?? (Date.parse(at) > end ? order.size : -1);
  const changes = [...triggered.changes, ...ofRange].sort((left, right) => position(left) - position(right));
  const undated = commits.flatMap(({ at, sha }) => (at === unknownDate ? sha : []));
  const gaps = [...ends.gaps, ...found.gaps, ...besideGaps, ...matched.gaps, ...triggered.gaps];
  return {
    repository: {
      key: context.key,
      url,
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
    rules: ends.rules.rules,
    complete: gaps.length + triggered.notices.length === 0,
    notices: [
      ...doubts,
      ...resolved.notices,
      ...gapNotices(context.key, gaps),
      ...matched.notices,
      ...triggered.notices,
      ...ends.rules.notices,
      ...(undated.length > 0 ? [undatedNotice(undated, '1 January 1970 stands for it')] : []),
    ],
  };
}
