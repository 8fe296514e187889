import { s as array, w as string, y as object } from "./iso.js";
import { t as require_dist } from "./dist.js";
import { r as problemsOf, t as ZenPulseError } from "./zenpulse-error.js";
import { t as repositoryFile } from "./repository-file.js";
import { n as regexMatcher, t as globMatcher } from "./linear-pattern.js";

// action/window/read-repository-file.ts
var import_dist = require_dist();
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