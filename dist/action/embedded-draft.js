import { i as draftLimits, n as isFitProse, o as changeKinds } from "./prose-rules.js";
import { i as displayTitle, n as countOf, r as joinWords, t as capitalise } from "./words.js";
import { l as foldedText, o as conventionalTitle } from "./after-reading.js";
import { I as visibleText } from "./start.js";

// action/agent/embedded/group-sections.ts
const titleOfKind = {
	breaking: "Breaking changes",
	feature: "Features",
	fix: "Fixes",
	performance: "Performance",
	docs: "Documentation",
	maintenance: "Maintenance",
	reverted: "Reverted",
	other: "Other changes"
};
/** From so many on, dependency updates share one line. */
const foldedFrom = 3;
const updateWords = /^(?:bump|update|upgrade|pin)\b.*\b(?:to|from)\s+v?\d/i;
/** Told by the title alone: bots also open pull requests that are not dependency updates. */
function isDependencyUpdate({ kind, title }) {
	if (kind !== "maintenance" || title === null) return false;
	const conventional = conventionalTitle(title);
	return /^deps(?:-dev)?$/.test(conventional?.scope ?? "") || updateWords.test(conventional?.subject ?? title);
}
function itemsOf(pulls) {
	const updates = pulls.filter(isDependencyUpdate);
	const folds = updates.length >= foldedFrom;
	const items = (folds ? pulls.filter((pull) => !isDependencyUpdate(pull)) : pulls).map(({ key }) => ({
		text: null,
		pull_requests: [key]
	}));
	if (folds) items.push({
		text: capitalise(countOf(updates.length, "dependency update")),
		pull_requests: updates.map(({ key }) => key)
	});
	return items;
}
const hasLabel = (pull, labels) => pull.labels?.some((label) => labels.some((wanted) => foldedText(wanted) === foldedText(label))) ?? false;
/** Sections by label as wished for, then by kind; each pull request in the first that takes it. */
function groupSections(manifest, wished) {
	let rest = manifest.pull_requests.filter(({ decision }) => decision === "included");
	const take = (title, wants) => {
		const taken = rest.filter(wants);
		rest = rest.filter((pull) => !wants(pull));
		return {
			title,
			items: itemsOf(taken)
		};
	};
	return [...wished.map(({ title, labels }) => take(title, (pull) => hasLabel(pull, labels))), ...changeKinds.map((kind) => take(titleOfKind[kind], (pull) => pull.kind === kind))].filter(({ items }) => items.length > 0);
}

// action/agent/embedded/manifest-facts.ts
const isSafe = (text) => text !== "" && isFitProse(text);
const safe = (text, instead) => isSafe(text) ? text : instead;
const isBot = (author) => /\[bot\]$|^(?:dependabot|renovate|github-actions)\b/i.test(author);
const longestHighlight = 36;
/** Words that say nothing once what followed them is cut away. */
const vague = /\b(?:options?|config|configuration|support|flags?|fields?|parameters?|tests?|files?|ability|types?|way)$/i;
/** What a change adds, told by its title: `Add a dark mode for the shop` gives `dark mode`; null where none can be told. */
function highlightOf(title) {
	const { verb = "", thing = "" } = /^(?<verb>add|introduce|implement|support|provide)\s+(?:support (?:for|to)\s+)?(?:(?:an?|the|new|basic|initial)\s+)*(?<thing>.+)$/i.exec(displayTitle(title))?.groups ?? {};
	const cut = thing.replace(/\s+(?:for|to|when|so|in|via|by|from|on|that|which|if|as|at|into|instead|using)\s.*$/i, "");
	const named = thing.length <= longestHighlight || vague.test(cut) ? thing : cut;
	const phrase = /^support$/i.test(verb) && !/^to\b/i.test(thing) ? `${named} support` : named;
	return phrase.length <= longestHighlight && /^[\p{L}\p{N}]/u.test(phrase) && isSafe(phrase) ? phrase : null;
}
function busiestAreas(titles) {
	const counts = /* @__PURE__ */ new Map();
	for (const title of titles) {
		const scope = visibleText(conventionalTitle(title)?.scope ?? "");
		if (isSafe(scope) && !/^(?:deps|deps-dev|release|main|master)$/.test(scope)) counts.set(scope, (counts.get(scope) ?? 0) + 1);
	}
	return [...counts].filter(([, count]) => count > 1).sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1)).slice(0, 3).map(([area]) => area);
}
function manifestFacts(manifest) {
	const pulls = manifest.pull_requests.filter(({ decision }) => decision === "included");
	const count = (kind) => pulls.filter((pull) => pull.kind === kind).length;
	const [repository] = manifest.repositories;
	const isSingle = manifest.repositories.length === 1;
	const titlesOf = (kind) => pulls.flatMap((pull) => pull.kind === kind ? pull.title ?? [] : []);
	const head = isSingle && manifest.analysis_type === "release" ? repository?.window.head?.ref : void 0;
	return {
		pulls: pulls.length,
		people: new Set(pulls.flatMap(({ author }) => author && !isBot(author) ? author : [])).size,
		pushes: manifest.direct_pushes.filter(({ decision }) => decision === "included").length,
		kinds: {
			breaking: count("breaking"),
			feature: count("feature"),
			fix: count("fix"),
			performance: count("performance"),
			docs: count("docs"),
			maintenance: count("maintenance"),
			reverted: count("reverted"),
			other: count("other")
		},
		place: isSingle ? safe(repository?.base_branch ?? "", "the base branch") : `${manifest.repositories.length} repositories`,
		release: head !== void 0 && isSafe(head) ? head : null,
		areas: busiestAreas(pulls.flatMap(({ title }) => title ?? [])),
		highlights: [...new Set([...titlesOf("breaking"), ...titlesOf("feature")].flatMap((title) => highlightOf(title) ?? []))]
	};
}
const wordsOfKind = [
	["breaking", "breaking change"],
	["feature", "feature"],
	[
		"fix",
		"fix",
		"fixes"
	],
	["performance", "performance improvement"],
	["reverted", "revert"]
];
/** `three features, five fixes and 14 smaller changes`: what users notice by name, the rest as a number. */
function kindsInWords({ kinds, pulls }) {
	const named = wordsOfKind.filter(([kind]) => kinds[kind] > 0);
	const smaller = pulls - named.reduce((sum, [kind]) => sum + kinds[kind], 0);
	const words = named.map(([kind, singular, plural]) => countOf(kinds[kind], singular, plural));
	if (words.length === 0) return countOf(smaller, "smaller change");
	return joinWords(smaller > 0 ? [...words, countOf(smaller, "smaller change")] : words);
}

// action/agent/embedded/tones.ts
const pulls = ({ pulls: count }) => countOf(count, "pull request");
const were = (count) => count === 1 ? "was" : "were";
const from = ({ people }) => people === 0 ? "from bots" : `from ${countOf(people, "person", "people")}`;
const by = ({ people }) => people === 0 ? "by bots" : `by ${countOf(people, "author")}`;
const pushes = ({ pushes: count }) => countOf(count, "commit");
const changes = (count) => countOf(count, "change");
const are = (count) => count === 1 ? "is" : "are";
const into = ({ place }) => /^\d+ repositories$/.test(place) ? `across ${place}` : `into ${place}`;
const neutral = {
	shipped: (facts) => `${pulls(facts)} ${from(facts)} ${were(facts.pulls)} merged ${into(facts)}: ${kindsInWords(facts)}.`,
	release: (facts, name) => `${name} brings ${kindsInWords(facts)} in ${pulls(facts)} ${from(facts)}.`,
	upcoming: (facts) => `${pulls(facts)} ${from(facts)} ${facts.pulls === 1 ? "waits" : "wait"} for the next release: ${kindsInWords(facts)}.`,
	onlyPushes: (facts) => `No pull request was merged, but ${pushes(facts)} went in without one.`,
	breaking: (count) => `${changes(count)} ${are(count)} breaking: read ${count === 1 ? "it" : "them"} before you upgrade.`,
	reverted: (count) => `${countOf(count, "earlier change")} ${were(count)} taken back.`,
	areas: (areas) => `Most of the work went into ${joinWords(areas)}.`,
	calm: "Nothing in it is marked as breaking."
};
const friendly = {
	shipped: (facts) => `The team landed ${pulls(facts)} ${into(facts)}: ${kindsInWords(facts)}.`,
	release: (facts, name) => `${name} is here with ${kindsInWords(facts)}, thanks to ${pulls(facts)} ${from(facts)}.`,
	upcoming: (facts) => `The next release is shaping up: ${kindsInWords(facts)} in ${pulls(facts)} so far.`,
	onlyPushes: (facts) => `A quiet stretch: no pull request was merged, though ${pushes(facts)} went straight in.`,
	breaking: (count) => `Heads up: ${countOf(count, "change")} ${are(count)} breaking, so take a look before you upgrade.`,
	reverted: (count) => `We also took ${countOf(count, "earlier change")} back.`,
	areas: (areas) => `The busiest ${areas.length === 1 ? "corner was" : "corners were"} ${joinWords(areas)}.`,
	calm: "Nothing breaking this time, so enjoy."
};
const executive = {
	shipped: (facts) => `${kindsInWords(facts)} delivered in ${pulls(facts)}.`,
	release: (facts, name) => `${name} delivers ${kindsInWords(facts)}.`,
	upcoming: (facts) => `${kindsInWords(facts)} ready for the next release.`,
	onlyPushes: (facts) => `No pull request was merged; ${pushes(facts)} went in without one.`,
	breaking: (count) => `${changes(count)} ${count === 1 ? "needs" : "need"} action from users before they upgrade.`,
	reverted: (count) => `${countOf(count, "earlier change")} ${were(count)} withdrawn.`,
	areas: (areas) => `Effort centred on ${joinWords(areas)}.`,
	calm: "No action is needed from users."
};
const technical = {
	shipped: (facts) => `${pulls(facts)} ${by(facts)} merged ${into(facts)} (${kindsInWords(facts)}).`,
	release: (facts, name) => `${name}: ${pulls(facts)} ${by(facts)} since the previous tag (${kindsInWords(facts)}).`,
	upcoming: (facts) => `${pulls(facts)} unreleased (${kindsInWords(facts)}).`,
	onlyPushes: (facts) => `No pull requests merged; ${pushes(facts)} without one.`,
	breaking: (count) => `${changes(count)} marked as breaking; check ${count === 1 ? "its" : "their"} migration notes.`,
	reverted: (count) => `${countOf(count, "revert")} of earlier work.`,
	areas: (areas) => `Most touched scopes: ${joinWords(areas)}.`,
	calm: "No breaking changes are marked."
};
const tones = {
	neutral,
	friendly,
	executive,
	technical
};

// action/agent/embedded/embedded-draft.ts
/** What a headline names after its highlights: fixes if there are any, else the number of further changes. */
function tailOf(facts, named) {
	if (facts.kinds.fix > 0) return [countOf(facts.kinds.fix, "fix", "fixes")];
	const rest = facts.pulls - named;
	return rest > 0 ? [countOf(rest, "other change")] : [];
}
function headlineWords(facts) {
	if (facts.pulls === 0) return `${countOf(facts.pushes, "commit")} pushed without a pull request`;
	for (const count of [2, 1]) {
		const named = facts.highlights.slice(0, count);
		const words = joinWords([...named, ...tailOf(facts, named.length)]);
		if (named.length === count && words.length < draftLimits.headline / 1.5) return words;
	}
	return kindsInWords(facts);
}
function headlineOf(manifest, facts) {
	const words = headlineWords(facts);
	const led = manifest.analysis_type === "upcoming" ? `Coming next: ${words}` : facts.release === null ? capitalise(words) : `${facts.release}: ${words}`;
	return led.length <= draftLimits.headline ? led : capitalise(countOf(facts.pulls, "merged change"));
}
function firstSentence(manifest, facts, tone) {
	if (facts.pulls === 0) return capitalise(tone.onlyPushes(facts));
	if (manifest.analysis_type === "upcoming") return capitalise(tone.upcoming(facts));
	if (manifest.analysis_type === "release") return tone.release(facts, facts.release ?? "This release");
	return capitalise(tone.shipped(facts));
}
function secondSentence({ kinds, areas }, tone) {
	if (kinds.breaking > 0) return capitalise(tone.breaking(kinds.breaking));
	if (kinds.reverted > 0) return capitalise(tone.reverted(kinds.reverted));
	return areas.length > 0 ? tone.areas(areas) : tone.calm;
}
/**
* A draft by rules. Pull requests speak by their titles, which code renders; its own prose holds counts and words
* found safe.
*/
function embeddedDraft(manifest, wishes) {
	const facts = manifestFacts(manifest);
	const tone = (Object.hasOwn(tones, wishes.tone) ? tones[wishes.tone] : void 0) ?? tones["neutral"];
	return {
		headline: headlineOf(manifest, facts),
		summary: `${firstSentence(manifest, facts, tone)} ${secondSentence(facts, tone)}`,
		sections: groupSections(manifest, wishes.sections)
	};
}

export { tones as n, embeddedDraft as t };