import { a as unwrapReverts } from "./after-reading.js";
import { F as seenText, L as withoutHiddenCodePoints } from "./start.js";
import { r as regexMatcher } from "./linear-pattern.js";

// rules/title-rule.ts
/**
* An expression over titles. Pasted with code points that nobody sees, it means what is seen of it.
* @throws RE2JSException for a pattern outside RE2's syntax
*/
function titlePattern(source) {
	const pattern = withoutHiddenCodePoints(source).normalize("NFC");
	return pattern === "" ? () => false : regexMatcher(pattern);
}
/**
* A title as readers see it: as it stands, and with compatible characters (full width, ligatures) as one. A revert
* counts by what it takes back too, for reports show it by that.
*/
function formsOf(title) {
	const seen = seenText(title);
	const forms = [seen, unwrapReverts(seen).subject].flatMap((text) => [text.normalize("NFC"), seenText(text.normalize("NFKC"))]);
	return [...new Set(forms)];
}
/** The first expression that matches a title; undefined where none does. */
function titleRule(sources) {
	if (sources.length === 0) return () => void 0;
	const patterns = sources.map((source) => ({
		source,
		matches: titlePattern(source)
	}));
	return (title) => {
		const forms = formsOf(title);
		return patterns.find(({ matches }) => forms.some(matches))?.source;
	};
}

export { titleRule as n, titlePattern as t };