import { z } from 'zod';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import type { OpenPull, OpenPullMarks } from '../source.ts';
import { openPulls } from './queries/open-pulls.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';

const openPullNode = z.object({
  number: z.int(),
  title: z.string(),
  url: z.string(),
  author: z.object({ login: z.string() }).nullable(),
  milestone: z.object({ title: z.string() }).nullable(),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() }).nullable()).nullable() }).nullable(),
});

const answer = z.object({
  repository: z
    .object({
      page: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(openPullNode.nullable()).nullable(),
      }),
    })
    .nullable(),
});

const fold = (text: string) => text.toLowerCase();

/** Open pull requests with one of the labels or milestones, the oldest first. @param base their base branch */
export async function readOpenPulls(
  { client, owner, name, key, pageSize }: RepositoryContext,
  base: string,
  marks: OpenPullMarks,
): Promise<OpenPull[]> {
  const labels = new Set(marks.labels.map(fold));
  const milestones = new Set(marks.milestones.map(fold));
  const found: OpenPull[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await client.graphql(
      (failures) => ({
        document: openPulls,
        variables: { owner, name, base, pageSize: Math.max(1, pageSize >> failures), after },
      }),
      answer,
    );
    const { page }: NonNullable<z.output<typeof answer>['repository']> = requireRepository(
      key,
      data.repository,
      errors,
    );
    const [gap] = gapsOf(errors);
    if (gap)
      throw new ZenPulseError('github_bad_answer', { what: `the open pull requests of ${key}`, why: gap });
    for (const pull of page.nodes ?? []) {
      if (!pull) continue;
      const names = (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []);
      const isMarked =
        names.some((label) => labels.has(fold(label))) || milestones.has(fold(pull.milestone?.title ?? ''));
      if (!isMarked) continue;
      const { number, title, url } = pull;
      found.push({
        number,
        title: visibleText(title),
        url,
        author: pull.author?.login ?? null,
        labels: names,
      });
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
