import type { Notice } from '../../../contract/manifest.ts';
import type { ListedHistory } from './collect-date-window.ts';
import type { HubCommit } from './history-commits.ts';
import { mergeCommitsOf } from './merge-method.ts';
import type { Settled } from './settle-commits.ts';

/** The same commits with what their messages say, the oldest first. */
export interface History extends Omit<ListedHistory, 'commits'> {
  commits: ReadonlyMap<string, HubCommit>;
}

/** Commits of the window without a child in it: where its lines start, the branch's own first. */
export function tipsOf({ commits, tip }: History): string[] {
  const parents = new Set([...commits.values()].flatMap((commit) => commit.parents));
  const starts = [...commits.keys()].filter((sha) => !parents.has(sha));
  return tip !== null && commits.has(tip) ? [tip, ...starts] : starts;
}

/** Commits of the window on the branch's own line of first parents. */
export function mainLineOf({ commits, tip }: History): ReadonlySet<string> {
  const line = new Set<string>();
  for (let at = commits.get(tip ?? ''); at && !line.has(at.sha); at = commits.get(at.parents[0] ?? ''))
    line.add(at.sha);
  return line;
}

const sideBranchNotice = (count: number, branch: string) => ({
  code: 'side_branch_merges',
  text: `${count} pull request${count === 1 ? '' : 's'} merged into other branches reached ${branch} in this window; a tag range counts them.`,
});

const namesPull = ({ facts }: HubCommit) => facts.pulls.length > 0;

/**
 * Direct pushes among the commits of a window of dates, and what could not be looked at. A commit that came with
 * another branch and names a pull request was merged there, not pushed here.
 * @param counted numbers that the window counts
 */
export function directPushes(
  { commits, total }: History,
  { pushes, pulls, unaccounted: { loose, nested, mainLine } }: Settled,
  { counted, base }: { counted: ReadonlySet<number>; base: string },
): { pushes: HubCommit[]; notices: Notice[] } {
  const isAside = (commit: HubCommit) => !mainLine.has(commit.sha) && namesPull(commit);
  const known = pulls.filter(
    ({ baseRefName, mergeCommit }) => baseRefName !== base && commits.has(mergeCommit?.oid ?? ''),
  );
  const aside = new Set([
    ...known.map(({ number }) => number),
    ...[...nested, ...loose].filter(isAside).flatMap(({ facts }) => facts.pulls.map(({ number }) => number)),
  ]);
  const ofBase = new Set(pulls.filter(({ baseRefName }) => baseRefName === base).map(({ number }) => number));
  const sideCount = [...aside].filter((number) => !ofBase.has(number) && !counted.has(number)).length;
  const unread = total - commits.size;
  const notices: Notice[] = [];
  if (unread > 0)
    notices.push({
      code: 'commits_truncated',
      text: `Truncated: commits without a pull request were looked for among the newest ${commits.size} of ${total} commits; a tag range reads all.`,
    });
  // A merge by hand may bring commits made before the window, which GitHub's list by date does not hold.
  const ofPulls = mergeCommitsOf(pulls);
  const older = [...commits.values()].filter(
    (commit) =>
      mainLine.has(commit.sha) &&
      !ofPulls.has(commit.sha) &&
      !namesPull(commit) &&
      commit.parents.slice(1).some((parent) => !commits.has(parent)),
  );
  if (unread === 0 && older.length > 0)
    notices.push({
      code: 'commits_truncated',
      text: `Truncated: ${older.length} merge${older.length === 1 ? '' : 's'} by hand brought commits made before the window, which are not listed; a tag range reads all.`,
    });
  if (sideCount > 0) notices.push(sideBranchNotice(sideCount, base));
  return { pushes: pushes.filter((commit) => !isAside(commit)), notices };
}
