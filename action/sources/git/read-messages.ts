import type { CommitSummary } from '../details.ts';
import { secondsToInstant } from './read-commits.ts';
import type { Git } from './run-git.ts';

const format = ['%H', '%an', '%ct', '%B'].map((field) => `${field}%x00`).join('');

/** Commits with their whole messages, the newest first. @param revisions such as `main`, `^v1.2.0` */
export async function readMessages(
  git: Git,
  revisions: readonly string[],
  most: number,
  options: readonly string[] = [],
): Promise<(CommitSummary & { at: string })[]> {
  const args = ['log', `--max-count=${most}`, '--no-notes', `--format=${format}`, '--stdin', ...options];
  const found: (CommitSummary & { at: string })[] = [];
  let record: string[] = [];
  for await (const field of git.fields(args, revisions.map((each) => `${each}\n`).join(''))) {
    record.push(field);
    if (record.length < 4) continue;
    const [sha = '', author = '', seconds = '', message = ''] = record;
    record = [];
    found.push({ sha: sha.trimStart(), author, message, at: secondsToInstant(Number(seconds)) });
  }
  return found;
}
