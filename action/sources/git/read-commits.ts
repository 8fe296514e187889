import type { Git } from './run-git.ts';
import { describeMessage, type MessageContext, type MessageFacts } from '../history/describe-message.ts';
import { dateBefore, instantOf } from './commit-dates.ts';
import { type Person, peopleBy } from './people.ts';

/** A commit with what its message says; the message itself is not kept, histories are long. */
export interface Commit {
  sha: string;
  parents: readonly string[];
  author: Person;
  /** Committer date as an instant in UTC: for a merge or a squash on GitHub the time it merged. */
  at: string;
  /** False when the commit's own date is none, and `at` that of the commit before it. */
  isDated: boolean;
  facts: MessageFacts;
}

const format = ['%H', '%P', '%aN', '%aE', '%ct', '%B'].join('%x00');

/** Gives commits without a date that of their first parent. @param commits parents before children */
async function dateOthers(git: Git, commits: readonly Commit[]): Promise<void> {
  const read = new Map(commits.map((commit) => [commit.sha, commit]));
  for (const commit of commits) {
    if (commit.isDated) continue;
    commit.at = read.get(commit.parents[0] ?? '')?.at ?? (await dateBefore(git, commit.sha));
  }
}

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
  const personOf = peopleBy(git.mailmap);
  let record: string[] = [];
  for await (const field of git.fields(args, revisions.map((each) => `${each}\n`).join(''))) {
    record.push(field);
    if (record.length < 6) continue;
    const [sha = '', parents = '', name = '', email = '', seconds = '', message = ''] = record;
    record = [];
    const date = instantOf(seconds);
    commits.push({
      sha: sha.trimStart(),
      parents: parents === '' ? [] : parents.split(' '),
      author: personOf(name, email),
      at: date ?? '',
      isDated: date !== null,
      facts: describeMessage(message, messages),
    });
    if (commits.length % 1000 === 0) onProgress(commits.length);
  }
  if (!commits.every(({ isDated }) => isDated)) await dateOthers(git, commits);
  return commits;
}
