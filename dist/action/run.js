import { D as url, E as unknown, S as record, T as union, V as config, c as boolean, f as int, s as array, v as number, w as string, y as object } from "./iso.js";
import { n as defaults, t as GitHub } from "./utils.js";
import { a as info, c as setOutput, d as warning, i as group, l as setSecret, n as endGroup, s as setFailed, u as startGroup } from "./core.js";
import { l as repositoryKey } from "./wire-types.js";
import { a as actionInputs, i as actionInputFields, n as toZenPulseError, o as secretInputs, r as problemsOf, t as ZenPulseError } from "./zenpulse-error.js";
import { t as canonicalJson } from "./canonical-json.js";
import { t as toJson } from "./to-json.js";
import { n as sha256, t as lineageFile } from "./run-files.js";
import { t as createRedactor } from "./redact.js";
import { n as unwrapReverts, r as splitTrailingNumber, t as revertTitle } from "./revert-title.js";
import { t as conventionalTitle } from "./conventional-title.js";
import { t as repositoryFile } from "./repository-file.js";
import { n as pulseRequest, r as pulseRequestFields } from "./pulse-request.js";
import { n as visibleText } from "./visible-text.js";
import { n as cappedFetch, t as BodyTooLarge } from "./capped-fetch.js";
import { E as pathsOfPullsAnswer, _ as describeMessage, a as addHead, b as changedFiles, c as gapsOfPull, d as pushChange, f as ofGraphql, g as mergeAdopter, h as mergeCommitsOf, i as commitFields, m as unaccountedCommits, n as rulesFields, o as addPage, r as pullFields, s as startWalk, t as readTriggered, u as pullChanges, v as nextCursor, w as dateWindowAnswer, x as commitFiles, y as inParallel } from "./triggered-pulls.js";
import { i as rulesOf, n as gapsOf, r as requireRepository, t as gapNotices } from "./repository-context.js";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { constants, promises } from "fs";
import { EOL } from "os";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

// action/parse-once.ts
config({ jitless: true });

// action/scrub-tracing.ts
/** Variables with which LangChain's packages would send every exchange to a tracing service of their own. */
const tracing = /^LANG(?:SMITH|CHAIN)_/;
/** Takes them out of an environment, in place: these packages read it by themselves. */
function scrubTracing(environment) {
	for (const name of Object.keys(environment)) if (tracing.test(name)) delete environment[name];
}

// node_modules/@actions/core/lib/summary.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile: writeFile$1 } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// package.json
var version = "0.1.0";

// action/publish/shorten-markdown.ts
/** Bytes of UTF-8. */
const sizeOf = (text) => Buffer.byteLength(text);
/**
* Markdown that fits a limit of GitHub's: whole when it does, else cut between lines, with a mark that says so, the
* limit and the full size.
* @param maxBytes of UTF-8, the mark included
* @param where the place that holds all of it, such as `report.md in the run artifact`
*/
function shortenMarkdown(markdown, maxBytes, where) {
	const size = sizeOf(markdown);
	if (size <= maxBytes) return markdown;
	const mark = `\n_Truncated at ${maxBytes} of ${size} bytes; ${where} holds all of it._\n`;
	const room = maxBytes - sizeOf(mark);
	const kept = [];
	let used = 0;
	for (const line of markdown.split("\n")) {
		used += sizeOf(line) + 1;
		if (used > room) break;
		kept.push(line);
	}
	return `${kept.join("\n")}\n${mark}`;
}

// action/publish/job-summary.ts
/** GitHub refuses a step's summary above 1 MiB. */
const maxBytes = 1048576;
/** Markdown as a cell of a table: GitHub ends a cell at a `|` also within code, but for one behind a backslash. */
const cell = (markdown) => markdown.replace(/\\*\|/g, (run) => run.length % 2 === 1 ? `${run.slice(0, -1)}\\|` : run);
async function excludedList({ manifest }) {
	if (manifest.pull_requests.every(({ reason }) => reason === null)) return [];
	const { markdownText } = await import("./markdown-text.js");
	const excluded = manifest.pull_requests.flatMap(({ key, number, reason }) => {
		if (reason === null) return [];
		return [`| ${manifest.repositories.length === 1 ? `${number}` : `\`${key}\``} | ${reason.code} | ${cell(markdownText(reason.detail))} |`];
	});
	const rows = [
		"| number | reason | detail |",
		"|---|---|---|",
		...excluded
	].join("\n");
	return [`<details><summary>Left out: ${excluded.length}</summary>\n\n${rows}\n\n</details>`];
}
function timings({ results }) {
	return `<sub>${Object.entries(results.metrics.step_ms).map(([step, ms]) => `${step} ${ms} ms`).join(" · ")}</sub>`;
}
function body(result) {
	const { status, results } = result;
	if (results.summary_message !== null) return results.summary_message;
	const { preflight_merged_pr_count: merged, included_pr_count: included, direct_push_count: pushes } = results.metrics;
	return `${status === "validated" ? "# The request is valid" : "# Nothing to report"}\n\nMerged pull requests: ${merged}, included: ${included}; commits without one: ${pushes}.\n`;
}
/** The report, what is left out by number and reason, and how long each step took. Fits GitHub's limit. */
async function jobSummary(result) {
	const tail = [
		"",
		...await excludedList(result),
		timings(result),
		""
	].join("\n\n");
	const room = maxBytes - Buffer.byteLength(tail);
	const where = "report.md in the run artifact";
	return room > 0 ? shortenMarkdown(body(result), room, where) + tail : shortenMarkdown(body(result) + tail, maxBytes, where);
}

// action/publish/upload-artifact.ts
/** Writes a run's files to a folder. @returns the path of each by its name */
async function writeFiles(folder, files) {
	await mkdir(folder, { recursive: true });
	const paths = new Map(files.map(({ name }) => [name, join(folder, name)]));
	await Promise.all(files.map(({ name, content }) => writeFile(join(folder, name), content)));
	return paths;
}
/**
* Stores files as a workflow artifact.
* @param name unique in the run, attempts included: artifacts cannot be replaced
* @throws ZenPulseError `artifact_failed`
*/
async function uploadArtifact(name, folder, paths, retentionDays) {
	try {
		const { DefaultArtifactClient } = await import("./artifact.js");
		const options = retentionDays === void 0 ? {} : { retentionDays };
		const { id, digest } = await new DefaultArtifactClient().uploadArtifact(name, [...paths], folder, options);
		if (id === void 0 || digest === void 0) throw new Error("the service gave no id or no digest");
		return {
			id: String(id),
			digest: `sha256:${digest}`
		};
	} catch (error) {
		const cause = error instanceof Error ? error.message : String(error);
		throw new ZenPulseError("artifact_failed", { cause }, { cause: error });
	}
}

// action/lineage/lineage-predicate.ts
/** What exactly produced a report: the request without its secret, the rules, the inputs, the writer. */
function lineagePredicate({ webhook_token: _secret, ...request }, surveyed, run) {
	return {
		contract_version: "1",
		request: toJson(request),
		repository_file: surveyed.flatMap(({ source, rules }) => rules.map((each) => ({
			repository: source.key,
			source: each.source,
			sha256: sha256(each.text)
		}))),
		inputs: surveyed.map(({ source, reading: { repository, timeframe } }) => ({
			repository: source.key,
			source: source.kind,
			base: repository.window.base?.commit ?? null,
			head: repository.window.head?.commit ?? null,
			...timeframe
		})),
		...run
	};
}

// action/lineage/trace.ts
/** @param redact takes secrets out of each text before it is kept */
function createTrace(clock, onStep = () => {}, redact = createRedactor([])) {
	const redacted = (_, value) => typeof value === "string" ? redact(value) : value;
	const events = [];
	const times = /* @__PURE__ */ new Map();
	const now = (purpose) => {
		const reading = clock();
		events.push({
			type: "clock",
			purpose,
			at: reading.toISOString()
		});
		return reading;
	};
	return {
		add: (event) => void events.push(event),
		now,
		async step(name, run) {
			onStep(name);
			const start = now(`${name} starts`).getTime();
			try {
				return await run();
			} finally {
				times.set(name, Math.max(0, now(`${name} ends`).getTime() - start));
			}
		},
		stepMs: () => Object.fromEntries(times),
		toJsonLines: () => events.map((event) => `${JSON.stringify(event, redacted)}\n`).join("")
	};
}

// action/window/cancel-reverts.ts
const withoutNumber = (title) => splitTrailingNumber(title).title.trim();
/** Titles repeat ("Update dependencies"): one decides only where the revert names neither commit nor number. */
const isNamedOnlyByTitle = (hint) => hint.commit === null && hint.number === null && hint.title !== null;
/** Finds targets among the changes before each revert, by commit first, then number, then the same title. */
function findTargets(repository, changes) {
	const byCommit = /* @__PURE__ */ new Map();
	const byNumber = /* @__PURE__ */ new Map();
	const byTitle = /* @__PURE__ */ new Map();
	const targets = /* @__PURE__ */ new Map();
	for (const change of changes) {
		const hint = change.reverts;
		if (hint) {
			const found = (hint.commit === null ? void 0 : byCommit.get(hint.commit)) ?? (hint.number === null ? void 0 : byNumber.get(hint.number)) ?? (isNamedOnlyByTitle(hint) ? byTitle.get(withoutNumber(hint.title ?? "")) : void 0);
			if (found) targets.set(change, { change: found });
			else if (hint.number !== null) targets.set(change, { earlier: `${repository}#${hint.number}` });
			else if (hint.commit !== null) targets.set(change, { earlier: hint.commit });
		}
		const whole = change.rebased.length > 1 ? [] : [change.commit, ...change.aliases];
		for (const commit of whole) if (commit !== null) byCommit.set(commit, change);
		if (change.number !== null) byNumber.set(change.number, change);
		byTitle.set(withoutNumber(change.title), change);
	}
	return targets;
}
/** How one change is named in a reason: its pull request's key, or its commit. */
const nameOf = (repository, change) => change.number === null ? change.commit ?? "an unnamed commit" : `${repository}#${change.number}`;
/**
* A revert and what it reverts cancel when both are in the window; the revert of a revert brings the change
* back; a revert of something earlier stays.
* @param changes oldest first
* @returns reasons for those that cancel, and for every revert what it takes back
*/
function cancelReverts(repository, changes) {
	const targets = findTargets(repository, changes);
	const cancelled = /* @__PURE__ */ new Map();
	for (const change of [...changes].reverse()) {
		const target = targets.get(change);
		if (!target || !("change" in target) || cancelled.has(change)) continue;
		const before = cancelled.get(target.change);
		if (before?.code === "reverts") continue;
		cancelled.set(change, {
			code: "reverts",
			detail: `reverts ${nameOf(repository, target.change)}`
		});
		if (before) continue;
		cancelled.set(target.change, {
			code: "reverted",
			detail: `reverted by ${nameOf(repository, change)}`
		});
	}
	return {
		cancelled,
		targets
	};
}

// action/window/change-kind.ts
const kindOfLabel = [
	[/\b(?:breaking|semver[-:/ ]?major)\b/i, "breaking"],
	[/\b(?:enhancement|feature)s?\b/i, "feature"],
	[/\b(?:bug(?:fix)?|fix|regression|security)\b/i, "fix"],
	[/\b(?:performance|perf)\b/i, "performance"],
	[/\b(?:documentation|docs)\b/i, "docs"],
	[/\b(?:dependenc(?:y|ies)|deps|chore|ci|build|refactor(?:ing)?|maintenance|tests?|internal)\b/i, "maintenance"]
];
const kindOfFirstWord = [
	[/^(?:add|allow|enable|implement|introduce|support)(?:s|ed)?\b/i, "feature"],
	[/^(?:fix|correct|resolve|prevent|repair|handle|avoid)(?:es|s|ed)?\b/i, "fix"],
	[/^(?:speed up|optimi[sz]e|cache)\b/i, "performance"],
	[/^(?:document|clarify|docs)\b/i, "docs"],
	[/^(?:bump|upgrade|update (?:dependency|module|all|the )?.*\bto v?\d|pin|refactor|clean|lint|format|release)\b/i, "maintenance"]
];
const docsPath = /^docs?\/|\.(?:md|mdx|rst|adoc)$|(?:^|\/)(?:LICENSE|CODEOWNERS)[^/]*$/;
const maintenancePath = /^\.(?:github|circleci)\/|(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec)\.[^/]+$|\.lock$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|go\.sum|\.gitignore|\.editorconfig)$/;
const first = (rules, text) => rules.find(([pattern]) => pattern.test(text))?.[1];
function kindOfPaths(paths) {
	if (paths.length === 0) return void 0;
	if (paths.every((path) => docsPath.test(path))) return "docs";
	return paths.every((path) => maintenancePath.test(path) || docsPath.test(path)) ? "maintenance" : void 0;
}
/** True when neither the title nor the labels settle the kind, so that changed paths are worth reading. */
const kindNeedsPaths = ({ title, labels }) => !conventionalTitle(title) && !revertTitle(title) && !labels.some((label) => first(kindOfLabel, label));
/** The kind of a change: breaking marks first, then the conventional title, labels, paths, the first word. */
function changeKind({ title, labels, paths, isBreaking }) {
	const { subject, state } = unwrapReverts(title);
	if (state === "reverted") return "reverted";
	const conventional = conventionalTitle(subject);
	const labelled = labels.map((label) => first(kindOfLabel, label)).filter((kind) => kind !== void 0);
	if (isBreaking || conventional?.kind === "breaking" || labelled.includes("breaking")) return "breaking";
	return conventional?.kind ?? labelled[0] ?? kindOfPaths(paths) ?? first(kindOfFirstWord, subject) ?? "other";
}

// action/window/build-manifest.ts
const byText = (left, right) => left < right ? -1 : left > right ? 1 : 0;
function entriesOf({ reading, rule, paths }) {
	const { key } = reading.repository;
	const { cancelled, targets } = cancelReverts(key, reading.changes);
	const pulls = [];
	const pushes = [];
	for (const change of reading.changes) {
		const reason = rule(change, paths.get(change)) ?? cancelled.get(change) ?? null;
		const decision = reason === null ? "included" : "excluded";
		const author = change.author.login ?? change.author.name;
		if (change.number === null) {
			if (change.commit === null) continue;
			const { commit, title, at, url } = change;
			pushes.push({
				repository: key,
				commit,
				title,
				author,
				committed_at: at,
				url,
				decision,
				reason
			});
			continue;
		}
		const target = targets.get(change);
		pulls.push({
			key: `${key}#${change.number}`,
			number: change.number,
			title: change.title,
			author,
			merged_at: change.at,
			merge_commit: change.commit,
			url: change.url,
			labels: change.labels === null ? null : [...change.labels].sort(byText),
			kind: changeKind({
				title: change.title,
				labels: change.labels ?? [],
				paths: paths.get(change) ?? [],
				isBreaking: change.isBreaking
			}),
			reverts: target ? revertedName(key, target) : null,
			decision,
			reason
		});
	}
	pulls.sort((left, right) => byText(left.merged_at, right.merged_at) || left.number - right.number);
	pushes.sort((left, right) => byText(left.committed_at, right.committed_at) || byText(left.commit, right.commit));
	return {
		pull_requests: pulls,
		direct_pushes: pushes
	};
}
const revertedName = (key, target) => "earlier" in target ? target.earlier : target.change.number === null ? target.change.commit : `${key}#${target.change.number}`;
/**
* Every merged pull request and direct push of the readings, each decided. Same readings, same manifest: nothing
* in it depends on a clock, an id or the order repositories answered in.
*/
function buildManifest(analysisType, repositories) {
	const sorted = [...repositories].sort((left, right) => byText(left.reading.repository.key, right.reading.repository.key));
	const entries = sorted.map(entriesOf);
	return {
		contract_version: "1",
		analysis_type: analysisType,
		repositories: sorted.map(({ reading }) => ({
			...reading.repository,
			complete: reading.complete
		})),
		pull_requests: entries.flatMap((each) => each.pull_requests),
		direct_pushes: entries.flatMap((each) => each.direct_pushes),
		open_pull_requests: sorted.flatMap(({ reading, openPulls }) => openPulls.map(({ number, title, author, url }) => ({
			key: `${reading.repository.key}#${number}`,
			number,
			title,
			author,
			url
		}))),
		complete: sorted.every(({ reading }) => reading.complete),
		notices: sorted.flatMap(({ reading, notices }) => [...reading.notices, ...notices])
	};
}

// action/window/rules-need-paths.ts
/** True when a decision needs the changed paths of every change. */
const rulesNeedPaths = ({ excludes, includes }) => excludes.paths.length > 0 || includes.paths.length > 0;

// action/preflight/decide.ts
async function ruleOf({ reading, file, query }) {
	if (reading.changes.length === 0) return () => null;
	return (await import("./exclusion-rules.js")).exclusionRules(file, query.ignoredPulls);
}
/** Changes whose paths are worth reading: all where a rule asks, else those whose kind nothing else tells. */
function changesToOpen({ source, reading, file }) {
	if (rulesNeedPaths(file)) return reading.changes;
	if (!source.hasCheapPaths) return [];
	return reading.changes.filter(({ number, title, labels }) => number !== null && kindNeedsPaths({
		title,
		labels: labels ?? []
	}));
}
/** Open pull requests the rules mark for the next release; a label that excludes keeps them out here too. */
async function openPulls$1({ source, reading, file }, type) {
	const { labels, milestones } = file.report.upcoming;
	if (type !== "upcoming" || labels.length + milestones.length === 0) return {
		openPulls: [],
		notices: []
	};
	const found = await source.openPulls(reading.repository.base_branch, {
		labels,
		milestones
	});
	if (found === null) return {
		openPulls: [],
		notices: [{
			code: "open_pulls_unknown",
			text: `${source.key}: open pull requests are not in git, so report.upcoming was not applied.`
		}]
	};
	const excluded = new Set(file.excludes.labels.map((label) => label.toLowerCase()));
	const isKept = (pull) => !pull.labels.some((label) => excluded.has(label.toLowerCase()));
	return {
		openPulls: found.filter(isKept),
		notices: []
	};
}
async function decide(surveyed, type) {
	const { source, reading } = surveyed;
	const opened = changesToOpen(surveyed);
	const paths = await source.changedPaths(opened);
	return {
		reading,
		...await openPulls$1(surveyed, type),
		rule: await ruleOf(surveyed),
		paths: new Map(opened.map((change, at) => [change, paths[at] ?? []]))
	};
}
/** The manifest over all repositories. */
async function decideAll(request, surveyed) {
	return buildManifest(request.analysis_type, await Promise.all(surveyed.map((each) => decide(each, request.analysis_type))));
}

// action/preflight/survey.ts
async function fileOf(rules) {
	if (rules.length === 0) return repositoryFile.parse({});
	return (await import("./read-repository-file.js")).readRepositoryFile(rules);
}
/**
* Reads a repository's window once.
* @param override rules to use instead of the repository's own
* @throws ZenPulseError `repository_file_invalid`, and what the source throws
*/
async function survey(source, query, override, trace) {
	const reading = await source.read(query);
	const rules = override ? [override] : reading.rules;
	const file = await fileOf(rules.map((each) => ({
		...each,
		source: `${source.key}: ${each.source}`
	})));
	const pullCount = reading.changes.filter(({ number }) => number !== null).length;
	trace.add({
		type: "source",
		repository: source.key,
		pull_requests: pullCount,
		direct_pushes: reading.changes.length - pullCount,
		complete: reading.complete
	});
	return {
		source,
		query,
		reading,
		rules,
		file
	};
}

// action/preflight/timeframe-of.ts
/** From the earliest start to the latest end; null where one is open. Refs only for a single repository. */
function timeframeOf(surveyed) {
	const timeframes = surveyed.map(({ reading }) => reading.timeframe);
	const known = (bounds) => bounds.filter((bound) => bound !== null).sort();
	const starts = timeframes.map(({ start }) => start);
	const window = surveyed.length === 1 ? surveyed[0]?.reading.repository.window : void 0;
	return {
		start: starts.includes(null) ? null : known(starts)[0] ?? null,
		end: known(timeframes.map(({ end }) => end)).at(-1) ?? null,
		base: window?.base?.ref ?? null,
		head: window?.head?.ref ?? null
	};
}

// action/window/redact-excluded.ts
/**
* The manifest as a public place may show it: of what is excluded only number and reason remain, for a maintainer
* may have excluded it because of its title.
*/
const redactExcluded = (manifest) => ({
	...manifest,
	pull_requests: manifest.pull_requests.map((entry) => entry.decision === "included" ? entry : {
		...entry,
		title: null,
		author: null,
		labels: null
	}),
	direct_pushes: manifest.direct_pushes.map((entry) => entry.decision === "included" ? entry : {
		...entry,
		title: null,
		author: null
	})
});

// action/window/resolve-windows.ts
const hourMs = 36e5;
const lastWeek = {
	spec: "7d",
	hours: 168
};
const toInstant = (ms) => new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
function dateWindow$1(range, now) {
	const { spec } = range;
	if ("hours" in range) return {
		kind: "dates",
		spec,
		start: toInstant(now.getTime() - range.hours * hourMs),
		end: toInstant(now.getTime() + 1e3)
	};
	if (Date.parse(range.start) > now.getTime()) throw new ZenPulseError("date_range_future", {
		spec,
		start: range.start,
		now: toInstant(now.getTime())
	});
	return {
		kind: "dates",
		spec,
		start: range.start,
		end: range.end ?? toInstant(now.getTime() + 1e3)
	};
}
const invalid = (field, got, accepts) => new ZenPulseError("request_invalid", { problems: [{
	field,
	got: JSON.stringify(got),
	accepts
}] });
/** Splits `owner/name@rest` by the keys at hand; a bare value belongs to the only repository. */
function ownedBy(key, keys, given, separator) {
	const owner = keys.find((each) => given.startsWith(`${each}${separator}`));
	if (owner) return owner === key ? given.slice(owner.length + 1) : null;
	return keys.length === 1 ? given : null;
}
function tagWindow(spec) {
	const [first = "", second] = spec.split("..");
	return second === void 0 ? {
		kind: "tags",
		spec,
		base: null,
		head: first
	} : {
		kind: "tags",
		spec,
		base: first,
		head: second
	};
}
function windowOf(request, key, keys, now) {
	if (request.analysis_type === "upcoming") return {
		kind: "unreleased",
		spec: "since the last release"
	};
	if (request.tag_range) {
		const own = request.tag_range.flatMap((given) => ownedBy(key, keys, given, "@") ?? []);
		const [spec] = own;
		if (spec === void 0 || own.length > 1) {
			const accepts = `accepts exactly one range for ${key}, such as ${key}@v1.2.0..v1.3.0`;
			throw invalid("tag_range", request.tag_range.join(","), accepts);
		}
		return tagWindow(spec);
	}
	if (request.analysis_type === "release") return {
		kind: "tags",
		spec: "the newest tag",
		base: null,
		head: null
	};
	return dateWindow$1(request.date_range ?? lastWeek, now);
}
/** The numbers of a reference list that belong to one repository; every entry must belong to some. */
function numbersFor(field, request, key, keys) {
	return request[field].flatMap((given) => {
		if (keys.length > 1 && !given.includes("/")) throw invalid(field, given, `accepts ${keys[0]}#${given.replace("#", "")}, since there are several repositories`);
		if (given.includes("/") && !keys.some((each) => given.startsWith(`${each}#`))) throw invalid(field, given, `accepts pull requests of ${keys.join(", ")}`);
		const own = ownedBy(key, keys, given, "#");
		return own === null ? [] : [Number(own.replace("#", ""))];
	});
}
/**
* What each repository is asked for. An open end is the next full second after `now`: clocks of merges count in
* seconds, and what merged in this one belongs in.
* @throws ZenPulseError `date_range_future`, `request_invalid` for bare tags or numbers among several repositories
*/
function resolveWindows(request, keys, now) {
	for (const given of request.tag_range ?? []) if (keys.length > 1 && !keys.some((key) => given.startsWith(`${key}@`))) throw invalid("tag_range", given, `accepts ${keys[0]}@${given}, since there are several repositories`);
	return keys.map((key) => ({
		key,
		window: windowOf(request, key, keys, now),
		baseBranch: request.base_branch,
		triggerPulls: numbersFor("trigger_prs", request, key, keys),
		ignoredPulls: numbersFor("ignored_prs", request, key, keys)
	}));
}

// action/pulse.ts
const includedIn = (entries) => entries.filter(({ decision }) => decision === "included").length;
function resultsOf(manifest, timeframe, trace) {
	return {
		summary_message: null,
		metrics: {
			preflight_merged_pr_count: manifest.pull_requests.length,
			included_pr_count: includedIn(manifest.pull_requests),
			direct_push_count: includedIn(manifest.direct_pushes),
			report_length_chars: 0,
			model_call_count: 0,
			tool_call_count: 0,
			input_tokens: 0,
			output_tokens: 0,
			step_ms: trace.stepMs()
		},
		timeframe,
		degraded: null,
		complete: manifest.complete
	};
}
function refusePrivate(surveyed) {
	const found = surveyed.find(({ reading }) => reading.isPrivate === true);
	if (found) throw new ZenPulseError("private_source", { repository: found.source.key });
}
/** Runs a step that may fail when there is something to leave behind. */
async function keepingPartial(run, keep) {
	try {
		return await run();
	} catch (error) {
		keep();
		throw error;
	}
}
const nobodyWrote = {
	writer: {
		adapter: "none",
		model: null,
		version: "1",
		degraded: null
	},
	prompts: [],
	tools: []
};
/**
* One run: resolve, preflight, manifest, write, verify, render, files.
* @throws ZenPulseError of the catalogue; nothing has been written anywhere then
*/
async function pulse(request, edges) {
	const { sources, requestId, pipelineRunId, tool } = edges;
	const trace = createTrace(edges.clock, edges.onStep, createRedactor(edges.secrets ?? []));
	const started_at = trace.now("run starts").toISOString();
	const keys = sources.map(({ key }) => key);
	const queries = await trace.step("resolve", () => resolveWindows(request, keys, trace.now("window ends")));
	const surveyed = await trace.step("preflight", () => Promise.all(sources.map((source, at) => survey(source, queries[at], edges.rules, trace))));
	if (edges.allowsPrivateSources === false) refusePrivate(surveyed);
	const timeframe = timeframeOf(surveyed);
	const decided = await trace.step("manifest", () => decideAll(request, surveyed));
	const manifest = edges.isPublic ? redactExcluded(decided) : decided;
	const manifestFile = {
		name: "manifest.json",
		content: canonicalJson(manifest)
	};
	const traceFile = () => ({
		name: "trace.jsonl",
		content: trace.toJsonLines()
	});
	const seal = (files, { status, writer, prompts, tools }) => {
		const finished_at = trace.now("run ends").toISOString();
		const subjects = [...files, traceFile()];
		const run = {
			status,
			writer,
			prompts,
			tools,
			request_id: requestId,
			pipeline_run_id: pipelineRunId,
			tool,
			started_at,
			finished_at
		};
		return [...subjects, lineageFile(subjects, lineagePredicate(request, surveyed, run))];
	};
	if (request.dry_run) return {
		status: "validated",
		manifest,
		outline: null,
		files: [],
		results: resultsOf(manifest, timeframe, trace)
	};
	if (includedIn(manifest.pull_requests) + includedIn(manifest.direct_pushes) === 0) return {
		status: "no_changes",
		manifest,
		outline: null,
		files: seal([manifestFile], {
			status: "no_changes",
			...nobodyWrote
		}),
		results: resultsOf(manifest, timeframe, trace)
	};
	const files = surveyed.map(({ file }) => file);
	const { report, outline, markdown, writer, usage } = await keepingPartial(async () => {
		const { composeReport } = await import("./compose-report.js");
		return composeReport({
			manifest,
			timeframe,
			request,
			files,
			writers: await edges.loadWriters()
		}, trace);
	}, () => edges.onPartial?.([manifestFile, traceFile()]));
	const { adapter, model, version, prompts, tools } = writer;
	const { degraded } = report;
	const sealed = seal([
		{
			name: "report.md",
			content: markdown
		},
		{
			name: "report.json",
			content: canonicalJson(report)
		},
		manifestFile
	], {
		status: "completed",
		writer: {
			adapter,
			model,
			version,
			degraded
		},
		prompts: [...prompts],
		tools: [...tools]
	});
	const results = resultsOf(manifest, timeframe, trace);
	const metrics = {
		...results.metrics,
		report_length_chars: markdown.length,
		model_call_count: usage.modelCalls,
		tool_call_count: usage.toolCalls,
		input_tokens: usage.inputTokens,
		output_tokens: usage.outputTokens
	};
	return {
		status: "completed",
		manifest,
		outline,
		files: sealed,
		results: {
			...results,
			summary_message: markdown,
			metrics,
			degraded
		}
	};
}

// action/read-inputs.ts
/** A field's input as the runner hands it over: `INPUT_` and its name in capitals; empty means not given. */
const given = (variables, fields) => Object.fromEntries(fields.flatMap((field) => {
	const value = variables[`INPUT_${field.toUpperCase()}`]?.trim();
	return value ? [[field, value]] : [];
}));
/** Values that must never be printed, to be masked before anything else happens. */
const secretsIn = (variables) => Object.values(given(variables, [...secretInputs]));
/** @throws ZenPulseError `request_invalid` with every problem of all inputs at once */
function readInputs(variables) {
	const rawRequest = given(variables, Object.keys(pulseRequestFields));
	const rawAction = given(variables, Object.keys(actionInputFields));
	const request = pulseRequest.safeParse(rawRequest);
	const action = actionInputs.safeParse(rawAction);
	if (request.success && action.success) return {
		request: request.data,
		action: action.data
	};
	throw new ZenPulseError("request_invalid", { problems: [...request.success ? [] : problemsOf(request.error, rawRequest), ...action.success ? [] : problemsOf(action.error, rawAction)] });
}

// action/run-context.ts
const environment = object({
	GITHUB_API_URL: url().default("https://api.github.com"),
	GITHUB_GRAPHQL_URL: url().default("https://api.github.com/graphql"),
	GITHUB_SERVER_URL: url().default("https://github.com"),
	GITHUB_REPOSITORY: string().default(""),
	GITHUB_RUN_ID: string().default("0"),
	GITHUB_RUN_ATTEMPT: string().default("1"),
	GITHUB_EVENT_PATH: string().optional(),
	GITHUB_WORKSPACE: string().default("."),
	RUNNER_TEMP: string()
});
const event = object({ repository: object({
	default_branch: string().optional(),
	private: boolean().optional()
}).optional() });
async function readEvent(path) {
	if (!path) return {};
	return event.parse(JSON.parse(await readFile(path, "utf8")));
}
/** Reads the runner's variables and the event's file. */
async function readRunContext(variables) {
	const read = environment.parse(variables);
	const { repository } = await readEvent(read.GITHUB_EVENT_PATH);
	return {
		address: {
			apiUrl: read.GITHUB_API_URL,
			graphqlUrl: read.GITHUB_GRAPHQL_URL
		},
		serverUrl: read.GITHUB_SERVER_URL,
		repository: read.GITHUB_REPOSITORY,
		runId: read.GITHUB_RUN_ID,
		attempt: read.GITHUB_RUN_ATTEMPT,
		tempFolder: read.RUNNER_TEMP,
		workspace: read.GITHUB_WORKSPACE,
		defaultBranch: repository?.default_branch ?? null,
		isPublic: repository?.private !== true
	};
}

// action/sources/github/call-policy.ts
/** Three tries of nine seconds end, with their pauses, within the 30 s a call may take. */
const callLimits = {
	tries: 3,
	tryMs: 9e3,
	rateWaitMs: 3e5
};
/** GitHub asks for at least a minute when a secondary limit names no time. */
const rateFloorMs = 6e4;
const firstPauseMs = 300;
/** Where clocks differ, a time told may be past; a limit that then stays must not be asked again at once. */
const toldFloorMs = 1e3;
const waitFor = (retryAt, now, waits) => retryAt === null ? rateFloorMs * 2 ** waits : Math.max(toldFloorMs * 4 ** waits, retryAt - now);
/**
* Makes one call as often as is decent: transient failures again with growing pauses, rate limits as told, a
* refused token once with a new one, everything else never.
* @throws ZenPulseError the final failure, `github_unavailable` after the last try, `github_rate_limited` when the
*   wait would be longer than is left, `github_unauthorized` for a second refusal
*/
async function withCallPolicy(attempt, edges, limits = callLimits) {
	let failures = 0;
	let waits = 0;
	let waitedMs = 0;
	let renewToken = false;
	for (;;) {
		const outcome = await attempt({
			signal: AbortSignal.timeout(limits.tryMs),
			failures,
			renewToken
		});
		if ("result" in outcome) return outcome.result;
		const { failure } = outcome;
		switch (failure.kind) {
			case "final": throw failure.error;
			case "token":
				if (renewToken) throw new ZenPulseError("github_unauthorized", {});
				renewToken = true;
				break;
			case "rate": {
				const now = edges.clock().getTime();
				const waitMs = waitFor(failure.retryAt, now, waits);
				if (waitedMs + waitMs > limits.rateWaitMs) throw new ZenPulseError("github_rate_limited", { resetAt: new Date(now + waitMs).toISOString() });
				waits += 1;
				waitedMs += waitMs;
				await edges.sleep(waitMs);
				break;
			}
			case "transient":
				failures += 1;
				if (failures >= limits.tries) throw new ZenPulseError("github_unavailable", {
					what: failure.what,
					tries: failures
				});
				await edges.sleep(firstPauseMs * 2 ** (failures - 1) * (.5 + edges.random()));
		}
	}
}

// action/sources/github/read-failure.ts
const requestError = object({
	status: number(),
	message: string(),
	response: object({ headers: record(string(), union([string(), number()]).optional()) }).optional()
});
/** `Retry-After` as seconds or as an HTTP date; else the reset of a spent primary limit; null: not told. */
function retryAtOf({ headers }, now) {
	const retryAfter = String(headers["retry-after"] ?? "");
	if (/^\d+$/.test(retryAfter)) return now + Number(retryAfter) * 1e3;
	const date = Date.parse(retryAfter);
	if (!Number.isNaN(date)) return date;
	const reset = Number(headers["x-ratelimit-reset"]);
	return String(headers["x-ratelimit-remaining"]) === "0" && reset > 0 ? reset * 1e3 : null;
}
const isRateLimit = ({ status, headers, message }) => status === 429 || status === 403 && (headers["retry-after"] !== void 0 || String(headers["x-ratelimit-remaining"]) === "0" || /rate limit|abuse detection/i.test(message));
const shown = (message) => visibleText(message).slice(0, 300);
/** What a status means for the call that got it. @param what the call, such as `GET /repos/acme/shop` */
function failureOf(answer, what, repository, now) {
	const { status, headers, message } = answer;
	if (isRateLimit(answer)) return {
		kind: "rate",
		retryAt: retryAtOf(answer, now)
	};
	if (status >= 500) return {
		kind: "transient",
		what: `${what} answered ${status}`
	};
	if (status === 401) return { kind: "token" };
	if (status === 403) {
		const permission = String(headers["x-accepted-github-permissions"] ?? "") || "contents=read, pull_requests=read";
		return {
			kind: "final",
			error: new ZenPulseError("github_forbidden", {
				repository,
				permission,
				message: shown(message)
			})
		};
	}
	if (status === 404) return {
		kind: "final",
		error: new ZenPulseError("github_not_found", { what: repository })
	};
	return {
		kind: "final",
		error: new ZenPulseError("github_refused", {
			what,
			status,
			message: shown(message)
		})
	};
}
/** Reads what a call threw: an HTTP error, a body beyond the bound, a time-out or a broken connection. */
function thrownFailure(thrown, what, repository, now) {
	const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
	if (cause instanceof BodyTooLarge) return {
		kind: "final",
		error: new ZenPulseError("github_bad_answer", {
			what,
			why: cause.message
		}, { cause })
	};
	const parsed = requestError.safeParse(thrown);
	if (parsed.success && parsed.data.response) {
		const { status, message, response } = parsed.data;
		return failureOf({
			status,
			headers: response.headers,
			message
		}, what, repository, now);
	}
	if (!(thrown instanceof Error)) throw thrown;
	return {
		kind: "transient",
		what: `${what} failed (${shown(thrown.message)})`
	};
}

// action/sources/github/github-client.ts
const graphqlBody = object({
	data: unknown().optional(),
	errors: array(object({
		type: string().optional(),
		path: array(union([string(), number()])).optional(),
		message: string().default("")
	})).optional()
});
/** Errors that may be gone on the next try: GitHub gives them no type, or says that it ran out of time. */
const isTransient = ({ type, message }) => type === null && /something went wrong|timed? ?out|try again|unavailable/i.test(message) || [
	"INTERNAL",
	"SERVICE_UNAVAILABLE",
	"TIMEOUT",
	"LOADING"
].includes(type ?? "");
const badAnswer = (what, why) => ({ failure: {
	kind: "final",
	error: new ZenPulseError("github_bad_answer", {
		what,
		why
	})
} });
const firstIssue = (error) => {
	const [issue] = error.issues;
	return issue ? `${issue.path.join(".") || "the whole"}: ${issue.message}` : "unknown shape";
};
/** @param repository owner/name, for messages */
function createGitHubClient(repository, { apiUrl, graphqlUrl }, edges, limits) {
	const octokit = new GitHub({
		baseUrl: apiUrl,
		userAgent: "zenpulse",
		request: { fetch: cappedFetch(edges.fetch) },
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		}
	});
	const authorization = async (renew) => ({ authorization: `Bearer ${await edges.token(renew)}` });
	const now = () => edges.clock().getTime();
	const graphql = (call, schema) => {
		const what = `GraphQL ${/query (\w+)/.exec(call(0).document)?.[1] ?? "query"}`;
		return withCallPolicy(async ({ signal, failures, renewToken }) => {
			const { document, variables } = call(failures);
			try {
				const { data: body, headers } = await octokit.request({
					method: "POST",
					url: graphqlUrl,
					headers: await authorization(renewToken),
					request: { signal },
					query: document,
					variables
				});
				const answer = graphqlBody.safeParse(body);
				if (!answer.success) return badAnswer(what, "it is not the JSON of a GraphQL answer");
				const errors = (answer.data.errors ?? []).map(({ type, path, message }) => ({
					type: type ?? null,
					path: (path ?? []).join("."),
					message: visibleText(message).slice(0, 300)
				}));
				if (errors.some(({ type }) => type === "RATE_LIMITED")) return { failure: {
					kind: "rate",
					retryAt: retryAtOf({ headers }, now())
				} };
				const transient = errors.find(isTransient);
				const isLastTry = failures + 1 >= (limits?.tries ?? 3);
				if (transient && !(isLastTry && answer.data.data)) return { failure: {
					kind: "transient",
					what: `${what}: ${transient.message}`
				} };
				if (answer.data.data === void 0 || answer.data.data === null) {
					const why = errors.map(({ message }) => message).join("; ") || "it holds no data";
					return badAnswer(what, why);
				}
				const data = schema.safeParse(answer.data.data);
				return data.success ? { result: {
					data: data.data,
					errors
				} } : badAnswer(what, firstIssue(data.error));
			} catch (thrown) {
				return { failure: thrownFailure(thrown, what, repository, now()) };
			}
		}, edges, limits);
	};
	const rest = (route, parameters, schema) => withCallPolicy(async ({ signal, renewToken }) => {
		try {
			const headers = await authorization(renewToken);
			const { data: body } = await octokit.request(route, {
				...parameters,
				headers,
				request: { signal }
			});
			const data = schema.safeParse(body);
			return data.success ? { result: data.data } : badAnswer(route, firstIssue(data.error));
		} catch (thrown) {
			return { failure: thrownFailure(thrown, route, repository, now()) };
		}
	}, edges, limits);
	return {
		graphql,
		rest
	};
}

// action/sources/github/queries/paths-of-pulls.graphql.ts
/** Changed paths of pull requests, one alias each: `p12`. Of a renamed file GraphQL knows only the new path. */
const pathsOfPulls = (pulls) => `
  query PathsOfPulls($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${pulls.map(({ number, after }) => `p${number}: pullRequest(number: ${number}) { files(first: 100${after === null ? "" : `, after: ${JSON.stringify(after)}`}) { totalCount pageInfo { hasNextPage endCursor } nodes { path changeType } } }`).join("\n      ")}
    }
  }
`;

// action/sources/github/pull-paths.ts
const pullsPerRequest = 25;
const filesPerPage = 100;
/** GitHub lists no more files of a pull request or a commit. */
const mostFiles = 3e3;
/** Changed paths by pull request number; requests go on until each list is whole. */
async function readBatch({ client, owner, name, key }, numbers) {
	const paths = new Map(numbers.map((number) => [number, []]));
	let open = numbers.map((number) => ({
		number,
		after: null
	}));
	while (open.length > 0) {
		let taken = [];
		const { data, errors } = await client.graphql((failures) => {
			taken = open.slice(0, Math.max(1, open.length >> failures));
			return {
				document: pathsOfPulls(taken),
				variables: {
					owner,
					name
				}
			};
		}, pathsOfPullsAnswer);
		const repository = requireRepository(key, data.repository, errors);
		const further = taken.flatMap(({ number, after }) => {
			const files = repository[`p${number}`]?.files;
			const found = (files?.nodes ?? []).filter((file) => file !== null);
			if (!(files?.nodes?.length === found.length) || found.some(({ changeType }) => changeType === "RENAMED")) {
				paths.set(number, null);
				return [];
			}
			const known = [...paths.get(number) ?? [], ...found.map(({ path }) => path)];
			const next = nextCursor(files.pageInfo, after);
			paths.set(number, next === null && known.length < files.totalCount ? null : known);
			return next === null ? [] : [{
				number,
				after: next
			}];
		});
		open = [...open.slice(taken.length), ...further];
	}
	return paths;
}
const bothPaths = ({ filename, previous_filename: before }) => before ? [before, filename] : [filename];
/** All files of a list that REST gives in pages; none when there are more than GitHub lists: a part decides nothing. */
async function allPaths(readPage) {
	const found = [];
	for (let page = 1; found.length < mostFiles; page += 1) {
		const files = await readPage(page);
		found.push(...files);
		if (files.length < filesPerPage) return found.flatMap(bothPaths);
	}
	return [];
}
const pullPaths = ({ client, owner, name }, number) => allPaths((page) => client.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
	owner,
	repo: name,
	pull_number: number,
	per_page: filesPerPage,
	page
}, changedFiles));
const commitPaths = ({ client, owner, name }, sha) => allPaths(async (page) => {
	const { files } = await client.rest("GET /repos/{owner}/{repo}/commits/{ref}", {
		owner,
		repo: name,
		ref: sha,
		per_page: filesPerPage,
		page
	}, commitFiles);
	return files ?? [];
});
/**
* Changed paths of each change, in the order given, both sides of a rename; read only where a path rule asks for
* them. Pull requests go 25 to a request; one that renames files is read again over REST, as direct pushes are.
*/
async function readChangedPaths(context, changes) {
	const numbers = changes.flatMap(({ number }) => number ?? []);
	const batches = Array.from({ length: Math.ceil(numbers.length / pullsPerRequest) }, (_, at) => numbers.slice(at * pullsPerRequest, (at + 1) * pullsPerRequest));
	const read = await inParallel(batches, (batch) => readBatch(context, batch));
	const pulls = new Map(read.flatMap((paths) => [...paths]));
	return inParallel(changes, async ({ number, commit }) => {
		if (number !== null) return pulls.get(number) ?? pullPaths(context, number);
		return commit === null ? [] : commitPaths(context, commit);
	});
}

// action/sources/github/queries/open-pulls.graphql.ts
/** Open pull requests, with what may mark them for the next release. */
const openPulls = `
  query OpenPulls($owner: String!, $name: String!, $base: String, $pageSize: Int!, $after: String) {
    repository(owner: $owner, name: $name) {
      page: pullRequests(
        states: OPEN, baseRefName: $base, orderBy: { field: CREATED_AT, direction: ASC }, first: $pageSize, after: $after
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          number
          title
          url
          author { login }
          milestone { title }
          labels(first: 50) { totalCount nodes { name } }
        }
      }
    }
  }
`;

// action/sources/github/read-open-pulls.ts
const openPullNode = object({
	number: int(),
	title: string(),
	url: string(),
	author: object({ login: string() }).nullable(),
	milestone: object({ title: string() }).nullable(),
	labels: object({ nodes: array(object({ name: string() }).nullable()).nullable() }).nullable()
});
const answer = object({ repository: object({ page: object({
	pageInfo: object({
		hasNextPage: boolean(),
		endCursor: string().nullable()
	}),
	nodes: array(openPullNode.nullable()).nullable()
}) }).nullable() });
const fold = (text) => text.toLowerCase();
/** Open pull requests with one of the labels or milestones, the oldest first. @param base their base branch */
async function readOpenPulls({ client, owner, name, key, pageSize }, base, marks) {
	const labels = new Set(marks.labels.map(fold));
	const milestones = new Set(marks.milestones.map(fold));
	const found = [];
	let after = null;
	do {
		const { data, errors } = await client.graphql((failures) => ({
			document: openPulls,
			variables: {
				owner,
				name,
				base,
				pageSize: Math.max(1, pageSize >> failures),
				after
			}
		}), answer);
		const { page } = requireRepository(key, data.repository, errors);
		const [gap] = gapsOf(errors);
		if (gap) throw new ZenPulseError("github_bad_answer", {
			what: `the open pull requests of ${key}`,
			why: gap
		});
		for (const pull of page.nodes ?? []) {
			if (!pull) continue;
			const names = (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []);
			if (!(names.some((label) => labels.has(fold(label))) || milestones.has(fold(pull.milestone?.title ?? "")))) continue;
			const { number, title, url } = pull;
			found.push({
				number,
				title: visibleText(title),
				url,
				author: pull.author?.login ?? null,
				labels: names
			});
		}
		after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
	} while (after !== null);
	return found;
}

// action/sources/github/direct-pushes.ts
/** Commits of the window without a child in it: where its lines start. */
function tipsOf(commits) {
	const parents = new Set([...commits.values()].flatMap((commit) => commit.parents));
	return [...commits.keys()].filter((sha) => !parents.has(sha));
}
const sideBranchNotice = (count, branch) => ({
	code: "side_branch_merges",
	text: `${count} pull request${count === 1 ? "" : "s"} merged into other branches reached ${branch} in this window; a tag range counts them.`
});
/** Commits that no pull request brought; told as far as the commits were read. */
function directPushes({ commits, tip, total }, pulls, { base, url, isWithin }) {
	const tips = tip !== null && commits.has(tip) ? [tip, ...tipsOf(commits)] : tipsOf(commits);
	const { loose, nested, mainLine } = unaccountedCommits(commits, tips, pulls);
	const numberOf = ({ message }) => describeMessage(message).pull?.number ?? null;
	const isAside = (commit) => !mainLine.has(commit.sha) && numberOf(commit) !== null;
	const ofBase = new Set(pulls.filter(({ baseRefName }) => baseRefName === base).map(({ number }) => number));
	const known = pulls.filter(({ baseRefName, mergeCommit }) => baseRefName !== base && commits.has(mergeCommit?.oid ?? ""));
	const sideCount = [.../* @__PURE__ */ new Set([...known.map(({ number }) => number), ...[...nested, ...loose].filter(isAside).flatMap((commit) => numberOf(commit) ?? [])])].filter((number) => !ofBase.has(number)).length;
	const pushes = loose.filter((commit) => isWithin(commit.at) && !isAside(commit)).map((commit) => pushChange(commit, url));
	const unread = total - commits.size;
	const notices = [];
	if (unread > 0) notices.push({
		code: "commits_truncated",
		text: `Truncated: commits without a pull request were looked for among the newest ${commits.size} of ${total} commits; a tag range reads all.`
	});
	const ofPulls = mergeCommitsOf(pulls);
	const older = [...commits.values()].filter((commit) => mainLine.has(commit.sha) && !ofPulls.has(commit.sha) && numberOf(commit) === null && commit.parents.slice(1).some((parent) => !commits.has(parent)));
	if (unread === 0 && older.length > 0) notices.push({
		code: "commits_truncated",
		text: `Truncated: ${older.length} merge${older.length === 1 ? "" : "s"} by hand brought commits made before the window, which are not listed; a tag range reads all.`
	});
	if (sideCount > 0) notices.push(sideBranchNotice(sideCount, base));
	return {
		pushes,
		notices
	};
}

// action/sources/github/queries/date-window.graphql.ts
/**
* One page of a date window. The first carries the rules; every later one reads the newest again (`head`), since a
* pull request updated during the walk jumps ahead of it; each carries a page of the branch's commits.
*/
const dateWindow = `
  query DateWindow(
    $owner: String!, $name: String!, $base: String, $branch: String!, $isDefault: Boolean!,
    $isFirst: Boolean!, $isLater: Boolean!, $withCommits: Boolean!,
    $pageSize: Int!, $after: String, $since: GitTimestamp!, $until: GitTimestamp!, $commitsAfter: String
  ) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      url
      isPrivate
      defaultBranchRef { name }
      ...RulesFields @include(if: $isFirst)
      page: pullRequests(
        states: MERGED, baseRefName: $base, orderBy: { field: UPDATED_AT, direction: DESC },
        first: $pageSize, after: $after
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PullFields }
      }
      head: pullRequests(
        states: MERGED, baseRefName: $base, orderBy: { field: UPDATED_AT, direction: DESC }, first: $pageSize
      ) @include(if: $isLater) {
        nodes { ...PullFields }
      }
      defaultBranch: defaultBranchRef @include(if: $isDefault) { name ...BranchFields @include(if: $withCommits) }
      namedBranch: ref(qualifiedName: $branch) @skip(if: $isDefault) { name ...BranchFields @include(if: $withCommits) }
    }
    organization: repository(owner: $owner, name: ".github") @include(if: $isFirst) { ...RulesFields }
  }
  fragment BranchFields on Ref {
    target {
      ... on Commit {
        oid
        history(first: 100, since: $since, until: $until, after: $commitsAfter) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...CommitFields }
        }
      }
    }
  }
  ${pullFields}
  ${commitFields}
  ${rulesFields}
`;

// action/sources/github/read-date-window.ts
const emptyHistory = {
	tip: null,
	commits: /* @__PURE__ */ new Map(),
	after: null,
	total: 0
};
function addHistory(history, branch) {
	const target = branch?.target;
	if (!target) return history;
	const { nodes, pageInfo, totalCount } = target.history;
	const found = (nodes ?? []).flatMap((node) => node === null ? [] : ofGraphql(node));
	return {
		tip: target.oid,
		commits: new Map([...history.commits, ...found.map((commit) => [commit.sha, commit])]),
		after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
		total: totalCount
	};
}
/**
* One request: a page of the merged pull requests, newest update first. The first brings the rules; every further
* one reads the head of the list again and takes the next page of the branch's commits along, so neither costs a
* request of its own.
*/
async function readPage({ client, owner, name, key, pageSize }, { baseBranch }, { start, end }, before) {
	const walk = before?.walk ?? startWalk;
	const history = before?.history ?? emptyHistory;
	const withCommits = before === null || history.after !== null;
	const variables = {
		owner,
		name,
		base: baseBranch ?? null,
		branch: `refs/heads/${baseBranch ?? ""}`,
		isDefault: baseBranch === void 0,
		isFirst: before === null,
		isLater: before !== null,
		withCommits,
		after: walk.after,
		since: start,
		until: end,
		commitsAfter: history.after
	};
	let size = pageSize;
	const { data, errors } = await client.graphql((failures) => {
		size = Math.max(1, pageSize >> failures);
		return {
			document: dateWindow,
			variables: {
				...variables,
				pageSize: size
			}
		};
	}, dateWindowAnswer);
	const repository = requireRepository(key, data.repository, errors);
	const { page, head, defaultBranch, namedBranch } = repository;
	return {
		walk: addPage(head ? addHead(walk, head.nodes) : walk, page, {
			start,
			size
		}),
		history: withCommits ? addHistory(history, defaultBranch ?? namedBranch) : history,
		repository: before?.repository ?? repository,
		rules: before?.rules ?? rulesOf(key, repository.rules, data.organization?.rules),
		gaps: [...before?.gaps ?? [], ...gapsOf(errors)]
	};
}
/** Walks down to the window's start. */
async function collect(context, query, window) {
	let collected = await readPage(context, query, window, null);
	while (collected.walk.after !== null) collected = await readPage(context, query, window, collected);
	return collected;
}
const isWithin = (at, { start, end }) => Date.parse(at) >= Date.parse(start) && Date.parse(at) < Date.parse(end);
/** What merged into one branch in a span of time. @throws ZenPulseError `branch_unknown` and what the client throws */
async function readDateWindow(context, query, window) {
	const collected = await collect(context, query, window);
	const { walk, repository, rules, gaps } = collected;
	const base = query.baseBranch ?? repository.defaultBranchRef?.name;
	if (base === void 0 || query.baseBranch !== void 0 && !repository.namedBranch) {
		const known = [repository.defaultBranchRef?.name].filter((branch) => branch !== void 0);
		throw new ZenPulseError("branch_unknown", {
			branch: base ?? "(none)",
			repository: context.key,
			known
		});
	}
	const merged = [...walk.pulls.values()].map(mergeAdopter([...collected.history.commits.values()].reverse()));
	const ofWindow = merged.filter(({ baseRefName, mergedAt }) => baseRefName === base && isWithin(mergedAt ?? "", window));
	const pulls = pullChanges(ofWindow, collected.history.commits);
	const { pushes, notices } = directPushes(collected.history, merged, {
		base,
		url: repository.url,
		isWithin: (at) => isWithin(at, window)
	});
	const found = [...pulls, ...pushes];
	const triggered = await readTriggered(context, query.triggerPulls, found);
	const allGaps = [
		...gaps,
		...walk.gaps,
		...ofWindow.flatMap(gapsOfPull),
		...triggered.gaps
	];
	const changes = [...triggered.changes, ...found].sort((left, right) => Date.parse(left.at) - Date.parse(right.at) || (left.number ?? 0) - (right.number ?? 0));
	return {
		repository: {
			key: context.key,
			url: repository.url,
			base_branch: base,
			window: {
				kind: "dates",
				spec: window.spec,
				base: null,
				head: null
			},
			labels_known: true
		},
		isPrivate: repository.isPrivate,
		changes,
		timeframe: {
			start: window.start,
			end: window.end
		},
		rules,
		complete: allGaps.length + triggered.notices.length === 0,
		notices: [
			...gapNotices(context.key, allGaps),
			...notices,
			...triggered.notices
		]
	};
}

// action/sources/github.ts
/** Loaded when needed: only a writer that reads on looks at single changes. */
function lazyDetails(context) {
	const load = async () => (await import("./github-details.js")).githubDetails(context);
	return {
		pull: async (number) => (await load()).pull(number),
		files: async (number, withPatches) => (await load()).files(number, withPatches),
		commits: async (number) => (await load()).commits(number),
		commit: async (sha) => (await load()).commit(sha)
	};
}
/** GitHub's own bound on a page of GraphQL. */
const largestPage = 100;
/**
* Merged pull requests of one repository from GitHub's API, github.com or an Enterprise Server.
* @param key owner/name
*/
function createGitHubSource(key, address, edges, limits) {
	const [owner = "", name = ""] = key.split("/");
	const context = {
		key,
		owner,
		name,
		client: createGitHubClient(key, address, edges, limits),
		pageSize: largestPage
	};
	return {
		kind: "github",
		key,
		hasCheapPaths: false,
		async read(query) {
			const { window } = query;
			if (window.kind === "dates") return readDateWindow(context, query, window);
			return (await import("./read-tag-window.js")).readTagWindow(context, query, window);
		},
		openPulls: (base, marks) => readOpenPulls(context, base, marks),
		changedPaths: (changes) => readChangedPaths(context, changes),
		details: lazyDetails(context)
	};
}

// action/supported.ts
/** Inputs of the action whose work is delivery, which this version does not do. */
const deliveryInputs = [
	"slack_webhook_url",
	"slack_bot_token",
	"callback_signing_secret"
];
/** Refuses inputs that would have no effect. @throws ZenPulseError `not_in_this_version` */
function requireSupportedInputs(inputs) {
	const given = deliveryInputs.find((field) => inputs[field] !== void 0);
	if (given === void 0) return;
	throw new ZenPulseError("not_in_this_version", {
		what: `Delivery, which ${given} is for,`,
		instead: `Leave ${given} out; a later step can send the outputs.`
	});
}
/** Refuses what a request may ask for by contract but this version cannot do. @throws ZenPulseError `not_in_this_version` */
function requireSupported(request) {
	if (request.callback_url !== void 0) throw new ZenPulseError("not_in_this_version", {
		what: "Sending to callback_url",
		instead: "Leave callback_url out; a later step can send the outputs, a script what --json prints."
	});
}

// action/runner.ts
/** Outputs of a job together may be 1 MB; the report is in the artifact whole. */
const maxOutputBytes = 9e5;
const noOutputs = {
	status: "failed",
	has_changes: "false",
	summary_message: "",
	report_path: "",
	artifact_id: "",
	artifact_url: "",
	artifact_digest: "",
	pipeline_run_id: "",
	metrics: ""
};
const setOutputs = (outputs) => {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
};
function openSources({ request, action }, context, edges) {
	const { github_token: token } = action;
	if (token === void 0) throw new ZenPulseError("github_token_missing", { repository: request.repo.join(", ") });
	return request.repo.map((key) => {
		if (!repositoryKey.safeParse(key).success) {
			const problem = {
				field: "repo",
				got: JSON.stringify(key),
				accepts: "accepts owner/name in a workflow"
			};
			throw new ZenPulseError("request_invalid", { problems: [problem] });
		}
		return createGitHubSource(key, context.address, {
			...edges,
			token: async () => token
		});
	});
}
async function readRules(path, workspace) {
	if (path === void 0) return null;
	try {
		return {
			text: await readFile(resolve(workspace, path), "utf8"),
			source: path
		};
	} catch (error) {
		const cause = error instanceof Error ? error.message : String(error);
		throw new ZenPulseError("file_unreadable", {
			path,
			cause
		}, { cause: error });
	}
}
/** The workflow's own repository needs no request to tell its default branch: the event does. */
function withKnownBranch(request, { repository, defaultBranch }) {
	const isOwn = request.repo.length === 1 && request.repo[0] === repository;
	return request.base_branch === void 0 && isOwn && defaultBranch !== null ? {
		...request,
		base_branch: defaultBranch
	} : request;
}
async function keep({ id, context, retentionDays }, files) {
	const folder = join(context.tempFolder, `zenpulse-${id}`);
	const paths = await writeFiles(folder, files);
	const name = `zenpulse-report-${context.attempt}-${id}`;
	return {
		paths,
		...await uploadArtifact(name, folder, [...paths.values()], retentionDays)
	};
}
const artifactUrl = ({ serverUrl, repository, runId }, { id }) => `${serverUrl}/${repository}/actions/runs/${runId}/artifacts/${id}`;
/** Counts, and reasons by number, in a group of the log; no text of a pull request goes there. */
function announce({ manifest, results }) {
	const { preflight_merged_pr_count: merged, included_pr_count: included, direct_push_count: pushes } = results.metrics;
	startGroup(`Merged pull requests: ${merged}; included: ${included}; commits without one: ${pushes}`);
	for (const { key, reason } of manifest.pull_requests) if (reason) info(`${key} left out: ${reason.code}`);
	endGroup();
	for (const { text } of manifest.notices) warning(text);
	if (results.degraded !== null) warning(`The report is plainer than asked for: ${results.degraded}.`);
}
/** The agent with its tools where a model was asked for; nothing of it is loaded otherwise. */
async function loadWriters(request, { action }, sources, { context, edges }) {
	const { openWriters } = await import("./open-writers.js");
	return openWriters(request, {
		apiKey: action.llm_api_key,
		baseUrl: action.llm_base_url,
		edges,
		newNonce: edges.newId,
		signal: edges.signal,
		openTools: async (manifest, onNotice) => {
			const { openToolBox } = await import("./open-tool-box.js");
			return openToolBox({
				manifest,
				sources,
				mcpServer: action.mcp_server ?? (request.llm_model === "embedded" ? "builtin" : "github"),
				github: action.github_token === void 0 ? null : {
					token: action.github_token,
					serverUrl: context.serverUrl
				},
				environment: edges.variables,
				fetch: edges.fetch,
				install: () => installPinnedServer(context.tempFolder, edges),
				onNotice
			});
		}
	});
}
async function installPinnedServer(tempFolder, { platform, arch }) {
	const [{ installServer }, cache] = await Promise.all([import("./install-server.js"), import("./tool-cache.js")]);
	return installServer({
		cache,
		tempFolder,
		platform,
		arch
	});
}
async function report(run, inputs, onPartial) {
	const { context, edges } = run;
	const request = withKnownBranch(inputs.request, context);
	requireSupported(request);
	requireSupportedInputs(inputs.action);
	const pipelineRunId = `${context.runId}-${context.attempt}`;
	const sources = openSources({
		...inputs,
		request
	}, context, edges);
	const result = await pulse(request, {
		sources,
		clock: edges.clock,
		loadWriters: () => loadWriters(request, inputs, sources, run),
		rules: await readRules(inputs.action.config_file, context.workspace),
		requestId: request.request_id ?? pipelineRunId,
		pipelineRunId,
		tool: {
			name: "zenpulse",
			version,
			runtime: edges.runtime
		},
		secrets: secretsIn(edges.variables),
		isPublic: context.isPublic,
		allowsPrivateSources: !context.isPublic || inputs.action.allow_private_sources,
		onPartial,
		onStep: (name) => info(`Step: ${name}`)
	});
	announce(result);
	await summary.addRaw(await jobSummary(result)).write();
	const kept = result.status === "completed" ? await group("Run artifact", () => keep(run, result.files)) : null;
	setOutputs({
		status: result.status,
		has_changes: String(result.status === "completed"),
		summary_message: shortenMarkdown(result.results.summary_message ?? "", maxOutputBytes, "the run artifact"),
		report_path: kept?.paths.get("report.md") ?? "",
		artifact_id: kept?.id ?? "",
		artifact_url: kept ? artifactUrl(context, kept) : "",
		artifact_digest: kept?.digest ?? "",
		metrics: JSON.stringify(result.results.metrics)
	});
}
/** Tells a failure and keeps what exists: an error with a manifest can be looked into. */
async function fail(run, thrown, partial) {
	const error = toZenPulseError(thrown);
	setFailed(`${error.message}\nNext: ${error.nextStep}`);
	if (!run || partial.length === 0 || error.code === "artifact_failed") return;
	try {
		const kept = await keep(run, partial);
		setOutputs({
			artifact_id: kept.id,
			artifact_url: artifactUrl(run.context, kept),
			artifact_digest: kept.digest
		});
	} catch (second) {
		warning(toZenPulseError(second).message);
	}
}
/** One run of the action: masks, reads inputs, reports, and turns a failure into a failed step that says what to do. */
async function run(edges) {
	for (const secret of secretsIn(edges.variables)) setSecret(secret);
	setOutputs(noOutputs);
	let partial = [];
	let current = null;
	try {
		const context = await readRunContext(edges.variables);
		setOutputs({ pipeline_run_id: `${context.runId}-${context.attempt}` });
		const inputs = readInputs(edges.variables);
		current = {
			id: edges.newId(),
			context,
			edges,
			retentionDays: inputs.action.retention_days
		};
		await report(current, inputs, (files) => {
			partial = files;
		});
	} catch (thrown) {
		await fail(current, thrown, partial);
	}
}

// action/run.ts
const isProxied = [
	"https_proxy",
	"HTTPS_PROXY",
	"http_proxy",
	"HTTP_PROXY"
].some((name) => process.env[name]);
scrubTracing(process.env);
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopping.abort(new Error(signal)));
await run({
	variables: process.env,
	fetch: isProxied && defaults.request?.fetch || globalThis.fetch,
	clock: () => /* @__PURE__ */ new Date(),
	sleep: (ms, signal) => setTimeout(ms, void 0, signal && { signal }),
	random: Math.random,
	newId: randomUUID,
	runtime: `node ${process.version}`,
	platform: process.platform,
	arch: process.arch,
	signal: stopping.signal
});
process.exit();

export {  };