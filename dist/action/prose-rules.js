import { Bt as array, Lt as _enum, Vt as boolean, Yt as literal, b as notice, mt as analysisTypes, nn as strictObject, nt as hasHiddenCodePoints, pt as pullRequestKey, rn as string } from "./start.js";

// contract/report.ts
/** Longest texts a writer may hand in, in characters. */
const draftLimits = {
	headline: 120,
	summary: 700,
	sectionTitle: 60,
	itemText: 300,
	sections: 16
};
const prose = (max) => string().trim().min(1).max(max);
const item = strictObject({
	text: prose(draftLimits.itemText).nullable().describe("The writer's own words, without #numbers, @names or links; null shows the pull request's title."),
	pull_requests: array(pullRequestKey).min(1).describe("The merged pull requests this item tells of, by their keys in the manifest.")
});
const section = strictObject({
	title: prose(draftLimits.sectionTitle).describe("Heading of the section."),
	items: array(item).min(1).describe("What the section tells, in order.")
});
const draftFields = {
	headline: prose(draftLimits.headline).describe("One line that says what happened."),
	summary: prose(draftLimits.summary).describe("A few sentences over the whole window."),
	sections: array(section).max(draftLimits.sections).describe("The report, in the order it is shown.")
};
/** What a writer, model or code, hands in. It is nobody's to read before `verify` has passed it. */
const reportDraft = strictObject(draftFields).meta({
	title: "ZenPulse report draft",
	description: "What a writer hands in; it becomes a report only after it was checked against the manifest."
});
/** The verified report. Authors, links, dates and numbers are not in it: code renders them from the manifest. */
const report = strictObject({
	contract_version: literal("1").describe("Version of this format."),
	analysis_type: _enum(analysisTypes).describe("What was asked for."),
	...draftFields,
	also_merged: array(pullRequestKey).describe("Keys of the included pull requests that no item cites; shown under \"Also merged\"."),
	degraded: string().nullable().describe("Why a plainer writer had to take over; null when none had to."),
	complete: boolean().describe("False when some repository could not be read in full."),
	notices: array(notice).describe("What a reader should know, such as a limit that was met.")
}).meta({
	title: "ZenPulse report",
	description: "The checked report. Links, authors, dates and numbers are rendered from the manifest."
});

// action/report/prose-rules.ts
/** What a writer's own words may not hold: links, authors, dates and numbers are rendered by code. */
const forbidden = [
	[
		"pull_request_number",
		/#\s?\p{Nd}/u,
		"a bare pull request number"
	],
	[
		"pull_request_number",
		/\b(?:GH-|PRs?[\s-]*|pull(?:[\s-]requests?|\/)[\s-]*|issues?[\s-]+)(?:no\.?\s*)?\p{Nd}/iu,
		"a pull request number in words"
	],
	[
		"mention",
		/@[\p{L}\p{N}_.-]/u,
		"a mention or a mail address"
	],
	[
		"mention",
		/<[!@#]/,
		"a mention in Slack's form"
	],
	[
		"link",
		/\b[a-z][a-z0-9+.-]*:\/\//iu,
		"a URL"
	],
	[
		"link",
		/\b(?:www\.|(?:mailto|javascript|data|tel|file|vbscript):)/iu,
		"a URL"
	],
	[
		"link",
		/(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S/u,
		"an address"
	],
	[
		"link",
		/\/\/[\p{L}\p{N}-]+\.\p{L}/u,
		"an address"
	],
	[
		"link",
		/\]\s*[([]/,
		"a markdown link or image"
	],
	[
		"commit",
		/(?<![\p{L}\p{N}])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}(?![\p{L}\p{N}])/u,
		"a commit SHA"
	],
	[
		"command",
		/^\s*::|##\[/u,
		"a command to a workflow runner"
	]
];
/** What is wrong with a piece of the writer's own prose; look-alike forms (fullwidth) are folded first (NFKC). */
function proseFindings(text) {
	const folded = text.normalize("NFKC");
	const findings = forbidden.filter(([, pattern]) => pattern.test(folded)).map(([code, , what]) => ({
		code,
		what
	}));
	if (hasHiddenCodePoints(text)) findings.push({
		code: "hidden_text",
		what: "hidden or control characters"
	});
	return findings;
}
const units = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".concat(" seventeen eighteen nineteen").split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const valueOf = new Map([...units.map((word, at) => [word, at + 1]), ...tens.map((word, at) => [word, (at + 2) * 10])]);
/** `one pull request at a time` is a way to speak, and counts nothing. */
const counting = [...valueOf.keys()].filter((word) => word !== "one").join("|");
const anyUnit = units.slice(0, 9).join("|");
const countClaim = new RegExp(String.raw`(?:(?<!\p{Nd})(?<digits>\p{Nd}[\p{Nd},.']*)|(?<![\p{L}\p{N}-]|(?:hundred|thousand)(?:\s+and)?\s+)(?<words>(?:${counting})(?:[\s-]+(?:${anyUnit}))?))` + String.raw`[\s-]+(?:(?:merged|new|more|other|further|small|smaller|separate|individual|closed|total)\s+)?` + String.raw`(?:pull[\s-]requests?|PRs?)\b`, "giu");
const countInWords = (words) => words.toLowerCase().split(/[\s-]+/).reduce((sum, word) => sum + (valueOf.get(word) ?? 0), 0);
/**
* Numbers of pull requests the text claims, in digits or in English words below a hundred. Other nouns are not counted: one pull
* request may bring three fixes, so no number of fixes or features is wrong by itself.
*/
const claimedPullCounts = (text) => [...text.normalize("NFKC").matchAll(countClaim)].map(({ groups }) => {
	const { digits, words = "" } = { ...groups };
	return digits === void 0 ? countInWords(words) : Number(digits.replace(/\P{Nd}/gu, ""));
});
/** True for somebody's words that may stand in prose as they are: nothing live in them, no count that code must check. */
const isFitProse = (text) => proseFindings(text).length === 0 && claimedPullCounts(text).length === 0;

export { reportDraft as a, draftLimits as i, isFitProse as n, proseFindings as r, claimedPullCounts as t };