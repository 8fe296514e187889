import { t as require_dist } from "./dist.js";
import { Bt as unknown, Et as int, Ft as preprocess, It as record, Lt as strictObject, Nt as object, Rt as string, Y as analysisTypes, a as noRules, it as problemsOf, nt as ZenPulseError, vt as _enum, xt as array } from "./start.js";
import { l as foldedText } from "./after-reading.js";
import { n as pathMatcher, t as globMatcher } from "./linear-pattern.js";
import { t as titlePattern } from "./title-rule.js";

// contract/repository-file.ts
var import_dist = require_dist();
const text = (max) => {
	const accepts = `accepts text of 1 to ${max} characters`;
	return string(accepts).min(1, accepts).max(max, accepts);
};
const texts$1 = (max = 200) => array(text(max), "accepts a list").max(200, "accepts at most 200 entries");
/** Over changed paths. */
const paths = texts$1(300);
const duration = "accepts 90s, 10m or 2h";
const cronFields = "accepts five cron fields, such as \"0 8 * * 1\"";
const merges = "accepts a whole number from 1 to 1000";
const mergeTrigger = strictObject({
	branches: texts$1().optional().describe("Globs over branches whose merges count; an empty list: none. Default: the default branch."),
	quiet_period: string(duration).regex(/^[1-9]\d{0,3}[smh]$/, duration).default("10m").describe("How long to wait after a merge for the next one; they become one report. Such as 90s, 10m, 2h."),
	minimum_merges: int(merges).min(1, merges).max(1e3, merges).default(1).describe("Fewer merges than this wait for the next ones.")
});
const releaseTrigger = strictObject({ tags: texts$1().default(["v*"]).describe("Globs over tag names; a new tag that matches one starts a report. An empty list: none does.") });
const scheduleTrigger = strictObject({
	cron: string(cronFields).max(100, "accepts at most 100 characters").regex(/^\S+(?:[ \t]+\S+){4}$/, cronFields).describe("Five cron fields, such as \"0 8 * * 1\": Mondays at eight."),
	zone: text(60).default("UTC").describe("IANA time zone the cron fields are read in, such as Europe/Berlin.")
});
const excludes = strictObject({
	labels: texts$1().default(["zenpulse:ignore", "skip-changelog"]).describe("Leaves out pull requests with one of these labels, compared as they are seen; upper and lower case are the same."),
	authors: texts$1().default([]).describe("Leaves out what these authors wrote: GitHub logins, or names where no login is known. A bot is meant by dependabot, and only the bot by dependabot[bot] or app/dependabot; Copilot and copilot-swe-agent are one."),
	paths: paths.default([]).describe("Leaves out what changes nothing but these paths: folders, files, or globs such as **/*.lock."),
	titles: texts$1(300).default([]).describe("Leaves out titles that, as they are seen, match one of these regular expressions (RE2 syntax), such as ^chore\\(deps\\).")
});
const includes = strictObject({ paths: paths.default([]).describe("Keeps only what touches one of these paths, such as packages/shop; for a monorepo.") });
const reportRules = strictObject({
	type: _enum(analysisTypes, `accepts ${analysisTypes.join(", ")}`).optional().describe("Checked, not applied yet: the trigger or the request says what a report tells."),
	tone: text(200).optional().describe("neutral, friendly, executive, technical, or free text (needs a model). Default: neutral."),
	prompt: text(4e3).optional().describe("Further wishes for the writer (needs a model)."),
	tags: texts$1().default([]).describe("Globs over tag names, such as api@*: the releases to count by, for a repository with several series of tags."),
	sections: array(strictObject({
		title: text(60).describe("Heading of the section."),
		labels: texts$1().min(1).describe("Pull requests with one of these labels go here.")
	})).max(16).default([]).describe("Sections by label, in this order; what has none of the labels is grouped by kind."),
	upcoming: strictObject({
		labels: texts$1().default([]).describe("Labels that mark an open pull request for the next release."),
		milestones: texts$1().default([]).describe("Titles of milestones that do.")
	}).prefault({}).describe("Open pull requests that an upcoming report names as still to come, unless excludes or includes leave them out; GitHub only.")
});
const deliveryRules = strictObject({
	to: _enum(["slack", "callback"], "accepts slack, callback").optional().describe("Whether the App posts reports to Slack or leaves them to their callback. Default: as it is set up."),
	post: _enum(["at_once", "review"], "accepts at_once, review").default("review").describe("How the App posts to Slack. review: a person looks first. at_once: as soon as the report is checked.")
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

// rules/pattern-problems.ts
const quote = (text) => JSON.stringify(text);
/** The first problem found: what comes later may follow from it. */
const firstOf = (...finds) => (entry) => {
	for (const find of finds) {
		const problem = find(entry);
		if (problem !== null) return problem;
	}
	return null;
};
const unlessCompiled = (compile, accepts) => (pattern) => {
	try {
		compile(pattern);
		return null;
	} catch (error) {
		return `${accepts} (${(error instanceof Error ? error.message : String(error)).replace("error parsing regexp: ", "")})`;
	}
};
const withoutSpaceAround = (entry) => entry === entry.trim() ? null : `accepts no white space around it: write ${quote(entry.trim())}`;
/** Brackets and braces that are no piece of a glob: nobody who writes them means the characters. */
const withWholeSets = (glob) => {
	if (/[!+@?*]\([^()|]*\|/.test(glob)) return "accepts {a,b} for one of several, not (a|b)";
	const rest = glob.replace(/\[!?[^\]/]+\]/g, "").replace(/\{[^{}]*\}/g, (set) => set.includes(",") ? "" : set);
	return /[[{}]/.test(rest) ? "accepts {a,b} with none inside another, and sets such as [a-z]; [[] and [{] are the characters" : null;
};
const withoutNot = (instead) => (glob) => glob.startsWith("!") ? `accepts no "!": ${instead}` : null;
const ofRepository = (path) => {
	if (/^(?:[A-Za-z]:|~\/|[a-z]+:\/\/)/.test(path)) return "accepts paths from the top of the repository, such as packages/shop";
	return path.includes("\\") ? `accepts / between folders: write ${quote(path.replace(/\\+/g, "/"))}` : null;
};
/** A path of git has no empty part and none of dots. */
const withNamedFolders = (path) => {
	const fromTop = path.replace(/^(?:\.?\/)+/, "");
	const parts = fromTop.split("/");
	const dots = parts.find((part) => /^\.{2,}$/.test(part));
	if (dots !== void 0) return `accepts paths from the top of the repository, without ${quote(dots)}`;
	const names = parts.filter((part) => part !== "" && part !== ".");
	if (names.length === 0) return "accepts a path; ** is everything";
	const tidy = names.join("/") + (fromTop.endsWith("/") ? "/" : "");
	return tidy === fromTop ? null : `accepts one / between names: write ${quote(tidy)}`;
};
const pathProblem = (insteadOfNot) => firstOf(withoutSpaceAround, withoutNot(insteadOfNot), ofRepository, withNamedFolders, withWholeSets, unlessCompiled((pattern) => pathMatcher([pattern]), "accepts globs"));
const excludedPathProblem = pathProblem("list what is left out; includes.paths says what counts");
const includedPathProblem = pathProblem("excludes.paths leaves out what changes only such paths");
const withoutRefs = (ref) => {
	const name = ref.replace(/^(?:refs\/(?:heads|tags)|(?:refs\/remotes\/)?origin)\//, "");
	return name === ref ? null : `accepts the name alone: write ${quote(name)}`;
};
/** What git refuses in the name of every branch and tag. */
const asGitNames = (ref) => {
	if (/[\\^$]/.test(ref)) return "accepts globs such as v* or release/**, not regular expressions";
	if (/[\s~:]|\.\.|@\{/.test(ref)) return "accepts names without white space, \"~\", \":\", \"..\" and \"@{\", as git does";
	const tidy = ref.replace(/\/+/g, "/").replace(/^\//, "").replace(/\/$/, "/**");
	return tidy === ref ? null : `accepts one / between names: write ${quote(tidy)}`;
};
/** Globs over names of branches or tags. */
const refProblem = firstOf(withoutSpaceAround, withoutNot("only what is listed counts"), withoutRefs, asGitNames, withWholeSets, unlessCompiled((pattern) => globMatcher([pattern]), "accepts globs"));
const withoutSlashes = (pattern) => {
	const [, inner, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? [];
	if (inner === void 0) return null;
	return `accepts the expression without slashes around it: write ${quote((flags.includes("i") ? "(?i)" : "") + inner)}`;
};
const withinRe2 = (pattern) => {
	if (/\(\?<?[=!]/.test(pattern)) return "accepts RE2 syntax, which looks neither ahead nor behind: write only what is to match";
	if (/\\(?:[1-9]|k<)/.test(pattern)) return "accepts RE2 syntax, which has no references to what matched before";
	if (/^[*+?]/.test(pattern)) return "accepts a regular expression, in which .* is any text";
	return null;
};
/** A title is one line: nothing stands before its start or behind its end. */
const withAnchorsAtEnds = (pattern) => {
	const plain = pattern.replace(/\\Q.*?(?:\\E|$)/gs, "x").replace(/\\[bBAz]/g, "").replace(/\\.|\[[^\]]*\]/gs, "x");
	return /[\w ]\^|\$[\w ](?![*?{])/.test(plain) ? "accepts ^ at the start of a title and $ at its end; \\^ and \\$ are the characters" : null;
};
/** Regular expressions over titles. */
const titleProblem = firstOf(withoutSlashes, withinRe2, unlessCompiled(titlePattern, "accepts RE2 syntax"), withAnchorsAtEnds);
/** Names of labels and milestones, which are matched as they stand. */
const nameProblem = firstOf(withoutSpaceAround, (name) => name === "*" ? "accepts names as they are, one by one" : null);
const authorProblem = firstOf(nameProblem, (author) => {
	if (!author.startsWith("@")) return null;
	return author.includes("/") ? "accepts logins and names; a team is neither" : `accepts logins without "@": write ${quote(author.slice(1))}`;
});

// rules/setting-problems.ts
/** Longest entry that any pattern sees; longer ones the schema refuses. */
const word = string().max(300).optional().catch(void 0);
const texts = array(string().max(300).catch("")).optional().catch(void 0);
/** A part of the file, empty where it is missing or of another shape. */
const part = (shape) => preprocess((value) => record(string(), unknown()).safeParse(value).success ? value : {}, object(shape));
/** What is looked at here of a file that may be wrong elsewhere: the schema says that. */
const settings = part({
	triggers: part({
		merge: part({ branches: texts }),
		release: part({ tags: texts }),
		schedule: part({
			cron: word,
			zone: word
		})
	}),
	excludes: part({
		labels: texts,
		authors: texts,
		titles: texts,
		paths: texts
	}),
	includes: part({ paths: texts }),
	report: part({
		tags: texts,
		sections: array(part({ labels: texts })).catch([]),
		upcoming: part({
			labels: texts,
			milestones: texts
		})
	})
});
const problem = (field, given, accepts) => ({
	field,
	got: JSON.stringify(given),
	accepts
});
const problemsIn = (field, entries, find) => (entries ?? []).flatMap((entry, at) => {
	const accepts = find(entry);
	return accepts === null ? [] : [problem(`${field}[${at}]`, entry, accepts)];
});
const includesLabel = (labels, label) => labels.map(foldedText).includes(foldedText(label));
/** Labels that lead nowhere: what is excluded reaches no section, and the first section that fits takes it. */
function labelProblems({ excludes, report }) {
	const unlessIn = (labels, accepts) => (label) => includesLabel(labels, label) ? accepts : null;
	const excluded = excludes.labels ?? noRules.excludes.labels;
	const keptLabel = firstOf(nameProblem, unlessIn(excluded, "accepts labels that excludes.labels does not leave out"));
	const lists = report.sections.map(({ labels }) => labels ?? []);
	return [...lists.flatMap((labels, at) => {
		const taken = lists.slice(0, at).flat();
		const find = firstOf(keptLabel, unlessIn(taken, "accepts labels that no section above it takes"));
		return problemsIn(`report.sections[${at}].labels`, labels, find);
	}), ...problemsIn("report.upcoming.labels", report.upcoming.labels, keptLabel)];
}
/** The library that reads schedules is large, and most files name none. */
async function scheduleProblemsOf({ cron, zone }) {
	if (cron === void 0 && zone === void 0) return [];
	return (await import("./schedule-slots.js")).scheduleProblems({
		cron,
		zone
	});
}
/**
* Settings of a rules file that are well-formed and could never have an effect, each with what to write instead.
* @param written the file's value, of any shape
*/
async function settingProblems(written) {
	const file = settings.parse(written);
	const { triggers, excludes, includes, report } = file;
	return [
		...problemsIn("triggers.merge.branches", triggers.merge.branches, refProblem),
		...problemsIn("triggers.release.tags", triggers.release.tags, refProblem),
		...await scheduleProblemsOf(triggers.schedule),
		...problemsIn("excludes.labels", excludes.labels, nameProblem),
		...problemsIn("excludes.authors", excludes.authors, authorProblem),
		...problemsIn("excludes.paths", excludes.paths, excludedPathProblem),
		...problemsIn("excludes.titles", excludes.titles, titleProblem),
		...problemsIn("includes.paths", includes.paths, includedPathProblem),
		...problemsIn("report.tags", report.tags, refProblem),
		...labelProblems(file),
		...problemsIn("report.upcoming.milestones", report.upcoming.milestones, nameProblem)
	];
}

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
async function checkRepositoryFile(text) {
	const read = parseYaml(text);
	if ("problems" in read) return read;
	const parsed = repositoryFile.safeParse(read.value);
	const ofForm = parsed.success ? [] : problemsOf(parsed.error, read.value, knownFields);
	const told = new Set(ofForm.map(({ field }) => field));
	const ofMeaning = (await settingProblems(read.value)).filter(({ field }) => !told.has(field));
	const problems = [...ofForm, ...ofMeaning];
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
async function readRepositoryFile(texts) {
	let written = {};
	for (const { text, source } of texts) {
		const checked = await checkRepositoryFile(text);
		if ("problems" in checked) throw new ZenPulseError("repository_file_invalid", {
			source,
			problems: checked.problems
		});
		written = overlay(written, checked.written);
	}
	return repositoryFile.parse(written);
}

export { readRepositoryFile };