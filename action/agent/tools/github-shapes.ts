import type {
  ChangedFile,
  CommitDetails,
  CommitSummary,
  Listed,
  PullDetails,
} from '../../sources/details.ts';

/** Answers of the built-in server, in the field names of GitHub's own one. */

export const pullJson = (pull: PullDetails) => ({
  number: pull.number,
  title: pull.title,
  body: pull.body,
  state: pull.mergedAt === null ? 'open' : 'closed',
  merged: pull.mergedAt !== null,
  user: pull.author === null ? undefined : { login: pull.author },
  labels: pull.labels ?? undefined,
  base: { ref: pull.base },
  additions: pull.additions ?? undefined,
  deletions: pull.deletions ?? undefined,
  changed_files: pull.changedFiles ?? undefined,
  merged_at: pull.mergedAt ?? undefined,
});

const fileJson = (file: ChangedFile) => ({
  filename: file.path,
  status: file.status ?? undefined,
  additions: file.additions ?? undefined,
  deletions: file.deletions ?? undefined,
});

export const filesJson = (files: readonly ChangedFile[]) => files.map(fileJson);

export const commitsJson = (commits: readonly CommitSummary[]) =>
  commits.map(({ sha, message, author }) => ({ sha, message, author: { name: author ?? undefined } }));

export const commitJson = (
  { sha, message, author, at, files }: CommitDetails,
  detail: 'none' | 'stats' | 'full_patch',
) => ({
  sha,
  commit: { message, author: { name: author ?? undefined, date: at } },
  files:
    detail === 'none'
      ? undefined
      : files.items.map((file) => ({
          ...fileJson(file),
          patch: detail === 'full_patch' ? (file.patch ?? undefined) : undefined,
        })),
});

/** A unified diff without its index lines. A file without a patch says so: binary, or too large. */
export const diffText = (files: readonly ChangedFile[]): string =>
  files
    .map(({ path, patch }) => `diff --git a/${path} b/${path}\n${patch ?? '(patch not shown)'}`)
    .join('\n');

/** Says how many there are when not all are listed. */
export function missingNote({ items, total }: Listed<unknown>, what: string): string | null {
  if (total === items.length) return null;
  return total === null
    ? `[truncated: the first ${items.length} ${what}, there may be more]`
    : `[truncated: ${items.length} of ${total} ${what}]`;
}
