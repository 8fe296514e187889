import { z } from 'zod';
import { foldedText } from '../../../contract/reading/folded-text.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import type { OpenPull, OpenPullMarks } from '../source.ts';
import { actor, nodes, pageInfo } from './answers.ts';
import { nextCursor } from './next-cursor.ts';
import { openPulls } from './queries/open-pulls.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

/** How many there are, where GitHub says. */
const totalCount = z.int().default(0);

const openPullNode = z.object({
  number: z.int(),
  title: z.string(),
  url: z.string(),
  author: actor.nullable(),
  milestone: z.object({ title: z.string() }).nullable(),
  labels: z.object({ totalCount, nodes: nodes(z.object({ name: z.string() })) }).nullable(),
});
type OpenPullNode = z.output<typeof openPullNode>;

const answer = z.object({
  repository: z.object({ page: z.object({ totalCount, pageInfo, nodes: nodes(openPullNode) }) }).nullable(),
});
type Page = NonNullable<z.output<typeof answer>['repository']>['page'];

interface PartOfList<Item> {
  totalCount: number;
  nodes: (Item | null)[] | null;
}

/** The entries of a list; null when some did not come. */
function wholeList<Item>(list: PartOfList<Item> | null): Item[] | null {
  const present = (list?.nodes ?? []).filter((item) => item !== null);
  return list?.nodes?.length === present.length && present.length >= list.totalCount ? present : null;
}

/** All pages by number. No gap names one: which of them a rule leaves out is not known yet. */
async function readPages({ client, owner, name, key, pageSize }: RepositoryContext, base: string) {
  const found = new Map<number, OpenPullNode>();
  const gaps: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await client.graphql(
      (failures) => ({
        document: openPulls,
        variables: { owner, name, base, pageSize: Math.max(1, pageSize >> failures), after },
      }),
      answer,
    );
    const { page }: { page: Page } = requireRepository(key, data.repository, errors);
    gaps.push(...gapsOf(errors));
    const listed = page.nodes ?? [];
    for (const pull of listed) if (pull) found.set(pull.number, pull);
    if (page.nodes === null || listed.includes(null))
      gaps.push('GitHub left open pull requests of a page out');
    after = nextCursor(page.pageInfo, after);
    if (after === null && found.size < page.totalCount)
      gaps.push(`GitHub ended its list after ${found.size} of ${page.totalCount} open pull requests`);
  } while (after !== null);
  return { found: [...found.values()], gaps };
}

/**
 * Open pull requests with one of the labels or milestones, the oldest first. One whose labels did not all come is
 * left out: a label that excludes it may be among the others.
 * @param base their base branch
 * @returns also what did not come, in words
 */
export async function readOpenPulls(
  context: RepositoryContext,
  base: string,
  marks: OpenPullMarks,
): Promise<{ pulls: OpenPull[]; gaps: string[] }> {
  const { found, gaps } = await readPages(context, base);
  const marking = new Set(marks.labels.map(foldedText));
  const milestones = new Set(marks.milestones.map(foldedText));
  const read = found.flatMap((pull) => {
    const labels = wholeList(pull.labels)?.map((label) => label.name);
    return labels ? [{ ...pull, labels }] : [];
  });
  const unread = found.length - read.length;
  if (unread > 0)
    gaps.push(
      `the labels of ${unread} of ${found.length} open pull requests were not read, so those are left out`,
    );
  const isMarked = ({ labels, milestone }: (typeof read)[number]) =>
    labels.some((label) => marking.has(foldedText(label))) ||
    (milestone !== null && milestones.has(foldedText(milestone.title)));
  const pulls = read.filter(isMarked).map(
    ({ number, title, url, author, labels }): OpenPull => ({
      number,
      title: visibleText(title),
      url,
      author: author?.login ?? null,
      labels,
    }),
  );
  return { pulls, gaps: [...new Set(gaps)] };
}
