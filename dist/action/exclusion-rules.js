import { l as foldedText } from "./after-reading.js";
import { I as visibleText } from "./start.js";
import { n as pathMatcher } from "./linear-pattern.js";
import { n as titleRule } from "./title-rule.js";

// rules/author-rule.ts
/** GitHub's coding agent has three names: its login over REST and over GraphQL, and the one that its page shows. */
const codingAgent = "copilot-swe-agent[bot]";
const codingAgentNames = [
	"copilot",
	"copilot[bot]",
	"copilot-swe-agent"
];
/** An account in one spelling; `app/dependabot` is how GitHub's search writes `dependabot[bot]`. */
function accountOf(name) {
	const folded = foldedText(name);
	const account = folded.startsWith("app/") ? `${folded.slice(4)}[bot]` : folded;
	return codingAgentNames.includes(account) ? codingAgent : account;
}
const botMark = "[bot]";
const withoutMark = (account) => account.endsWith(botMark) ? account.slice(0, -5) : account;
/**
* The rule that names an author; undefined where none does. A login decides where it is known: a rule without
* the mark means a bot of that name too, one with it only the bot. A display name anybody can choose, so it counts
* only where it is all that is known.
*/
function authorRule(rules) {
	const byAccount = new Map(rules.map((rule) => [accountOf(rule), rule]));
	const byName = new Map(rules.map((rule) => [withoutMark(accountOf(rule)), rule]));
	byName.delete("");
	return ({ login, name }) => {
		if (!login) return name ? byName.get(withoutMark(accountOf(name))) : void 0;
		const account = accountOf(login);
		return byAccount.get(account) ?? byAccount.get(withoutMark(account));
	};
}

// rules/exclusion-rules.ts
/** Rules and labels are untrusted text, and a reason is read in terminals. */
const because = (code, detail) => ({
	code,
	detail: visibleText(detail)
});
/** The rules of a repository file and the request as one function, most specific reason first. */
function exclusionRules(file, ignoredPulls) {
	const { authors, labels, paths: excludedPaths, titles } = file.excludes;
	const ignored = new Set(ignoredPulls);
	const authorRuleOf = authorRule(authors);
	const labelSet = new Set(labels.map(foldedText));
	const titleRuleOf = titleRule(titles);
	const isExcludedPath = pathMatcher(excludedPaths);
	const isIncludedPath = pathMatcher(file.includes.paths);
	return (change, paths) => {
		if (change.number !== null && ignored.has(change.number)) return because("ignored_prs", "named in ignored_prs");
		const label = change.labels?.find((each) => labelSet.has(foldedText(each)));
		if (label !== void 0) return because("label", `label ${label}`);
		const author = authorRuleOf(change.author);
		if (author !== void 0) return because("author", `author rule ${author}`);
		const title = titleRuleOf(change.title);
		if (title !== void 0) return because("title", `title rule ${title}`);
		if (paths === void 0 || paths.length === 0) return null;
		if (excludedPaths.length > 0 && paths.every((path) => isExcludedPath(path))) return because("path", `changes only ${excludedPaths.join(", ")}`);
		if (file.includes.paths.length > 0 && !paths.some((path) => isIncludedPath(path))) return because("outside_paths", `touches none of ${file.includes.paths.join(", ")}`);
		return null;
	};
}

export { exclusionRules as t };