import { type CommitSummary, type Details, listLimit } from '../details.ts';
import type { Change } from '../source.ts';
import { dateBefore, instantOf } from './commit-dates.ts';
import { filesOfCommits } from './files-of-commits.ts';
import { peopleBy } from './people.ts';
import type { Git } from './run-git.ts';

/** A pull request that a reading found, and the branch it reached. */
export interface SeenPull {
  change: Change;
  base: string;
}

/** What readings found, which single changes are looked up in. */
export interface Seen {
  /** By number. */
  pulls: Map<number, SeenPull>;
  /** Names people as the readings do. */
  git: Git;
}

const format = ['%H', '%aN', '%aE', '%ct', '%B'].map((field) => `${field}%x00`).join('');

/** Commits with their whole messages, the newest first. @param revisions such as `main`, `^v1.2.0` */
async function readMessages(
  git: Git,
  revisions: readonly string[],
  most: number,
  options: readonly string[] = [],
): Promise<(CommitSummary & { at: string })[]> {
  const args = ['log', `--max-count=${most}`, '--no-notes', `--format=${format}`, '--stdin', ...options];
  const personOf = peopleBy(git.mailmap);
  const found: (CommitSummary & { at: string })[] = [];
  let record: string[] = [];
  for await (const field of git.fields(args, revisions.map((each) => `${each}\n`).join(''))) {
    record.push(field);
    if (record.length < 5) continue;
    const [start = '', name = '', email = '', seconds = '', message = ''] = record;
    record = [];
    const sha = start.trimStart();
    const { login, name: shown } = personOf(name, email);
    const at = instantOf(seconds) ?? (await dateBefore(git, sha));
    found.push({ sha, author: login ?? shown, message, at });
  }
  return found;
}

const commitsOf = ({ rebased, commit }: Change) =>
  rebased.length > 0 ? rebased : commit === null ? [] : [commit];

/** Parents of a merge apart from the first: what it brought. Null for any other commit. */
async function broughtBy(git: Git, sha: string): Promise<string[] | null> {
  const [, first, ...others] = (await git.text(['rev-list', '--parents', '-n', '1', sha])).trim().split(' ');
  return others.length === 0 ? null : [...others, `^${first}`];
}

const withoutFirstLine = (message: string) => message.trim().split('\n').slice(1).join('\n').trim();

/** GitHub's merge commits say `Merge pull request #13 from …`, an empty line, the title, and only then the body. */
function bodyOf(message: string): string {
  const rest = withoutFirstLine(message);
  return /^Merge pull request #\d+ /.test(message) ? withoutFirstLine(rest) : rest;
}

/** Details from a clone: what its commits say. */
export function gitDetails(key: string, seen: Seen): Details {
  const find = (number: number): SeenPull => {
    const pull = seen.pulls.get(number);
    if (!pull) throw new Error(`${key}#${number} is not among the pull requests that were read.`);
    return pull;
  };
  const filesOf = (bounded: Git, { change }: SeenPull, withPatches: boolean) =>
    filesOfCommits(bounded, commitsOf(change), withPatches);

  return {
    async pull(number, signal) {
      const bounded = seen.git.until(signal);
      const pull = find(number);
      const { change, base } = pull;
      const [told] = change.commit === null ? [] : await readMessages(bounded, [change.commit], 1);
      const { items, total } = await filesOf(bounded, pull, false);
      const sum = (field: 'additions' | 'deletions') =>
        total === items.length ? items.reduce((all, file) => all + (file[field] ?? 0), 0) : null;
      return {
        number,
        title: change.title,
        body: told ? bodyOf(told.message) : '',
        author: change.author.login ?? change.author.name,
        labels: change.labels === null ? null : [...change.labels],
        mergedAt: change.at,
        base,
        url: change.url,
        additions: sum('additions'),
        deletions: sum('deletions'),
        changedFiles: total,
      };
    },
    files: async (number, withPatches, signal) => filesOf(seen.git.until(signal), find(number), withPatches),
    async commits(number, signal) {
      const bounded = seen.git.until(signal);
      const { change } = find(number);
      const brought = change.commit === null ? null : await broughtBy(bounded, change.commit);
      if (brought === null) {
        const shas = commitsOf(change);
        return {
          items: await readMessages(bounded, shas, listLimit, ['--no-walk=unsorted']),
          total: shas.length,
        };
      }
      const total = Number(await bounded.text(['rev-list', '--count', ...brought]));
      return { items: (await readMessages(bounded, brought, listLimit)).reverse(), total };
    },
    async commit(sha, signal) {
      const bounded = seen.git.until(signal);
      const [told] = await readMessages(bounded, [sha], 1);
      if (!told) throw new Error(`${key} has no commit ${sha}.`);
      return { ...told, files: await filesOfCommits(bounded, [sha], true) };
    },
  };
}
