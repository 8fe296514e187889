import { t as require_dist } from "./dist.js";
import { Bt as strictObject, It as object, Q as analysisTypes, Vt as string, at as ZenPulseError, kt as int, st as problemsOf, wt as array, xt as _enum } from "./start.js";
import { n as regexMatcher, t as globMatcher } from "./linear-pattern.js";

// contract/repository-file.ts
var import_dist = require_dist();
const text = (max) => string(`accepts text of 1 to ${max} characters`).min(1).max(max);
const texts = (max = 200) => array(text(max), "accepts a list").max(200);
/** Over changed paths. */
const globs = texts(300);
const mergeTrigger = strictObject({
	branches: texts().optional().describe("Branches whose merges count. Default: the default branch."),
	quiet_period: string().regex(/^[1-9]\d{0,3}[smh]$/, "accepts 90s, 10m or 2h").default("10m").describe("How long to wait after a merge for the next one; they become one report. Such as 90s, 10m, 2h."),
	minimum_merges: int("accepts a whole number").min(1).max(1e3).default(1).describe("Fewer merges than this wait for the next ones.")
});
const releaseTrigger = strictObject({ tags: texts().default(["v*"]).describe("Globs over tag names; a new tag that matches one starts a report.") });
const scheduleTrigger = strictObject({
	cron: string().regex(/^\S+(?: \S+){4}$/, "accepts five cron fields, such as \"0 8 * * 1\"").describe("Five cron fields, such as \"0 8 * * 1\": Mondays at eight."),
	zone: text(60).default("UTC").describe("IANA time zone the cron fields are read in, such as Europe/Berlin.")
});
const excludes = strictObject({
	labels: texts().default(["zenpulse:ignore", "skip-changelog"]).describe("Leaves out pull requests with one of these labels; upper and lower case are the same."),
	authors: texts().default([]).describe("Leaves out what these authors wrote: GitHub logins, or names where only git is read."),
	paths: globs.default([]).describe("Leaves out what changes nothing but these paths: globs such as docs/** or **/*.lock."),
	titles: texts(300).default([]).describe("Leaves out titles that match one of these regular expressions (RE2 syntax), such as ^chore\\(deps\\).")
});
const includes = strictObject({ paths: globs.default([]).describe("Keeps only what touches one of these globs, such as packages/shop/**; for a monorepo.") });
const reportRules = strictObject({
	type: _enum(analysisTypes, `accepts ${analysisTypes.join(", ")}`).optional().describe("What a report tells: shipped, release or upcoming. Default: what the trigger implies."),
	tone: text(200).optional().describe("neutral, friendly, executive, technical, or free text (needs a model). Default: neutral."),
	prompt: text(4e3).optional().describe("Further wishes for the writer (needs a model)."),
	sections: array(strictObject({
		title: text(60).describe("Heading of the section."),
		labels: texts().min(1).describe("Pull requests with one of these labels go here.")
	})).max(16).default([]).describe("Sections by label, in this order; what has none of the labels is grouped by kind."),
	upcoming: strictObject({
		labels: texts().default([]).describe("Labels that mark an open pull request for the next release."),
		milestones: texts().default([]).describe("Titles of milestones that do.")
	}).prefault({}).describe("Open pull requests that an upcoming report names as still to come; GitHub only.")
});
const deliveryRules = strictObject({
	to: _enum(["slack", "callback"], "accepts slack, callback").optional().describe("Where reports go. Default: wherever the workflow or the App is set up to send them."),
	post: _enum(["at_once", "review"], "accepts at_once, review").default("review").describe("review: a person looks first. at_once: posted as soon as the report is checked.")
});
/** `.github/zenpulse.yml`. Every field is optional; an empty file is the default for everything. */
const repositoryFile = strictObject({
	triggers: strictObject({
		merge: mergeTrigger.optional().describe("Report when pull requests merge."),
		release: releaseTrigger.optional().describe("Report when a release is tagged."),
		schedule: scheduleTrigger.optional().describe("Report at fixed times.")
	}).prefault({}).describe("What makes the App start a report."),
	excludes: excludes.prefault({}).describe("What to leave out."),
	includes: includes.prefault({}).describe("What to look at."),
	report: reportRules.prefault({}).describe("How the report reads."),
	delivery: deliveryRules.prefault({}).describe("Where the report goes.")
}).meta({
	title: "ZenPulse repository file",
	description: "Rules in .github/zenpulse.yml. Every field is optional."
});

// rules/read-repository-file.ts
const knownFields = [
	"triggers",
	"excludes",
	"includes",
	"report",
	"delivery"
];
/** Largest file read, in characters; a rules file is a page, not a book. */
const maxLength = 1e5;
/** The lists of patterns in a file that may be wrong elsewhere. */
const patterns = array(string()).optional().catch(void 0);
const patternLists = object({
	excludes: object({
		titles: patterns,
		paths: patterns
	}).optional().catch(void 0),
	includes: object({ paths: patterns }).optional().catch(void 0)
});
function patternProblems(field, given, compile) {
	return (given ?? []).flatMap((pattern, at) => {
		try {
			compile(pattern);
			return [];
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			return [{
				field: `${field}[${at}]`,
				got: JSON.stringify(pattern),
				accepts: `accepts RE2 syntax (${why})`
			}];
		}
	});
}
function allPatternProblems(value) {
	const lists = patternLists.safeParse(value).data;
	const glob = (pattern) => globMatcher([pattern]);
	return [
		...patternProblems("excludes.titles", lists?.excludes?.titles, regexMatcher),
		...patternProblems("excludes.paths", lists?.excludes?.paths, glob),
		...patternProblems("includes.paths", lists?.includes?.paths, glob)
	];
}
/** A section with nothing below its name is one left at its defaults. */
const withoutEmpty = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).filter(([, section]) => section !== null)) : value ?? {};
/** The document's value; aliases that lead nowhere, or nest to stand for gigabytes, show only here. */
function valueOf(document) {
	try {
		return { value: withoutEmpty(document.toJS({ maxAliasCount: 10 })) };
	} catch (error) {
		return { problems: [{
			field: "(the whole)",
			got: "YAML aliases that cannot be resolved",
			accepts: `accepts at most ten, each after its anchor (${error instanceof Error ? error.message : String(error)})`
		}] };
	}
}
/** A YAML or JSON document's value, or what is wrong with its text. */
function parseYaml(text) {
	if (text.length > maxLength) return { problems: [{
		field: "(the whole)",
		got: `${text.length} characters`,
		accepts: `accepts at most ${maxLength}`
	}] };
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false
	});
	if (document.errors.length === 0) return valueOf(document);
	return { problems: document.errors.map((error) => {
		const { line, col } = lines.linePos(error.pos[0]);
		return {
			field: `line ${line}, column ${col}`,
			got: "text that is not YAML",
			accepts: error.message
		};
	}) };
}
/** Every problem of a rules file at once, or the rules as they are written and as they mean. */
function checkRepositoryFile(text) {
	const read = parseYaml(text);
	if ("problems" in read) return read;
	const parsed = repositoryFile.safeParse(read.value);
	const problems = [...parsed.success ? [] : problemsOf(parsed.error, read.value, knownFields), ...allPatternProblems(read.value)];
	if (problems.length > 0 || !parsed.success) return { problems };
	return {
		file: parsed.data,
		written: read.value
	};
}
/** Field by field within each section: what the nearer file names replaces what the farther one says of it. */
function overlay(base, own) {
	const merged = { ...base };
	for (const [section, fields] of Object.entries(own)) merged[section] = {
		...base[section],
		...fields
	};
	return merged;
}
/**
* The rules in force: none, one file, or an organisation's with a repository's over it.
* @param texts the farthest first
* @throws ZenPulseError `repository_file_invalid` with every problem of the first file that has some
*/
function readRepositoryFile(texts) {
	let written = {};
	for (const { text, source } of texts) {
		const checked = checkRepositoryFile(text);
		if ("problems" in checked) throw new ZenPulseError("repository_file_invalid", {
			source,
			problems: checked.problems
		});
		written = overlay(written, checked.written);
	}
	return repositoryFile.parse(written);
}

export { readRepositoryFile };