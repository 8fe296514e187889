import type { Exclusion } from '../../contract/manifest.ts';
import { isSameTitle, splitTrailingNumber } from '../../contract/reading/trailing-number.ts';
import { seenText } from '../../contract/reading/visible-text.ts';
import type { Change, RevertHint } from '../sources/source.ts';

/** What one revert takes back: a change of the window, or by name something that came before it or elsewhere. */
export type RevertTarget = { change: Change } | { earlier: string };

const withoutNumber = (title: string) => splitTrailingNumber(seenText(title)).title;

/** Digits that a shortened SHA has at least, as git writes it. */
const shortest = 7;

/** Finds changes by a commit, its SHA in full or shortened; a start that two commits share names neither. */
function commitIndex() {
  const byStart = new Map<string, { sha: string; change: Change }[]>();
  return {
    add(sha: string, change: Change) {
      const start = sha.slice(0, shortest);
      byStart.set(start, [...(byStart.get(start) ?? []), { sha, change }]);
    },
    /** Several where one merge brought several. */
    find(named: string): { sha: string; change: Change }[] {
      // An original may be known shortened itself, as a cherry-pick names it.
      const found = (byStart.get(named.slice(0, shortest)) ?? []).filter(
        ({ sha }) => sha.startsWith(named) || named.startsWith(sha),
      );
      return new Set(found.map(({ sha }) => sha)).size === 1 ? found : [];
    },
  };
}

/** The changes before each revert, by all that may name one. */
function createIndex() {
  const wholes = commitIndex();
  const parts = commitIndex();
  const byNumber = new Map<number, Change>();
  const byTitle = new Map<string, Change>();

  /** Changes all of whose commits are named: of a rebase each commit is a part, and taking back one leaves the others. */
  function byCommits(commits: readonly string[]): Change[] {
    const named = new Map<Change, Set<string>>();
    for (const commit of commits) {
      for (const { change, sha } of parts.find(commit))
        named.set(change, (named.get(change) ?? new Set()).add(sha));
    }
    const complete = [...named].filter(([{ rebased }, shas]) => shas.size === rebased.length);
    const whole = commits.flatMap((commit) => wholes.find(commit).map(({ change }) => change));
    return [...new Set([...whole, ...complete.map(([change]) => change)])];
  }

  /**
   * The number in the quoted title proves less than a commit: another change may have had the title. Beside a commit
   * that is not here it counts only with the same title, as for a revert that was picked to another branch.
   */
  function byQuote({ commits, quoted }: RevertHint): Change | undefined {
    if (!quoted) return undefined;
    if (quoted.number === null)
      // Titles repeat ("Update dependencies"): one decides only where nothing else is named.
      return commits.length === 0 ? byTitle.get(withoutNumber(quoted.title)) : undefined;
    const found = byNumber.get(quoted.number);
    return found && (commits.length === 0 || isSameTitle(found.title, quoted.title)) ? found : undefined;
  }

  /** Another name may be an earlier one of this repository: number and title together are proof enough. */
  function byElsewhere({ elsewhere, quoted }: RevertHint): Change | undefined {
    const found = byNumber.get(Number(elsewhere?.split('#')[1]));
    return found && quoted && isSameTitle(found.title, quoted.title) ? found : undefined;
  }

  return {
    add(change: Change) {
      if (change.rebased.length > 1) for (const sha of change.rebased) parts.add(sha, change);
      else for (const sha of [change.commit, ...change.aliases]) if (sha !== null) wholes.add(sha, change);
      if (change.number !== null) byNumber.set(change.number, change);
      byTitle.set(withoutNumber(change.title), change);
    },
    find(hint: RevertHint): Change[] {
      const named = byCommits(hint.commits);
      if (named.length > 0) return named;
      if (hint.numbers.length > 0) return hint.numbers.flatMap((number) => byNumber.get(number) ?? []);
      const found = hint.elsewhere === null ? byQuote(hint) : byElsewhere(hint);
      return found ? [found] : [];
    },
  };
}

/** What a revert takes back that is not in the window, by the best name there is; null when it names nothing. */
function nameOfEarlier(
  repository: string,
  { commits, numbers, quoted, elsewhere }: RevertHint,
): string | null {
  if (elsewhere !== null) return elsewhere;
  const named = numbers[0] ?? quoted?.number ?? null;
  return named === null ? (commits[0] ?? null) : `${repository}#${named}`;
}

/** Whether some of what a revert names is not among the changes found. */
const namesMore = ({ commits, numbers }: RevertHint, found: readonly Change[]): boolean =>
  numbers.length > found.length ||
  commits.length > found.reduce((sum, { rebased }) => sum + Math.max(1, rebased.length), 0);

/** What each revert takes back: in the window by commit first, then number, then title; else earlier, by name. */
function findTargets(repository: string, changes: readonly Change[]): Map<Change, RevertTarget[]> {
  const index = createIndex();
  const targets = new Map<Change, RevertTarget[]>();
  for (const change of changes) {
    const hint = change.reverts;
    if (hint) {
      const found = index.find(hint);
      const earlier = found.length === 0 || namesMore(hint, found) ? nameOfEarlier(repository, hint) : null;
      const all = [
        ...found.map((target) => ({ change: target })),
        ...(earlier === null ? [] : [{ earlier }]),
      ];
      if (all.length > 0) targets.set(change, all);
    }
    index.add(change);
  }
  return targets;
}

/** How one change is named in a reason: its pull request's key, or its commit. */
const nameOf = (repository: string, change: Change) =>
  change.number === null ? (change.commit ?? 'an unnamed commit') : `${repository}#${change.number}`;

/**
 * A revert and what it reverts cancel when both are in the window; the revert of a revert brings the change
 * back; a revert of something earlier stays, and so does one that does more than to revert.
 * @param changes oldest first
 * @returns reasons for those that cancel, and for every revert what it takes back
 */
export function cancelReverts(
  repository: string,
  changes: readonly Change[],
): { cancelled: Map<Change, Exclusion>; targets: Map<Change, RevertTarget[]> } {
  const targets = findTargets(repository, changes);
  const cancelled = new Map<Change, Exclusion>();
  // Newest first: whether a revert still holds is settled before it is applied.
  for (const change of [...changes].reverse()) {
    const all = targets.get(change) ?? [];
    if (cancelled.has(change)) continue;
    const inWindow = all.flatMap((target) => ('change' in target ? target.change : []));
    // A revert that was itself taken back takes nothing with it; a second revert of one change adds nothing.
    const live = inWindow.filter((target) => cancelled.get(target)?.code !== 'reverts');
    for (const target of live)
      if (!cancelled.has(target))
        cancelled.set(target, { code: 'reverted', detail: `reverted by ${nameOf(repository, change)}` });
    const doesMore = live.length < all.length || !change.reverts?.isAll;
    if (live.length === 0 || doesMore) continue;
    const names = live.map((target) => nameOf(repository, target)).join(', ');
    cancelled.set(change, { code: 'reverts', detail: `reverts ${names}` });
  }
  return { cancelled, targets };
}
