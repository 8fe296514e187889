import { runGit } from './run-git.ts';

/** A commit whose subject says that it merged a pull request. */
export interface PullSubject {
  number: number;
  sha: string;
  subject: string;
  how: 'squash' | 'merge';
  /**
   * Reached by first parents alone? If not, the commit came in by another line: a branch merged into the
   * base, a pull request nested in another one, or the upstream side of a foxtrot merge. The subject alone
   * can't tell which.
   */
  onFirstParentLine: boolean;
}

/**
 * Lists what the subjects of `range` (`A..B`, or one revision for everything before it) say about merged pull
 * requests, newest first. Meant as a second opinion in tests: git selects and formats, and one expression
 * reads the number of a kind; it shares no code with what it checks.
 *
 * A rebase merge leaves no number in a subject, so none is listed. The number of a squash subject is the last
 * one, since GitHub appends it: `Revert "x (#12)" (#34)` is 34.
 */
export async function pullSubjects(repository: string, range: string): Promise<PullSubject[]> {
  const log = (...args: readonly string[]) =>
    runGit(repository, 'log', '--format=%H %s', ...args, range, '--');
  const [all, merges, titled, titledMerges, mainLine] = await Promise.all([
    runGit(repository, 'rev-list', range, '--'),
    log('--merges', '--extended-regexp', '--grep=^Merge pull request #[0-9]+ from '),
    log('--no-merges', '--extended-regexp', '--grep=\\(#[0-9]+\\)$'),
    // GitHub has a setting by which merge commits, too, are named `title (#13)`.
    log('--merges', '--extended-regexp', '--grep=\\(#[0-9]+\\)$'),
    runGit(repository, 'rev-list', '--first-parent', range, '--'),
  ]);
  const onMainLine = new Set(mainLine.split('\n'));
  const found = new Map(
    [
      ...numbered(merges, 'merge', /^Merge pull request #(\d+) from \S+$/),
      ...numbered(titled, 'squash', /\(#(\d+)\)$/),
      ...numbered(titledMerges, 'merge', /\(#(\d+)\)$/),
    ].map((one): [string, PullSubject] => [one.sha, { ...one, onFirstParentLine: onMainLine.has(one.sha) }]),
  );
  return all.split('\n').flatMap((sha) => found.get(sha) ?? []);
}

/** The distinct numbers, lowest first. */
export function pullNumbers(subjects: readonly PullSubject[]): number[] {
  return [...new Set(subjects.map(({ number }) => number))].sort((a, b) => a - b);
}

/** `--grep` looks at every line of a message, so the subject is looked at once more here. */
function numbered(
  log: string,
  how: PullSubject['how'],
  number: RegExp,
): Omit<PullSubject, 'onFirstParentLine'>[] {
  return log.split('\n').flatMap((line) => {
    const space = line.indexOf(' ');
    const subject = line.slice(space + 1);
    const digits = number.exec(subject)?.[1];
    return digits === undefined ? [] : [{ number: Number(digits), sha: line.slice(0, space), subject, how }];
  });
}
