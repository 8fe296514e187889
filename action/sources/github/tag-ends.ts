import type { Tag } from '../../../rules/tags/releases.ts';
import type { SourceQuery } from '../source.ts';
import { type RefNode, type TagWindowAnswer, tagWindowAnswer } from './range-answers.ts';
import { nextCursor } from './next-cursor.ts';
import { tagWindow } from './queries/tag-window.graphql.ts';
import {
  gapsOf,
  type RepositoryContext,
  requireRepository,
  type RulesFound,
  rulesOf,
} from './repository-context.ts';

type Repository = NonNullable<TagWindowAnswer['repository']>;

/** A ref with the commit it leads to and the time it was made. */
export interface End extends Tag {
  committedAt: string;
}

export interface Ends {
  repository: Repository;
  rules: RulesFound;
  tags: End[];
  /** Tags of GitHub's pages, also those that lead to no commit. */
  tagCount: number;
  gaps: string[];
}

/** Before any commit. */
export const beginning = '1970-01-01T00:00:00Z';

/** What a ref leads to, tags of tags peeled. */
function peeled(ref: RefNode | null | undefined) {
  let object = ref?.target ?? null;
  while (object?.target) object = object.target;
  return object;
}

/** `commit`, or else what a tag names instead. */
export const kindOf = (ref: RefNode | null) => peeled(ref)?.__typename.toLowerCase() ?? null;

/** A ref peeled to its commit; null when it is not there or leads elsewhere. */
export function endOf(ref: RefNode | null | undefined): End | null {
  const target = ref?.target;
  const commit = peeled(ref);
  if (!ref || !target || commit?.__typename !== 'Commit') return null;
  const committedAt = commit.committedDate ?? beginning;
  return { name: ref.name, commit: commit.oid, at: target.tagger?.date ?? committedAt, committedAt };
}

/** Tags named by the window; null: to be chosen. */
export interface EndNames {
  head: string | null;
  base: string | null;
}

/** A page of tags and what comes with it; the first brings the rules. */
async function readEndsPage(
  context: RepositoryContext,
  { baseBranch }: SourceQuery,
  named: EndNames,
  withTags: boolean,
  before: (Ends & { tagsAfter: string | null }) | null,
): Promise<Ends & { tagsAfter: string | null }> {
  const { client, owner, name, key } = context;
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
  const tagCount = (before?.tagCount ?? 0) + (tags?.nodes?.length ?? 0);
  const tagsAfter = tags ? nextCursor(tags.pageInfo, variables.tagsAfter) : null;
  const missing = tagsAfter === null && tags ? tags.totalCount - tagCount : 0;
  const lost = missing > 0 ? [`${missing} of ${tags?.totalCount} tags were not among GitHub's pages`] : [];
  return {
    repository: before?.repository ?? repository,
    rules: before?.rules ?? rulesOf(context, repository, data.organization),
    tags: [...(before?.tags ?? []), ...(tags?.nodes ?? []).flatMap((ref) => endOf(ref) ?? [])],
    tagCount,
    gaps: [...(before?.gaps ?? []), ...gapsOf(errors), ...lost],
    tagsAfter,
  };
}

/** One request where both ends are named; one more for each further hundred tags where they must be chosen. */
export async function readEnds(
  context: RepositoryContext,
  query: SourceQuery,
  named: EndNames,
  withTags: boolean,
): Promise<Ends> {
  let ends = await readEndsPage(context, query, named, withTags, null);
  while (ends.tagsAfter !== null) ends = await readEndsPage(context, query, named, withTags, ends);
  return ends;
}
