import { z } from 'zod';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { ChangedFile, CommitSummary, Listed, PullDetails } from '../details.ts';
import { listLimit } from '../details.ts';
import { actor, nodes } from './answers.ts';
import { pullCommits, pullDetails, pullFiles } from './queries/pull-details.graphql.ts';
import { type RepositoryContext, requireRepository } from './repository-context.ts';

const present = <Node>(list: readonly (Node | null)[] | null) => (list ?? []).filter((node) => node !== null);

const details = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  mergedAt: z.string().nullable(),
  baseRefName: z.string(),
  additions: z.int(),
  deletions: z.int(),
  changedFiles: z.int(),
  author: actor.nullable(),
  labels: z.object({ nodes: nodes(z.object({ name: z.string() })) }).nullable(),
});

const statuses: Record<string, ChangedFile['status']> = {
  ADDED: 'added',
  COPIED: 'added',
  DELETED: 'removed',
  MODIFIED: 'modified',
  CHANGED: 'modified',
  RENAMED: 'renamed',
};
const files = z.object({
  files: z
    .object({
      totalCount: z.int(),
      nodes: nodes(
        z.object({ path: z.string(), additions: z.int(), deletions: z.int(), changeType: z.string() }),
      ),
    })
    .nullable(),
});

const commits = z.object({
  commits: z.object({
    totalCount: z.int(),
    nodes: nodes(
      z.object({
        commit: z.object({
          oid: z.string(),
          message: z.string(),
          author: z
            .object({ name: z.string().nullable(), user: z.object({ login: z.string() }).nullable() })
            .nullable(),
        }),
      }),
    ),
  }),
});

/** Asks for one pull request. @throws ZenPulseError `github_not_found` for a number that is none */
async function ask<Pull>(
  { client, owner, name, key }: RepositoryContext,
  number: number,
  document: string,
  pull: z.ZodType<Pull>,
): Promise<Pull> {
  const { data, errors } = await client.graphql(
    (failures) => ({
      document,
      variables: { owner, name, number, most: Math.max(1, listLimit >> failures) },
    }),
    z.object({ repository: z.object({ pullRequest: pull.nullable() }).nullable() }),
  );
  const found = requireRepository(key, data.repository, errors).pullRequest;
  if (found === null) throw new ZenPulseError('github_not_found', { what: `${key}#${number}` });
  return found;
}

export async function readPullDetails(context: RepositoryContext, number: number): Promise<PullDetails> {
  const { labels, author, baseRefName: base, ...pull } = await ask(context, number, pullDetails, details);
  return {
    ...pull,
    base,
    author: author?.login ?? null,
    labels: present(labels?.nodes ?? []).map((label) => label.name),
  };
}

export async function readPullFiles(
  context: RepositoryContext,
  number: number,
): Promise<Listed<ChangedFile>> {
  const { files: list } = await ask(context, number, pullFiles, files);
  const items = present(list?.nodes ?? []).map(
    ({ changeType, ...file }): ChangedFile => ({
      ...file,
      status: statuses[changeType] ?? null,
      patch: null,
    }),
  );
  return { items, total: list?.totalCount ?? null };
}

export async function readPullCommits(
  context: RepositoryContext,
  number: number,
): Promise<Listed<CommitSummary>> {
  const { totalCount: total, nodes: list } = (await ask(context, number, pullCommits, commits)).commits;
  const items = present(list).map(({ commit: { oid: sha, message, author } }) => ({
    sha,
    message,
    author: author?.user?.login ?? author?.name ?? null,
  }));
  return { items, total };
}
