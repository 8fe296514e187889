import { C as int, D as strictObject, E as record, O as string, S as boolean, T as literal, a as repositoryKey, b as _enum, c as seenText, i as pullRequestKey, l as visibleText, n as commitSha, o as sha256Hex, r as instant, s as analysisTypes, u as ZenPulseError, w as json, x as array } from "./start.js";
const { createHash } = process.getBuiltinModule("node:crypto");

// contract/lineage-types.ts
/** The in-toto names of a lineage; apart, for who writes one does not need the schema that checks one. */
const statementType = "https://in-toto.io/Statement/v1";
const lineagePredicateType = "https://zenpulse.dev/lineage/v1";

// contract/lineage.ts
/** What exactly produced a report. */
const lineagePredicate = strictObject({
	contract_version: literal("1").describe("Version of this format."),
	request_id: string().describe("The request this run answered."),
	pipeline_run_id: string().describe("Run id and attempt, joined by a dash."),
	status: _enum(["completed", "no_changes"]).describe("no_changes: there was nothing to report."),
	tool: strictObject({
		name: literal("zenpulse").describe("Name of the program."),
		version: string().describe("Its version."),
		runtime: string().describe("What it ran on, such as node v24.21.0.")
	}).describe("The program that ran."),
	request: record(string(), json()).describe("The pulse request with its defaults; secrets left out."),
	repository_file: array(strictObject({
		repository: repositoryKey.describe("Key of the repository."),
		source: string().describe("Where its rules were read."),
		sha256: sha256Hex.describe("Digest of their text.")
	})).describe("The rules in force, one entry for each repository that has any."),
	inputs: array(strictObject({
		repository: repositoryKey.describe("Key of the repository."),
		source: _enum(["git", "github"]).describe("Whether a clone was read or GitHub was asked."),
		base: commitSha.nullable().describe("Commit the range starts after; null when it has no start."),
		head: commitSha.nullable().describe("Commit the range ends with; null for dates."),
		start: instant.nullable().describe("Start of the window; null when not known."),
		end: instant.nullable().describe("End of the window; null when not known.")
	})).describe("What was looked at in each repository."),
	writer: strictObject({
		adapter: string().describe("How it was called: embedded, chat or responses; plain for the last resort, none for no report."),
		model: string().nullable().describe("Name of the model; null when code wrote."),
		version: string().describe("Raised when the same facts would be written otherwise."),
		degraded: string().nullable().describe("Why a plainer writer had to take over; null when none had to.")
	}).describe("Who wrote the report."),
	prompts: array(strictObject({
		id: string().describe("Name of the prompt."),
		version: string().describe("Its version."),
		sha256: sha256Hex.describe("Digest of its file.")
	})).describe("The prompts the model works from; none when code wrote."),
	tools: array(string()).describe("Names of the MCP tools the writer was given."),
	started_at: instant.describe("When the run started."),
	finished_at: instant.describe("When the run ended.")
});
/** An in-toto Statement v1. Its subjects are the other files of the run artifact. */
const lineageStatement = strictObject({
	_type: literal(statementType).describe("Type of an in-toto statement."),
	subject: array(strictObject({
		name: string().describe("Name of the file."),
		digest: strictObject({ sha256: sha256Hex.describe("Digest of its bytes.") }).describe("Digests by algorithm.")
	})).min(1).describe("The other files of the run artifact."),
	predicateType: literal(lineagePredicateType).describe("Says what the predicate means."),
	predicate: lineagePredicate.describe("What exactly produced those files.")
}).meta({
	title: "ZenPulse lineage",
	description: "An in-toto statement that binds the files of a run to what produced them."
});

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

// contract/reading/conventional-title.ts
const kindOfType = /* @__PURE__ */ new Map([
	["feat", "feature"],
	["feature", "feature"],
	["fix", "fix"],
	["bugfix", "fix"],
	["hotfix", "fix"],
	["security", "fix"],
	["perf", "performance"],
	["docs", "docs"],
	["doc", "docs"],
	["revert", "reverted"],
	["build", "maintenance"],
	["chore", "maintenance"],
	["ci", "maintenance"],
	["deps", "maintenance"],
	["refactor", "maintenance"],
	["style", "maintenance"],
	["test", "maintenance"],
	["tests", "maintenance"]
]);
const form$1 = /^(?<type>[a-z]+)(?:\((?<scope>[^()]*)\))?(?<breaking>!)?:\s*(?<subject>\S.*)$/i;
/** Null for a title that is not conventional; a word before a colon counts only when it is a known type. */
function conventionalTitle(title) {
	const { type = "", scope, breaking, subject = "" } = form$1.exec(seenText(title))?.groups ?? {};
	const kind = kindOfType.get(type.toLowerCase());
	if (!kind) return null;
	return {
		kind: breaking ? "breaking" : kind,
		scope: scope?.trim() || null,
		subject
	};
}

// contract/reading/trailing-number.ts
/** GitHub counts from 1; no more digits than a pull request reference of the contract takes. */
const form = /\(#([1-9]\d{0,9})\)$/;
/**
* Splits `title (#12)` into the title and the pull request's number; null where the title ends in none.
* White space is cut apart from the match: `\s*` before it would take quadratic time on a hostile title.
*/
function splitTrailingNumber(title) {
	const trimmed = title.trimEnd();
	const found = form.exec(trimmed);
	return found ? {
		title: trimmed.slice(0, found.index).trimEnd(),
		number: Number(found[1])
	} : {
		title: trimmed,
		number: null
	};
}

// contract/reading/revert-title.ts
const quoted = /^(?<verb>revert|reapply)\s+["“](?<inner>.*)["”](?:\s*\(#(?<outer>[1-9]\d{0,9})\))?\s*$/i;
const conventional = /^revert(?:\([^()]*\))?!?:\s*(?<inner>\S.*)$/i;
const mergeSubject = /^Merge pull request #([1-9]\d{0,9}) from \S+/;
const toNumber = (digits) => digits === void 0 ? null : Number(digits);
function takenBack(inner) {
	const { title, number } = splitTrailingNumber(inner);
	const merged = toNumber(mergeSubject.exec(inner)?.[1]);
	return {
		action: "revert",
		subject: title.trim(),
		number: merged ?? number
	};
}
function readRevert(seen) {
	const { verb, inner, outer } = quoted.exec(seen)?.groups ?? {};
	if (verb && inner !== void 0) {
		if (verb.toLowerCase() === "revert") return takenBack(inner);
		return {
			action: "reapply",
			subject: splitTrailingNumber(inner).title.trim(),
			number: toNumber(outer)
		};
	}
	const plain = conventional.exec(seen)?.groups?.["inner"];
	return plain === void 0 ? null : takenBack(plain);
}
/** The innermost title and whether the chain of reverts around it leaves it taken back or brought back. */
function unwrapReverts(title) {
	let subject = seenText(title);
	let isTakenBack = false;
	let depth = 0;
	for (let found = readRevert(subject); found; found = readRevert(subject)) {
		depth += 1;
		isTakenBack = found.action === "revert" ? !isTakenBack : isTakenBack;
		subject = found.subject;
	}
	if (depth === 0) return {
		subject: title,
		state: "plain"
	};
	return {
		subject,
		state: isTakenBack ? "reverted" : "brought back"
	};
}

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

// contract/reading/format-timeframe.ts
const dates = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	year: "numeric",
	timeZone: "UTC"
});
/**
* `1–15 Nov 2026`, in UTC; an end at midnight belongs to the day before it.
* @returns null when neither end is known
*/
function formatTimeframe({ start, end }) {
	const last = end === null ? null : /* @__PURE__ */ new Date(Date.parse(end) - 1);
	if (start === null) return last && `until ${dates.format(last)}`;
	const first = new Date(start);
	return last === null || last < first ? dates.format(first) : dates.formatRange(first, last).replace(/\u2009/gu, "");
}

// contract/reading/notices.ts
/** Notices that put a whole window in doubt. */
const warningCodes = [
	"previous_tag_missing",
	"previous_tag_unrelated",
	"previous_tag_doubtful"
];
/** True for a notice that stands above a report; the others stand below it. */
const isWarning = ({ code }) => warningCodes.includes(code);
/** What a reader must know before anything else, in words. */
const warningsOf = (notices) => notices.filter(isWarning).map(({ text }) => visibleText(text));

// contract/reading/report-outline.ts
/** Direct pushes shown by name; the manifest holds them all. */
const shownPushes = 20;
const counted = (count, singular, plural = `${singular}s`) => `${count.toLocaleString("en")} ${count === 1 ? singular : plural}`;
const unique = (values) => [...new Set(values)];
/** Names as they show; one that shows nothing is none. */
const authorsOf = (authors) => unique(authors.flatMap((author) => visibleText(author ?? "") || []));
function itemOf(view, { text, pull_requests: keys }) {
	const pulls = keys.flatMap((key) => view.pulls.get(key) ?? []);
	const title = pulls[0]?.title ?? null;
	return {
		text: text ?? (displayTitle(title ?? "") || "(no title)"),
		references: pulls.map(({ key, number, url }) => ({
			label: view.isSingle ? `#${number}` : key,
			url
		})),
		authors: authorsOf(pulls.map(({ author }) => author))
	};
}
function pushItem({ commit, title, author, url, repository }, isSingle) {
	const label = commit.slice(0, 7);
	return {
		text: displayTitle(title ?? "") || "(no title)",
		references: [{
			label: isSingle ? label : `${repository}@${label}`,
			url
		}],
		authors: authorsOf([author])
	};
}
function pushSection(manifest, isSingle) {
	const pushes = manifest.direct_pushes.filter(({ decision }) => decision === "included");
	if (pushes.length === 0) return [];
	const hidden = pushes.length - 20;
	return [{
		title: "Commits without a pull request",
		items: pushes.slice(-20).map((push) => pushItem(push, isSingle)),
		note: hidden > 0 ? `Truncated: the newest ${20} of ${counted(pushes.length, "commit")}; the manifest lists all.` : null
	}];
}
function openSection({ open_pull_requests: open }, isSingle) {
	if (open.length === 0) return [];
	return [{
		title: "Still open, planned for the next release",
		items: open.map(({ key, number, title, author, url }) => ({
			text: displayTitle(title) || "(no title)",
			references: [{
				label: isSingle ? `#${number}` : key,
				url
			}],
			authors: authorsOf([author])
		})),
		note: null
	}];
}
function contextOf(manifest, timeframe) {
	const [repository] = manifest.repositories;
	const names = manifest.repositories.map(({ key }) => key).join(", ");
	const isSingle = manifest.repositories.length === 1;
	const base = repository?.window.base?.ref ?? "the beginning";
	const head = repository?.window.head?.ref;
	const place = isSingle && repository ? head === void 0 ? repository.base_branch : `${base} to ${head}` : null;
	const included = manifest.pull_requests.filter(({ decision }) => decision === "included").length;
	return [
		names,
		place,
		formatTimeframe(timeframe),
		counted(included, "pull request")
	].filter((part) => part !== null).map(visibleText);
}
function notesOf(report, manifest) {
	const leftOut = manifest.pull_requests.filter(({ decision }) => decision === "excluded").length;
	const pushesLeftOut = manifest.direct_pushes.filter(({ decision }) => decision === "excluded").length;
	const left = [leftOut > 0 ? `${leftOut.toLocaleString("en")} of ${counted(manifest.pull_requests.length, "merged pull request")}` : null, pushesLeftOut > 0 ? `${pushesLeftOut.toLocaleString("en")} of ${counted(manifest.direct_pushes.length, "other commit")}` : null].filter((part) => part !== null);
	return [
		left.length > 0 ? `Left out by rule or because they cancel out: ${left.join(", ")}; manifest.json gives each reason.` : null,
		report.complete ? null : "Incomplete: not everything in this window could be read.",
		report.degraded === null ? null : `Written in a plainer way than asked for: ${report.degraded}.`,
		...report.notices.flatMap((notice) => isWarning(notice) ? [] : notice.text)
	].flatMap((note) => note === null ? [] : visibleText(note));
}
/** A verified report joined with the manifest's titles, authors and links. */
function reportOutline(report, manifest, timeframe) {
	const isSingle = manifest.repositories.length === 1;
	const view = {
		pulls: new Map(manifest.pull_requests.map((pull) => [pull.key, pull])),
		isSingle
	};
	const alsoMerged = report.also_merged.map((key) => itemOf(view, {
		text: null,
		pull_requests: [key]
	}));
	const warnings = warningsOf(report.notices);
	return {
		...warnings.length > 0 && { warnings },
		headline: report.headline,
		context: contextOf(manifest, timeframe),
		summary: report.summary,
		sections: [
			...report.sections.map(({ title, items }) => ({
				title,
				items: items.map((item) => itemOf(view, item)),
				note: null
			})),
			...alsoMerged.length > 0 ? [{
				title: "Also merged",
				items: alsoMerged,
				note: null
			}] : [],
			...openSection(manifest, isSingle),
			...pushSection(manifest, isSingle)
		],
		notes: notesOf(report, manifest)
	};
}

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

// action/report-back/check-artifact.ts
const altered = (what) => new ZenPulseError("artifact_altered", { what });
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** A name from the artifact, as far as it may be shown. */
const shown = (name) => JSON.stringify(name.replace(/[^\w.-]/g, "?").slice(0, 80));
function bytesOf(files, name) {
	const bytes = files.get(name);
	if (bytes === void 0) throw altered(`it has no ${name}`);
	return bytes;
}
function read(files, name, schema) {
	let value;
	try {
		value = JSON.parse(bytesOf(files, name).toString("utf8"));
	} catch (error) {
		if (error instanceof ZenPulseError) throw error;
		throw new ZenPulseError("artifact_altered", { what: `${name} is not JSON` }, { cause: error });
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw altered(`${name} does not have the form of one, at ${shown(issue?.path.map(String).join(".") ?? "")}`);
}
/** Every file is a subject of the lineage, and every subject a file with that digest. */
function requireDigests(files, subjects) {
	const named = new Set(subjects.map(({ name }) => name));
	for (const name of files.keys()) if (name !== "lineage.json" && !named.has(name)) throw altered(`its lineage does not name ${shown(name)}`);
	for (const { name, digest } of subjects) if (sha256(bytesOf(files, name)) !== digest.sha256) throw altered(`${shown(name)} is not what its lineage says`);
}
/**
* Checks the files of a report against each other and against what was handed on, and joins both to the payload that
* is delivered: with the report's text, its outline and the keys of what it tells of.
*
* @param files bytes by name
* @param payload of a completed run, without text
* @throws ZenPulseError `artifact_altered`
*/
function checkArtifact(files, payload) {
	const { results } = payload;
	if (results === null) throw altered("there is no result it could belong to");
	const lineage = read(files, "lineage.json", lineageStatement);
	requireDigests(files, lineage.subject);
	const { request_id, pipeline_run_id, status } = lineage.predicate;
	if (pipeline_run_id !== payload.pipeline_run_id) throw altered("its lineage is of another run");
	if (request_id !== payload.request_id) throw altered("its lineage answers another request");
	if (status !== payload.status) throw altered(`its lineage says ${status}, the payload ${payload.status}`);
	const written = read(files, "report.json", report);
	const counted = read(files, "manifest.json", manifest);
	const markdown = bytesOf(files, "report.md").toString("utf8");
	if (written.complete !== results.complete || counted.complete !== results.complete || written.degraded !== results.degraded || markdown.length !== results.metrics.report_length_chars) throw altered("its report is not the one that the payload is about");
	return {
		...payload,
		results: {
			...results,
			summary_message: markdown,
			outline: reportOutline(written, counted, results.timeframe),
			included_pull_requests: counted.pull_requests.flatMap(({ key, decision }) => decision === "included" ? key : [])
		}
	};
}

export { checkArtifact };