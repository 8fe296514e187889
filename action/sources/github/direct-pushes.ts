import { describeMessage } from '../history/describe-message.ts';
import type { Change } from '../source.ts';
import type { PullNode } from './answers.ts';
import { type HubCommit, unaccountedCommits } from './history-commits.ts';
import { mergeCommitsOf } from './merge-method.ts';
import { pushChange } from './push-change.ts';

/** The commits of the branch in the window, as far as they were read. */
export interface History {
  tip: string | null;
  commits: ReadonlyMap<string, HubCommit>;
  after: string | null;
  total: number;
}

/** Commits of the window without a child in it: where its lines start. */
function tipsOf(commits: ReadonlyMap<string, HubCommit>): string[] {
  const parents = new Set([...commits.values()].flatMap((commit) => commit.parents));
  return [...commits.keys()].filter((sha) => !parents.has(sha));
}

const sideBranchNotice = (count: number, branch: string) => ({
  code: 'side_branch_merges',
  text: `${count} pull request${count === 1 ? '' : 's'} merged into other branches reached ${branch} in this window; a tag range counts them.`,
});

/** Commits that no pull request brought; told as far as the commits were read. */
export function directPushes(
  { commits, tip, total }: History,
  pulls: readonly PullNode[],
  { base, url, isWithin }: { base: string; url: string; isWithin: (at: string) => boolean },
) {
  const tips = tip !== null && commits.has(tip) ? [tip, ...tipsOf(commits)] : tipsOf(commits);
  const { loose, nested, mainLine } = unaccountedCommits(commits, tips, pulls);
  const numberOf = ({ message }: HubCommit) => describeMessage(message).pull?.number ?? null;
  // A commit that came with another branch and names a pull request was merged there, not pushed here.
  const isAside = (commit: HubCommit) => !mainLine.has(commit.sha) && numberOf(commit) !== null;
  const ofBase = new Set(pulls.filter(({ baseRefName }) => baseRefName === base).map(({ number }) => number));
  const known = pulls.filter(
    ({ baseRefName, mergeCommit }) => baseRefName !== base && commits.has(mergeCommit?.oid ?? ''),
  );
  const aside = new Set([
    ...known.map(({ number }) => number),
    ...[...nested, ...loose].filter(isAside).flatMap((commit) => numberOf(commit) ?? []),
  ]);
  const sideCount = [...aside].filter((number) => !ofBase.has(number)).length;
  const pushes: Change[] = loose
    .filter((commit) => isWithin(commit.at) && !isAside(commit))
    .map((commit) => pushChange(commit, url));
  const unread = total - commits.size;
  const notices = [];
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
      numberOf(commit) === null &&
      commit.parents.slice(1).some((parent) => !commits.has(parent)),
  );
  if (unread === 0 && older.length > 0)
    notices.push({
      code: 'commits_truncated',
      text: `Truncated: ${older.length} merge${older.length === 1 ? '' : 's'} by hand brought commits made before the window, which are not listed; a tag range reads all.`,
    });
  if (sideCount > 0) notices.push(sideBranchNotice(sideCount, base));
  return { pushes, notices };
}
