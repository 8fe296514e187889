import { splitTrailingNumber } from './trailing-number.ts';
import { seenText } from './visible-text.ts';

/** What a title says it takes back or brings back, in GitHub's and git's wording. */
export interface RevertTitle {
  /** `revert` takes the quoted change back, `reapply` brings it back. */
  action: 'revert' | 'reapply';
  /** The title of the change meant, without a trailing pull request number. */
  subject: string;
  /** Its pull request number, when the title names it. */
  number: number | null;
}

const quoted = /^(?<verb>revert|reapply)\s+["“](?<inner>.*)["”](?:\s*\(#(?<outer>[1-9]\d{0,9})\))?\s*$/i;
const conventional = /^revert(?:\([^()]*\))?!?:\s*(?<inner>\S.*)$/i;
const mergeSubject = /^Merge pull request #([1-9]\d{0,9}) from \S+/;

const toNumber = (digits: string | undefined) => (digits === undefined ? null : Number(digits));

function takenBack(inner: string): RevertTitle {
  const { title, number } = splitTrailingNumber(inner);
  const merged = toNumber(mergeSubject.exec(inner)?.[1]);
  return { action: 'revert', subject: title.trim(), number: merged ?? number };
}

/**
 * Reads `Revert "title (#12)"`, `Reapply "title (#12)" (#34)`, `Revert "Revert "title""` and `revert: title`.
 * A quoted revert is itself what the outer one takes back: only the outer pair of quotes is opened. A reapply
 * takes back a revert, so the number inside its quotes is not what it means, the one behind them is.
 */
export const revertTitle = (title: string): RevertTitle | null => readRevert(seenText(title));

function readRevert(seen: string): RevertTitle | null {
  const { verb, inner, outer } = quoted.exec(seen)?.groups ?? {};
  if (verb && inner !== undefined) {
    if (verb.toLowerCase() === 'revert') return takenBack(inner);
    return { action: 'reapply', subject: splitTrailingNumber(inner).title.trim(), number: toNumber(outer) };
  }
  const plain = conventional.exec(seen)?.groups?.['inner'];
  return plain === undefined ? null : takenBack(plain);
}

/** The innermost title and whether the chain of reverts around it leaves it taken back or brought back. */
export function unwrapReverts(title: string): {
  subject: string;
  state: 'plain' | 'reverted' | 'brought back';
} {
  let subject = seenText(title);
  let isTakenBack = false;
  let depth = 0;
  for (let found = readRevert(subject); found; found = readRevert(subject)) {
    depth += 1;
    isTakenBack = found.action === 'revert' ? !isTakenBack : isTakenBack;
    subject = found.subject;
  }
  if (depth === 0) return { subject: title, state: 'plain' };
  return { subject, state: isTakenBack ? 'reverted' : 'brought back' };
}
