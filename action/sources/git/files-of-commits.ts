import type { ChangedFile, Listed } from '../details.ts';
import { listLimit } from '../details.ts';
import type { Git } from './run-git.ts';

/** Patches together, in characters: far more than any reader is shown. */
const mostPatch = 400_000;

/** The same files in the same order for both questions; nothing that a repository could make git run. */
const shared = [
  'log',
  '--no-walk=unsorted',
  '--stdin',
  '--diff-merges=first-parent',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--format=',
];
const counted = /^\n*(\d+|-)\t(\d+|-)\t(.+)$/s;
const count = (text: string) => (text === '-' ? null : Number(text));

function statusOf(header: string): ChangedFile['status'] {
  if (/^new file mode /m.test(header)) return 'added';
  return /^deleted file mode /m.test(header) ? 'removed' : 'modified';
}

/** One file's part of a patch: its lines start with a mark, so `diff --git` at the start of one begins the next. */
function sectionsOf(patch: string): Pick<ChangedFile, 'patch' | 'status'>[] {
  const sections = patch.split(/^diff --git .*\n/m).slice(1);
  return sections.map((section) => {
    const start = section.search(/^(?:@@|Binary files )/m);
    return {
      status: statusOf(start < 0 ? section : section.slice(0, start)),
      patch: start < 0 ? '' : section.slice(start).trimEnd(),
    };
  });
}

const plus = (left: number | null, right: number | null) =>
  left === null || right === null ? null : left + right;

/** Entries of several commits for the same path become one. */
function joined(files: readonly ChangedFile[]): ChangedFile[] {
  const byPath = new Map<string, ChangedFile>();
  for (const file of files) {
    const earlier = byPath.get(file.path);
    byPath.set(
      file.path,
      earlier
        ? {
            path: file.path,
            status: earlier.status === 'added' ? 'added' : file.status,
            additions: plus(earlier.additions, file.additions),
            deletions: plus(earlier.deletions, file.deletions),
            patch:
              file.patch === null ? earlier.patch : [earlier.patch, file.patch].filter(Boolean).join('\n'),
          }
        : file,
    );
  }
  return [...byPath.values()];
}

/** Files that commits changed together; of a merge, what it brought to its first parent. */
export async function filesOfCommits(
  git: Git,
  commits: readonly string[],
  withPatches: boolean,
): Promise<Listed<ChangedFile>> {
  if (commits.length === 0) return { items: [], total: 0 };
  const input = commits.map((sha) => `${sha}\n`).join('');
  const files: ChangedFile[] = [];
  for await (const field of git.fields([...shared, '--numstat', '-z'], input)) {
    const [, additions = '', deletions = '', path = ''] = counted.exec(field) ?? [];
    if (path === '') continue;
    files.push({
      path,
      status: null,
      additions: count(additions),
      deletions: count(deletions),
      patch: null,
    });
  }
  if (withPatches) {
    const { text, isWhole } = await git.textUpTo([...shared, '--patch'], mostPatch, input);
    const sections = sectionsOf(text);
    // The last one of a cut patch may lack its end; a part of a diff would pass for all of it.
    if (!isWhole) sections.pop();
    for (const [at, section] of sections.entries()) Object.assign(files[at] ?? {}, section);
  }
  const all = joined(files);
  return { items: all.slice(0, listLimit), total: all.length };
}
