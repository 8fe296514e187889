import { B as visibleText } from "./start.js";
import { n as regexMatcher, t as globMatcher } from "./linear-pattern.js";

// rules/exclusion-rules.ts
const fold = (name) => name.toLowerCase().replace(/\[bot\]$/, "");
/** Rules and labels are untrusted text, and a reason is read in terminals. */
const because = (code, detail) => ({
	code,
	detail: visibleText(detail)
});
/** The rules of a repository file and the request as one function, most specific reason first. */
function exclusionRules(file, ignoredPulls) {
	const { authors, labels, paths: excludedPaths, titles } = file.excludes;
	const ignored = new Set(ignoredPulls);
	const authorOf = new Map(authors.map((author) => [fold(author), author]));
	const labelSet = new Set(labels.map((label) => label.toLowerCase()));
	const patterns = titles.map((source) => ({
		source,
		matches: regexMatcher(source)
	}));
	const isExcludedPath = globMatcher(excludedPaths);
	const isIncludedPath = globMatcher(file.includes.paths);
	return (change, paths) => {
		if (change.number !== null && ignored.has(change.number)) return because("ignored_prs", "named in ignored_prs");
		const label = change.labels?.find((each) => labelSet.has(each.toLowerCase()));
		if (label !== void 0) return because("label", `label ${label}`);
		const author = [change.author.login, change.author.name].find((name) => name && authorOf.has(fold(name)));
		if (author) return because("author", `author rule ${authorOf.get(fold(author))}`);
		const title = patterns.find(({ matches }) => matches(change.title));
		if (title) return because("title", `title rule ${title.source}`);
		if (paths === void 0 || paths.length === 0) return null;
		if (excludedPaths.length > 0 && paths.every((path) => isExcludedPath(path))) return because("path", `changes only ${excludedPaths.join(", ")}`);
		if (file.includes.paths.length > 0 && !paths.some((path) => isIncludedPath(path))) return because("outside_paths", `touches none of ${file.includes.paths.join(", ")}`);
		return null;
	};
}

export { exclusionRules };