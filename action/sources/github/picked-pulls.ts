import type { Change } from '../source.ts';
import { isWordedAs } from './adopted-merge.ts';
import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';
import type { Linked } from './linked-pulls.ts';
import { pullChange } from './pull-change.ts';
import type { RepositoryContext } from './repository-context.ts';

/** A merged pull request whose change came by commits of its own: a cherry-pick. */
interface Pick {
  pull: PullNode;
  commits: HubCommit[];
}

/** git words the revert of a revert `Reapply "title (#1)" (#3)`, where #3 is the revert: a name it only borrows. */
const borrowsName = ({ facts }: HubCommit, { mergeCommit }: PullNode) =>
  facts.reverts?.commits.some((sha) => mergeCommit?.oid.startsWith(sha)) ?? false;

/** Whether a commit carries a pull request, rather than mentions it: a trailer says so, a subject by having its words. */
function carries(commit: HubCommit, pull: PullNode): boolean {
  const form = commit.facts.pulls.find(({ number }) => number === pull.number)?.form;
  return !borrowsName(commit, pull) && (form === 'trailer' || isWordedAs(commit, pull));
}

const byMerge = (left: PullNode, right: PullNode) =>
  Date.parse(left.mergedAt ?? '') - Date.parse(right.mergedAt ?? '');

/** The pull request a commit carries: named by itself, else the first one that merged what it was picked from. */
const carriedBy = ({ commit, named, ofOriginal }: Linked): PullNode | undefined =>
  commit.facts.pulls.length > 0
    ? named.find((pull) => pull.merged && carries(commit, pull))
    : [...ofOriginal].filter(({ merged }) => merged).sort(byMerge)[0];

/** Of a pick by its subject the oldest commit stands for it; of commits picked one by one the last, like of a rebase. */
function pickedChange({ pull, commits }: Pick, { messages }: RepositoryContext): Change | null {
  const isNamed = commits[0]?.facts.pulls.some(({ form }) => form === 'squash' || form === 'merge');
  const commit = isNamed ? commits[0] : commits.at(-1);
  const change = pullChange(pull, messages);
  if (!change || !commit) return null;
  const shas = isNamed ? [commit.sha] : commits.map(({ sha }) => sha);
  const originals = [change.commit, ...commits.flatMap(({ facts }) => facts.pickedFrom)];
  return {
    ...change,
    commit: commit.sha,
    aliases: [...new Set(originals.filter((sha) => sha !== null))],
    rebased: shas.length > 1 ? shas : [],
    at: commit.at,
  };
}

/**
 * Tells cherry-picks among commits that no pull request brought from direct pushes. A commit that only mentions a pull
 * request is a push.
 * @param loose oldest first
 * @param answers what GitHub says of them, by SHA
 * @param known pull requests that are counted already
 */
export function pickedPulls(
  context: RepositoryContext,
  loose: readonly HubCommit[],
  answers: ReadonlyMap<string, Linked>,
  known: ReadonlyMap<number, PullNode>,
): { picks: Change[]; pushes: HubCommit[] } {
  const picks = new Map<number, Pick>();
  const pushes: HubCommit[] = [];
  for (const commit of loose) {
    const answer = answers.get(commit.sha);
    if (answer?.pulls.some(({ number }) => known.has(number))) continue;
    const ofKnown = commit.facts.pulls.flatMap(({ number }) => known.get(number) ?? []);
    if (ofKnown.some((pull) => carries(commit, pull))) continue;
    const pull = answer && carriedBy(answer);
    if (!pull) pushes.push(commit);
    else if (!known.has(pull.number)) {
      const pick = picks.get(pull.number) ?? { pull, commits: [] };
      picks.set(pull.number, { pull, commits: [...pick.commits, commit] });
    }
  }
  return { picks: [...picks.values()].flatMap((pick) => pickedChange(pick, context) ?? []), pushes };
}
