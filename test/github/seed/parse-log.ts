import type { ChangedFile, Commit } from '../state/commit.ts';

/** A commit as `git log` tells it, with the blobs it set in folders that are read; null for a removed file. */
export interface LoggedCommit extends Omit<Commit, 'tree'> {
  files: ChangedFile[];
  blobs: Map<string, string | null>;
}

const fields = ['%H', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'];

/** Arguments of the `git log` whose output `parseLog` reads. Everything in it ends with a NUL. */
export const logArguments = [
  ...'log --topo-order --reverse -z --raw --numstat --no-abbrev -M --diff-merges=first-parent'.split(' '),
  `--format=${fields.map((field) => `${field}%x00`).join('')}`,
];

/** Files under it can be read at every commit; the text of others is not kept. */
const readableFolder = '.github/';

export function parseLog(text: string): LoggedCommit[] {
  const commits: LoggedCommit[] = [];
  const tokens = text.split('\0').values();
  const next = () => tokens.next().value ?? '';
  for (const token of tokens) {
    // A line feed stands before the first file of a commit, and an empty token between two commits.
    const line = token.trimStart();
    const commit = commits.at(-1);
    if (line === '') continue;
    if (line.startsWith(':')) readChange(commit, line, next);
    else if (/^(?:\d+|-)\t/.test(line)) readCounts(commit, line, next);
    else commits.push(readHeader(line, next));
  }
  return commits;
}

function readHeader(oid: string, next: () => string): LoggedCommit {
  const parents = next();
  const signature = () => ({ name: next(), email: next(), date: next() });
  return {
    oid,
    parents: parents === '' ? [] : parents.split(' '),
    author: signature(),
    committer: signature(),
    message: next().trimEnd(),
    files: [],
    blobs: new Map(),
  };
}

const statusOf: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  C: 'added',
  D: 'removed',
  R: 'renamed',
};

/** `:100644 100644 <old> <new> R100`, then one path, or two for a rename. */
function readChange(commit: LoggedCommit | undefined, line: string, next: () => string): void {
  const [, , , blob = '', letters = ''] = line.split(' ');
  const letter = letters.slice(0, 1);
  const first = next();
  const path = letter === 'R' || letter === 'C' ? next() : first;
  const status = statusOf[letter] ?? 'modified';
  const previous = status === 'renamed' ? { previousPath: first } : {};
  commit?.files.push({ path, status, additions: 0, deletions: 0, ...previous });
  if (status === 'renamed' && first.startsWith(readableFolder)) commit?.blobs.set(first, null);
  if (path.startsWith(readableFolder)) commit?.blobs.set(path, status === 'removed' ? null : blob);
}

/** `12<tab>3<tab>path`; a rename has its two paths behind it, a binary file has dashes. */
function readCounts(commit: LoggedCommit | undefined, line: string, next: () => string): void {
  const [additions = '', deletions = '', ...rest] = line.split('\t');
  const named = rest.join('\t');
  if (named === '') next();
  const path = named === '' ? next() : named;
  const file = commit?.files.find((each) => each.path === path);
  if (file !== undefined) {
    file.additions = Number(additions) || 0;
    file.deletions = Number(deletions) || 0;
  }
}
