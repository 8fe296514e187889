import { B as NEVER, C as strictObject, i as _enum, n as datetime, t as date, w as string } from "./iso.js";
import { a as wholeNumber, i as text, n as httpUrl, r as listOf, t as flag } from "./wire-types.js";

// contract/date-range.ts
const hoursOf = {
	h: 1,
	d: 24,
	w: 168
};
const dayMs = 864e5;
const accepts = "accepts 7d, 2w or 36h; 2026-11-01..2026-11-15 (both days counted, UTC); or two ISO instants joined by \"..\"";
const isDay = (text) => date().safeParse(text).success;
const isInstant = (text) => datetime({ offset: true }).safeParse(text).success;
/** The instant a bound stands for; a bare day is its midnight in UTC, as an end the midnight after it. */
function boundOf(text, isEnd) {
	if (isDay(text)) return Date.parse(`${text}T00:00:00Z`) + (isEnd ? dayMs : 0);
	return isInstant(text) ? Date.parse(text) : null;
}
const toInstant = (ms) => new Date(ms).toISOString().replace(".000Z", "Z");
function parseDateRange(spec, refuse) {
	const last = /^([1-9]\d{0,4})([hdw])$/.exec(spec);
	if (last) return {
		spec,
		hours: Number(last[1]) * hoursOf[last[2]]
	};
	const [startText = "", endText = "", ...rest] = spec.split("..");
	const start = boundOf(startText, false);
	const end = endText === "" ? null : boundOf(endText, true);
	if (!(spec.includes("..") && rest.length === 0 && start !== null) || endText !== "" && end === null) {
		refuse(accepts);
		return NEVER;
	}
	if (end !== null && end <= start) {
		refuse(`accepts a range that starts before it ends${end < start ? `; did you mean ${endText}..${startText}?` : ""}`);
		return NEVER;
	}
	return {
		spec,
		start: toInstant(start),
		end: end === null ? null : toInstant(end)
	};
}
/** Parses `7d`, `2026-11-01..2026-11-15` and pairs of ISO instants. */
const dateRange = string({ error: accepts }).transform((spec, context) => parseDateRange(spec.trim(), (message) => context.addIssue({
	code: "custom",
	message
})));

// contract/pulse-request.ts
/** Presets every writer knows; anything else is free text for a model. */
const tonePresets = [
	"neutral",
	"friendly",
	"executive",
	"technical"
];
const analysisTypes = [
	"shipped",
	"release",
	"upcoming"
];
const pullRequestReference = string().regex(/^(?:(?:[\w.-]+\/[\w.-]+)?#)?[1-9]\d{0,9}$/, "accepts 12, #12 or owner/name#12");
const branchName = string().max(255).regex(/^(?!-)(?!.*\.\.)(?!.*[\s~^:?*[\\\p{Cc}])(?!.*@\{).+(?<![./])$/u, "accepts a branch name, such as main or release/1.x");
const tagRange = string().regex(/^(?!-)(?!\.\.)(?:(?!\.\.)[^\s~^:?*[\\\p{Cc}])+(?:\.\.(?!\.)(?:(?!\.\.)[^\s~^:?*[\\\p{Cc}])+)?$/u, "accepts v1.2.0..v1.3.0, one tag (from the previous tag of its series), or owner/name@v1..v2");
/**
* What to report on. One set of fields for the action's inputs, the CLI's options and the Compose form:
* snake_case on the wire, kebab-case as CLI options.
*/
const pulseRequestFields = {
	repo: listOf(string().min(1).max(4096)).describe("Repository as owner/name, or on the CLI a path to a git clone. Several make one report."),
	base_branch: branchName.optional().describe("Branch the pull requests merged into. Default: the default branch."),
	date_range: dateRange.optional().describe("7d, 2026-11-01..2026-11-15, or ISO instants joined by \"..\". Default: the last 7 days."),
	tag_range: listOf(tagRange).optional().describe("v1.2.0..v1.3.0, or one tag: from the previous tag of its series. Excludes date_range."),
	analysis_type: _enum(analysisTypes, { error: `accepts ${analysisTypes.join(", ")}` }).default("shipped").describe("shipped: what merged. release: notes for a tag. upcoming: merged since the last release."),
	tone: text(200).optional().describe(`${tonePresets.join(", ")}, or free text (needs a model). Default: the repository file's, else neutral.`),
	custom_prompt: text(4e3).optional().describe("Further wishes for the writer (needs a model)."),
	ignored_prs: listOf(pullRequestReference).default([]).describe("Pull requests to leave out: 12,13; with several repositories owner/name#12."),
	trigger_prs: listOf(pullRequestReference).default([]).describe("Pull requests the trigger knows of; joined to the window."),
	llm_model: text(200).default("embedded").describe("A model's name, or embedded: no network, no key."),
	llm_api: _enum([
		"auto",
		"chat",
		"responses"
	], { error: "accepts auto, chat, responses" }).default("auto").describe("Which API the model is called through: auto, chat or responses."),
	max_iterations: wholeNumber(1, 10).default(3).describe("Rounds the agent may take, 1 to 10."),
	max_tokens: wholeNumber(1e3, 1e7).default(2e5).describe("Token budget of one run."),
	dry_run: flag.default(false).describe("Do all but write: check inputs, count what merged, report \"validated\"."),
	callback_url: httpUrl.optional().describe("Where the result is sent."),
	request_id: string().regex(/^[\w.:-]{1,128}$/, "accepts 1 to 128 letters, digits and _ . : -").optional().describe("Identifies the request from dispatch to callback. Default: a new id."),
	webhook_token: text(512).optional().describe("One-time token for the callback, where OIDC cannot serve.")
};
const pulseRequestObject = strictObject(pulseRequestFields);
function checkRanges(request, context) {
	const refuse = (field, message) => context.addIssue({
		code: "custom",
		path: [field],
		message,
		input: request[field]
	});
	const { analysis_type: type, date_range: dates, tag_range: tags } = request;
	if (dates && tags) refuse("date_range", "accepts a value only without tag_range; give one of the two");
	if (dates && type !== "shipped") refuse("date_range", `accepts no value when analysis_type is ${type}`);
	if (tags && type === "upcoming") refuse("tag_range", "accepts no value when analysis_type is upcoming");
	if (request.repo.length === 0) refuse("repo", "accepts at least one repository");
}
const pulseRequest = pulseRequestObject.superRefine(checkRanges).meta({
	title: "ZenPulse pulse request",
	description: "What to report on."
});

export { pulseRequest as n, pulseRequestFields as r, analysisTypes as t };