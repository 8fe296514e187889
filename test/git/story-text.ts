import type { FileChanges } from './file-tree.ts';
import type { CommitOptions } from './git-history-api.ts';

/** Joins what is not empty by blank lines. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** Splits a whole message at its first line break. */
export function messageParts(message: string): { subject: string; body: string } {
  const [subject = '', ...rest] = message.split('\n');
  return { subject, body: rest.join('\n').replace(/^\n+/, '') };
}

/** The files a commit writes. The mark makes every text new, so that no commit is empty by chance. */
export function writtenFiles(subject: string, mark: number, files: CommitOptions['files']): FileChanges {
  if (files === undefined) return new Map([[`changes/${String(mark).padStart(4, '0')}.txt`, `${subject}\n`]]);
  if (Array.isArray(files)) return new Map(files.map((path: string) => [path, `${mark}: ${subject}\n`]));
  return new Map(Object.entries(files));
}
