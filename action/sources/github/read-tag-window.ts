import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { newestTag, previousTag, type Tag } from '../../window/tag-series.ts';
import type { Change, Reading, SourceQuery } from '../source.ts';
import { type RefNode, type TagWindowAnswer, tagWindowAnswer } from './answers.ts';
import type { HubCommit } from './history-commits.ts';
import { namedNumber, pickedChange, readPullsByNumber } from './named-pulls.ts';
import { pullChange } from './pull-change.ts';
import { startWalk } from './pull-walk.ts';
import { matchPulls, readRecentPage } from './pulls-of-range.ts';
import { pushChange } from './push-change.ts';
import { tagWindow } from './queries/tag-window.graphql.ts';
import { readComparison, readWholeHistory } from './range-commits.ts';
import {
  gapNotices,
  gapsOf,
  type RepositoryContext,
  requireRepository,
  rulesOf,
} from './repository-context.ts';

type TagWindow = Exclude<SourceQuery['window'], { kind: 'dates' }>;
type Repository = NonNullable<TagWindowAnswer['repository']>;

/** A ref with the commit it leads to and the time it was made. */
interface End extends Tag {
  committedAt: string;
}

interface Ends {
  repository: Repository;
  rules: Reading['rules'];
  tags: End[];
  gaps: string[];
}

const shownTags = 8;
const beginning = '1970-01-01T00:00:00Z';

/** A ref peeled to its commit; null when it is not there or leads elsewhere. */
function endOf(ref: RefNode | null | undefined): End | null {
  const target = ref?.target;
  if (!ref || !target) return null;
  const commit = target.__typename === 'Tag' ? target.target : target;
  if (commit?.__typename !== 'Commit') return null;
  const committedAt = commit.committedDate ?? beginning;
  return { name: ref.name, commit: commit.oid, at: target.tagger?.date ?? committedAt, committedAt };
}

interface EndNames {
  head: string | null;
  base: string | null;
}

/** A page of tags and what comes with it; the first brings the rules. */
async function readEndsPage(
  { client, owner, name, key }: RepositoryContext,
  { baseBranch }: SourceQuery,
  named: EndNames,
  withTags: boolean,
  before: (Ends & { tagsAfter: string | null }) | null,
): Promise<Ends & { tagsAfter: string | null }> {
  const variables = {
    owner,
    name,
    branch: `refs/heads/${baseBranch ?? ''}`,
    headTag: `refs/tags/${named.head ?? ''}`,
    baseTag: `refs/tags/${named.base ?? ''}`,
    withTags,
    tagsAfter: before?.tagsAfter ?? null,
    isFirst: before === null,
  };
  const { data, errors } = await client.graphql(() => ({ document: tagWindow, variables }), tagWindowAnswer);
  const repository = requireRepository(key, data.repository, errors);
  const { tags } = repository;
  return {
    repository: before?.repository ?? repository,
    rules: before?.rules ?? rulesOf(key, repository.rules, data.organization?.rules),
    tags: [...(before?.tags ?? []), ...(tags?.nodes ?? []).flatMap((ref) => endOf(ref) ?? [])],
    gaps: [...(before?.gaps ?? []), ...gapsOf(errors)],
    tagsAfter: tags?.pageInfo.hasNextPage ? tags.pageInfo.endCursor : null,
  };
}

/** One request where both ends are named; one more for each further hundred tags where they must be chosen. */
async function readEnds(
  context: RepositoryContext,
  query: SourceQuery,
  named: EndNames,
  withTags: boolean,
): Promise<Ends> {
  let ends = await readEndsPage(context, query, named, withTags, null);
  while (ends.tagsAfter !== null) ends = await readEndsPage(context, query, named, withTags, ends);
  return ends;
}

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

/** Pull requests that a commit's own words or the trigger name, where no list linked them. */
async function joinNamed(
  context: RepositoryContext,
  loose: readonly HubCommit[],
  missingTriggers: readonly number[],
) {
  const commitOf = new Map(
    loose.flatMap((commit) => {
      const number = namedNumber(commit);
      return number === null ? [] : [[number, commit] as const];
    }),
  );
  const numbers = [...new Set([...commitOf.keys(), ...missingTriggers])];
  const { pulls, gaps } =
    numbers.length > 0 ? await readPullsByNumber(context, numbers) : { pulls: [], gaps: [] };
  const changes = pulls.flatMap((pull): Change[] => {
    const commit = commitOf.get(pull.number);
    const change = commit ? pickedChange(pull, commit) : pullChange(pull);
    return change ? [change] : [];
  });
  const found = new Set(changes.map(({ number }) => number));
  const unmerged = missingTriggers.filter((number) => !found.has(number));
  const explained = new Set(changes.map(({ commit }) => commit));
  return { changes, loose: loose.filter(({ sha }) => !explained.has(sha)), gaps, unmerged };
}

/** What merged between two tags, or since the last release. */
export async function readTagWindow(
  context: RepositoryContext,
  query: SourceQuery,
  window: TagWindow,
): Promise<Reading> {
  const { range, ends, branch } = await resolveRange(context, query, window);
  const { base, head } = range;
  const since = base?.committedAt ?? beginning;
  const [found, walk] = await Promise.all([
    base
      ? readComparison(context, {
          base: { ref: base.name, commit: base.commit },
          head: { ref: head.name, commit: head.commit },
        })
      : readWholeHistory(context, head.commit),
    readRecentPage(context, startWalk, since),
  ]);
  const matched = await matchPulls(context, found.commits, head.commit, walk, since);
  const numbers = new Set(matched.pulls.map(({ number }) => number));
  const triggers = query.triggerPulls.filter((number) => !numbers.has(number));
  const named = await joinNamed(context, matched.loose, triggers);

  const order = new Map(found.commits.map(({ sha }, at) => [sha, at]));
  const position = ({ commit }: Change) => (commit === null ? order.size : (order.get(commit) ?? order.size));
  const changes = [
    ...matched.pulls.flatMap((pull) => pullChange(pull) ?? []),
    ...named.changes,
    ...named.loose.map((commit) => pushChange(commit, ends.repository.url)),
  ].sort((left, right) => position(left) - position(right));
  const gaps = [...ends.gaps, ...found.gaps, ...matched.gaps, ...named.gaps];
  const unmerged = named.unmerged.map((number) => ({
    code: 'trigger_pull_not_found',
    text: `${context.key}#${number}, which the trigger names, is not a merged pull request.`,
  }));
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
    complete: gaps.length === 0,
    notices: [...gapNotices(context.key, gaps), ...unmerged],
  };
}
