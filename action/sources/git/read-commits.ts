import type { Git } from './run-git.ts';
import { describeMessage, type MessageContext, type MessageFacts } from '../history/describe-message.ts';

/** A commit with what its message says; the message itself is not kept, histories are long. */
export interface Commit {
  sha: string;
  parents: readonly string[];
  author: { login: string | null; name: string };
  /** Committer date as an instant in UTC: for a merge or a squash on GitHub the time it merged. */
  at: string;
  facts: MessageFacts;
}

const format = ['%H', '%P', '%an', '%ae', '%ct', '%B'].join('%x00');

/** GitHub's no-reply addresses hold the login: `12345+ada@users.noreply.github.com`. */
const noReply = /^(?:\d+\+)?([\w[\]-]+)@users\.noreply\.github\.com$/i;

export const secondsToInstant = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/**
 * Commits reachable from `revisions` (such as `main`, `^v1.2.0`), parents before children.
 * @param messages what their messages are read against
 * @param onProgress told the count so far, about every thousand commits
 */
export async function readCommits(
  git: Git,
  messages: MessageContext,
  revisions: readonly string[],
  options: readonly string[] = [],
  onProgress: (count: number) => void = () => {},
): Promise<Commit[]> {
  const commits: Commit[] = [];
  const args = [
    'log',
    '--topo-order',
    '--reverse',
    '--no-notes',
    '--stdin',
    `--format=${format}%x00`,
    ...options,
  ];
  let record: string[] = [];
  for await (const field of git.fields(args, revisions.map((each) => `${each}\n`).join(''))) {
    record.push(field);
    if (record.length < 6) continue;
    const [sha = '', parents = '', name = '', email = '', seconds = '', message = ''] = record;
    record = [];
    commits.push({
      sha: sha.trimStart(),
      parents: parents === '' ? [] : parents.split(' '),
      author: { login: noReply.exec(email)?.[1] ?? null, name },
      at: secondsToInstant(Number(seconds)),
      facts: describeMessage(message, messages),
    });
    if (commits.length % 1000 === 0) onProgress(commits.length);
  }
  return commits;
}
