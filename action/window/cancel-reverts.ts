import type { Exclusion } from '../../contract/manifest.ts';
import { splitTrailingNumber } from '../../contract/reading/trailing-number.ts';
import { seenText } from '../../contract/reading/visible-text.ts';
import type { Change, RevertHint } from '../sources/source.ts';

/** What one revert takes back: a change of the window, or by name something that came before it. */
export type RevertTarget = { change: Change } | { earlier: string };

const withoutNumber = (title: string) => splitTrailingNumber(seenText(title)).title;

/** Titles repeat ("Update dependencies"): one decides only where the revert names neither commit nor number. */
const isNamedOnlyByTitle = (hint: RevertHint) =>
  hint.commit === null && hint.number === null && hint.title !== null;

/** Finds targets among the changes before each revert, by commit first, then number, then the same title. */
function findTargets(repository: string, changes: readonly Change[]): Map<Change, RevertTarget> {
  const byCommit = new Map<string, Change>();
  const byNumber = new Map<number, Change>();
  const byTitle = new Map<string, Change>();
  const targets = new Map<Change, RevertTarget>();

  for (const change of changes) {
    const hint = change.reverts;
    if (hint) {
      const found =
        (hint.commit === null ? undefined : byCommit.get(hint.commit)) ??
        (hint.number === null ? undefined : byNumber.get(hint.number)) ??
        (isNamedOnlyByTitle(hint) ? byTitle.get(withoutNumber(hint.title ?? '')) : undefined);
      if (found) targets.set(change, { change: found });
      else if (hint.number !== null) targets.set(change, { earlier: `${repository}#${hint.number}` });
      else if (hint.commit !== null) targets.set(change, { earlier: hint.commit });
    }
    // Of a rebase each commit is a part: taking back one, even the last, leaves the others.
    const whole = change.rebased.length > 1 ? [] : [change.commit, ...change.aliases];
    for (const commit of whole) if (commit !== null) byCommit.set(commit, change);
    if (change.number !== null) byNumber.set(change.number, change);
    byTitle.set(withoutNumber(change.title), change);
  }
  return targets;
}

/** How one change is named in a reason: its pull request's key, or its commit. */
const nameOf = (repository: string, change: Change) =>
  change.number === null ? (change.commit ?? 'an unnamed commit') : `${repository}#${change.number}`;

/**
 * A revert and what it reverts cancel when both are in the window; the revert of a revert brings the change
 * back; a revert of something earlier stays.
 * @param changes oldest first
 * @returns reasons for those that cancel, and for every revert what it takes back
 */
export function cancelReverts(
  repository: string,
  changes: readonly Change[],
): { cancelled: Map<Change, Exclusion>; targets: Map<Change, RevertTarget> } {
  const targets = findTargets(repository, changes);
  const cancelled = new Map<Change, Exclusion>();
  // Newest first: whether a revert still holds is settled before it is applied.
  for (const change of [...changes].reverse()) {
    const target = targets.get(change);
    if (!target || !('change' in target) || cancelled.has(change)) continue;
    const before = cancelled.get(target.change);
    // A revert that was itself taken back takes nothing with it; a second revert of one change adds nothing.
    if (before?.code === 'reverts') continue;
    cancelled.set(change, { code: 'reverts', detail: `reverts ${nameOf(repository, target.change)}` });
    if (before) continue;
    cancelled.set(target.change, { code: 'reverted', detail: `reverted by ${nameOf(repository, change)}` });
  }
  return { cancelled, targets };
}
