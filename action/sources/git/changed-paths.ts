import type { PathSubject } from '../source.ts';
import type { Git } from './run-git.ts';

/** Marks where a commit starts among the NUL-separated fields; it cannot start a path that git lists. */
const commitMark = '\u0002';

const commitsOf = (change: PathSubject) =>
  change.rebased.length > 0 ? change.rebased : change.commit === null ? [] : [change.commit];

/** Paths that each change touched, both sides of a rename; of a merge, what it brought to its first parent. */
export async function changedPaths(git: Git, changes: readonly PathSubject[]): Promise<string[][]> {
  const commits = [...new Set(changes.flatMap(commitsOf))];
  if (commits.length === 0) return changes.map(() => []);
  const args = [
    'log',
    '--no-walk=unsorted',
    '--stdin',
    '--diff-merges=first-parent',
    '--name-only',
    '--no-renames',
    '-z',
    `--format=${commitMark}%H`,
  ];
  const pathsOf = new Map<string, string[]>();
  let current: string[] = [];
  for await (const field of git.fields(args, commits.map((sha) => `${sha}\n`).join(''))) {
    const text = field.replace(/^\n/, '');
    if (text.startsWith(commitMark)) {
      current = [];
      pathsOf.set(text.slice(1), current);
    } else if (text !== '') current.push(text);
  }
  return changes.map((change) => [...new Set(commitsOf(change).flatMap((sha) => pathsOf.get(sha) ?? []))]);
}
