import { unwrapReverts } from '../contract/reading/revert-title.ts';
import { seenText, withoutHiddenCodePoints } from '../contract/reading/visible-text.ts';
import { type Matches, regexMatcher } from './linear-pattern.ts';

/**
 * An expression over titles. Pasted with code points that nobody sees, it means what is seen of it.
 * @throws RE2JSException for a pattern outside RE2's syntax
 */
export function titlePattern(source: string): Matches {
  const pattern = withoutHiddenCodePoints(source).normalize('NFC');
  return pattern === '' ? () => false : regexMatcher(pattern);
}

/**
 * A title as readers see it: as it stands, and with compatible characters (full width, ligatures) as one. A revert
 * counts by what it takes back too, for reports show it by that.
 */
function formsOf(title: string): string[] {
  const seen = seenText(title);
  const forms = [seen, unwrapReverts(seen).subject].flatMap((text) => [
    text.normalize('NFC'),
    seenText(text.normalize('NFKC')),
  ]);
  return [...new Set(forms)];
}

/** The first expression that matches a title; undefined where none does. */
export function titleRule(sources: readonly string[]): (title: string) => string | undefined {
  if (sources.length === 0) return () => undefined;
  const patterns = sources.map((source) => ({ source, matches: titlePattern(source) }));
  return (title) => {
    const forms = formsOf(title);
    return patterns.find(({ matches }) => forms.some(matches))?.source;
  };
}
