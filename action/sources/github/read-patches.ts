import { z } from 'zod';
import type { ChangedFile, CommitDetails, Listed } from '../details.ts';
import { fileStatuses, listLimit } from '../details.ts';
import type { RepositoryContext } from './repository-context.ts';

/** A file as REST gives it; it has no patch when it is binary or the patch is too large. */
const file = z
  .object({
    filename: z.string(),
    status: z.string(),
    additions: z.int(),
    deletions: z.int(),
    patch: z.string().optional(),
  })
  .transform(
    ({ filename: path, status, patch, ...counts }): ChangedFile => ({
      path,
      status: fileStatuses.find((each) => each === status) ?? 'modified',
      ...counts,
      patch: patch ?? null,
    }),
  );

const commit = z.object({
  sha: z.string(),
  commit: z.object({
    message: z.string(),
    author: z.object({ name: z.string().nullish() }).nullable(),
    committer: z.object({ date: z.string().nullish() }).nullable(),
  }),
  author: z.object({ login: z.string().optional() }).nullable(),
  files: z.array(file).optional(),
});

/** A full page may not be all of them; REST does not say how many there are. */
const listed = (items: ChangedFile[]): Listed<ChangedFile> => ({
  items,
  total: items.length < listLimit ? items.length : null,
});

/** Files of a pull request with their patches. */
export const readPullPatches = async (
  { client, owner, name }: RepositoryContext,
  number: number,
): Promise<Listed<ChangedFile>> =>
  listed(
    await client.rest(
      'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
      { owner, repo: name, pull_number: number, per_page: listLimit },
      z.array(file),
    ),
  );

export async function readCommitDetails(
  { client, owner, name }: RepositoryContext,
  sha: string,
): Promise<CommitDetails> {
  const found = await client.rest(
    'GET /repos/{owner}/{repo}/commits/{ref}',
    { owner, repo: name, ref: sha, per_page: listLimit },
    commit,
  );
  return {
    sha: found.sha,
    message: found.commit.message,
    author: found.author?.login ?? found.commit.author?.name ?? null,
    at: found.commit.committer?.date ?? '',
    files: listed(found.files ?? []),
  };
}
