import { I as visibleText } from "./start.js";
import { a as unwrapReverts, o as conventionalTitle } from "./after-reading.js";

// contract/reading/display-title.ts
/** Upper-cases a plain first word; names of code (`useState`, `@scope/pkg`, `x.ts`) keep their case. */
function sentenceCase(text) {
	const firstWord = /^\S+/.exec(text)?.[0] ?? "";
	return /^\p{Ll}[\p{Ll}'’-]*[,;:]?$/u.test(firstWord) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
/**
* A pull request's title as a line of a report: hidden code points gone, the conventional prefix, its own
* number and a closing full stop dropped, a revert named by what it takes back. Still untrusted text.
*/
function displayTitle(title) {
	const { subject, state } = unwrapReverts(visibleText(title).replace(/\s*\(#\d+\)$/, ""));
	const line = sentenceCase((conventionalTitle(subject)?.subject ?? subject).replace(/(?<=[^.])\.$/, ""));
	return visibleText(state === "brought back" ? `${line} (brought back)` : line);
}

// action/report/words.ts
const small = [
	"no",
	"one",
	"two",
	"three",
	"four",
	"five",
	"six",
	"seven",
	"eight",
	"nine"
];
/** `one fix`, `14 fixes`, `10,000 pull requests`: below ten in words, as prose does. */
const countOf = (count, singular, plural = `${singular}s`) => `${small[count] ?? count.toLocaleString("en")} ${count === 1 ? singular : plural}`;
const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
/** `a`, `a and b`, `a, b and c`. */
const joinWords = (words) => conjunction.format(words);
const capitalise = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export { displayTitle as i, countOf as n, joinWords as r, capitalise as t };