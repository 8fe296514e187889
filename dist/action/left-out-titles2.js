import { a as unwrapReverts, c as splitTrailingNumber, l as foldedText } from "./after-reading.js";
import { F as seenText } from "./start.js";

// action/left-out/left-out-titles.ts
/** True for what a rule leaves out. A revert and what it takes back are excluded too, but hide nothing. */
const isLeftOut = ({ reason }) => reason !== null && reason.code !== "reverted" && reason.code !== "reverts";
/** Scripts without spaces have a word a character, so that a title is found within a sentence. */
const wordForm = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;
const wordsOf = (text) => foldedText(text).match(wordForm) ?? [];
/** `feat(shop)!:`, `embargo:` or `[embargo]`: prose leaves it out. */
const mark = /^(?:\[[^\]]{1,40}\]|[\p{L}\p{N}_-]{1,20}(?:\([^()]{0,60}\))?!?:)\s*/u;
const leastWords = 2;
const leastCharacters = 12;
/** The words of a title without mark and number; null for one so short that prose may hold it by chance. */
function tellingWords(title) {
	const { subject } = unwrapReverts(splitTrailingNumber(seenText(title)).title);
	const words = wordsOf(subject.replace(mark, ""));
	return words.length >= leastWords && words.join(" ").length >= leastCharacters ? words : null;
}
const newBranch = () => ({
	next: /* @__PURE__ */ new Map(),
	isTitle: false
});
function plant(root, title) {
	let branch = root;
	for (const word of title) {
		const next = branch.next.get(word) ?? newBranch();
		branch.next.set(word, next);
		branch = next;
	}
	branch.isTitle = true;
}
/** Where titles start in a text, and where they end. */
function* titlesIn(root, words) {
	for (const from of words.keys()) {
		let branch = root;
		for (let to = from; branch && to < words.length; to += 1) {
			branch = branch.next.get(words[to] ?? "");
			if (branch?.isTitle) yield {
				from,
				to: to + 1,
				title: branch
			};
		}
	}
}
const none = /* @__PURE__ */ new Set();
/**
* Finds the titles of what a rule leaves out, however they are written. One that stands within a title which a report
* shows tells nothing more, and does not count.
* @param manifest with its titles, not as a public place shows it
*/
function leftOutTitles({ pull_requests: pulls, direct_pushes: pushes, open_pull_requests: open }) {
	const merged = [...pulls, ...pushes];
	const root = newBranch();
	for (const { title } of merged.filter(isLeftOut)) {
		const words = tellingWords(title ?? "");
		if (words) plant(root, words);
	}
	if (root.next.size === 0) return () => none;
	for (const { title } of [...merged.filter(({ reason }) => reason === null), ...open]) for (const found of titlesIn(root, wordsOf(title ?? ""))) found.title.isTitle = false;
	return (text) => {
		const placed = text.split("\n").flatMap((line, at) => wordsOf(line).map((word) => ({
			word,
			at
		})));
		const words = placed.map(({ word }) => word);
		const lines = /* @__PURE__ */ new Set();
		for (const { from, to } of titlesIn(root, words)) for (const { at } of placed.slice(from, to)) lines.add(at);
		return lines;
	};
}
/** Stands for what was taken out. */
const leftOutMark = "[left out]";
/** A text with a mark for the lines of these numbers; lines side by side share one. */
const withoutLines = (text, lines) => lines.size === 0 ? text : text.split("\n").flatMap((line, at) => lines.has(at) ? lines.has(at - 1) ? [] : leftOutMark : line).join("\n");
/** Takes the lines out that hold the title of something left out. */
function hideTitles(manifest) {
	const linesIn = leftOutTitles(manifest);
	return (text) => withoutLines(text, linesIn(text));
}

export { withoutLines as a, leftOutTitles as i, isLeftOut as n, leftOutMark as r, hideTitles as t };