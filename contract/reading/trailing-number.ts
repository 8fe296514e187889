import { foldedText } from './folded-text.ts';

/** GitHub counts from 1; no more digits than a pull request reference of the contract takes. */
const form = /\(#([1-9]\d{0,9})\)$/;

/**
 * Splits `title (#12)` into the title and the pull request's number; null where the title ends in none.
 * White space is cut apart from the match: `\s*` before it would take quadratic time on a hostile title.
 */
export function splitTrailingNumber(title: string): { title: string; number: number | null } {
  const trimmed = title.trimEnd();
  const found = form.exec(trimmed);
  return found
    ? { title: trimmed.slice(0, found.index).trimEnd(), number: Number(found[1]) }
    : { title: trimmed, number: null };
}

/** Whether two titles are the same as readers see them, but for a trailing number. */
export const isSameTitle = (one: string, other: string): boolean =>
  comparedTitle(one) === comparedTitle(other);

const comparedTitle = (title: string) => foldedText(splitTrailingNumber(title).title);
