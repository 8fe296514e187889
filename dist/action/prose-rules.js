import { At as literal, Et as int, G as commitSha, J as repositoryKey, K as instant, Lt as strictObject, P as hasHiddenCodePoints, Rt as string, St as boolean, Y as analysisTypes, q as pullRequestKey, vt as _enum, xt as array } from "./start.js";

// contract/manifest.ts
/** What a change is, in the order a report lists it. */
const changeKinds = [
	"breaking",
	"feature",
	"fix",
	"performance",
	"docs",
	"maintenance",
	"reverted",
	"other"
];
/** Why something that merged is not in the report. */
const exclusionCodes = [
	"ignored_prs",
	"label",
	"author",
	"path",
	"outside_paths",
	"title",
	"reverted",
	"reverts"
];
const exclusion = strictObject({
	code: _enum(exclusionCodes).describe("Which kind of rule decided."),
	detail: string().describe("The rule, label or pull request that decided; never a title or body.")
});
const decided = {
	decision: _enum(["included", "excluded"]).describe("Whether the report tells of it."),
	reason: exclusion.nullable().describe("Why it was excluded; null when it is included.")
};
const ref = strictObject({
	ref: string().describe("Name of the tag or branch."),
	commit: commitSha.describe("The commit it named when the run read it.")
});
const repositoryEntry = strictObject({
	key: repositoryKey.describe("Key of the repository."),
	url: string().nullable().describe("Web address; null when its host is not known to serve pull requests."),
	base_branch: string().describe("The branch that pull requests merged into."),
	window: strictObject({
		kind: _enum([
			"dates",
			"tags",
			"unreleased"
		]).describe("Between two dates, between two tags, or since the last release."),
		spec: string().describe("The range as asked for, or in words what the analysis type implies."),
		base: ref.nullable().describe("Where a tag range starts; null for dates and for a range from the beginning of history."),
		head: ref.nullable().describe("Where a tag range ends; null for dates.")
	}).describe("What was looked at."),
	labels_known: boolean().describe("False when only git was read: git knows no labels, so label rules were not applied."),
	complete: boolean().describe("False when the source could not see everything in the window.")
});
const pullRequestEntry = strictObject({
	key: pullRequestKey.describe("Key of the pull request."),
	number: int().positive().describe("Its number within the repository."),
	title: string().nullable().describe("As its author wrote it: untrusted text. Null where an excluded title must not be shown."),
	author: string().nullable().describe("GitHub login where known, else the commit author's name; null when neither is known."),
	merged_at: instant.describe("When it merged."),
	merge_commit: commitSha.nullable().describe("The merge, the squashed commit or the last commit of a rebase; null when not known."),
	url: string().nullable().describe("Web address; null when not known."),
	labels: array(string()).nullable().describe("Its labels, sorted; null when not known."),
	kind: _enum(changeKinds).describe("What kind of change it is, told from labels, title and paths."),
	reverts: string().nullable().describe("Key or commit of what this reverts; null when it reverts nothing that could be found."),
	...decided
});
const directPushEntry = strictObject({
	repository: repositoryKey.describe("Key of the repository."),
	commit: commitSha.describe("The commit."),
	title: string().nullable().describe("First line of the commit's message: untrusted text. Null where it must not be shown."),
	author: string().nullable().describe("GitHub login where known, else the commit author's name."),
	committed_at: instant.describe("When it was committed."),
	url: string().nullable().describe("Web address; null when not known."),
	...decided
});
const openPullRequestEntry = strictObject({
	key: pullRequestKey.describe("Key of the pull request."),
	number: int().positive().describe("Its number within the repository."),
	title: string().describe("As its author wrote it: untrusted text."),
	author: string().nullable().describe("GitHub login; null when the account is gone."),
	url: string().describe("Web address.")
});
const notice = strictObject({
	code: string().describe("Stable name of the notice, for programs."),
	text: string().describe("The notice in words; written by code, safe to show."),
	audience: literal("operators").optional().describe("operators: for those who keep the rules, so the run tells it and no report. Absent: for all.")
});
/** Every merged pull request in the window, each decided with its reason; made by code, never by a model. */
const manifest = strictObject({
	contract_version: literal("1").describe("Version of this format."),
	analysis_type: _enum([
		"shipped",
		"release",
		"upcoming"
	]).describe("What was asked for."),
	repositories: array(repositoryEntry).min(1).describe("What was looked at in each repository, by key."),
	pull_requests: array(pullRequestEntry).describe("Every pull request that merged in the window, by repository, merge time and number."),
	direct_pushes: array(directPushEntry).describe("Commits in the window that no pull request brought."),
	open_pull_requests: array(openPullRequestEntry).describe("Open pull requests marked for the next release that no rule leaves out; only in an upcoming report."),
	complete: boolean().describe("False when some repository could not be read in full."),
	notices: array(notice).describe("What a reader should know, such as a limit that was met.")
}).meta({
	title: "ZenPulse manifest",
	description: "Every merged pull request in the window, each included or excluded with the reason. Made by code."
});

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
		/:\/\//u,
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

export { reportDraft as a, draftLimits as i, isFitProse as n, changeKinds as o, proseFindings as r, claimedPullCounts as t };