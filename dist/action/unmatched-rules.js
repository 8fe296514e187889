import { I as visibleText, a as noRules } from "./start.js";
import { t as exclusionRules } from "./exclusion-rules.js";
import { n as pathMatcher } from "./linear-pattern.js";

// rules/unmatched-rules.ts
const noExcludes = {
	labels: [],
	authors: [],
	titles: [],
	paths: []
};
/**
* The rules that matched nothing of what was looked at, each as `excludes.authors "renovate"`, in the order of the file.
* A rule that matches beside another one counts as matching. The default labels are nobody's rules.
*/
function unmatchedRules({ excludes, includes }, { subjects, paths, labelsKnown }) {
	const leavesOutNothing = (field) => (rule) => {
		const alone = exclusionRules({
			...noRules,
			excludes: {
				...noExcludes,
				[field]: [rule]
			},
			includes: { paths: [] }
		}, []);
		return subjects.every((subject) => alone(subject, void 0) === null);
	};
	const isNoPath = (rule) => !paths.some(pathMatcher([rule]));
	const found = {
		"excludes.labels": (labelsKnown ? excludes.labels.filter((label) => !noRules.excludes.labels.includes(label)) : []).filter(leavesOutNothing("labels")),
		"excludes.authors": excludes.authors.filter(leavesOutNothing("authors")),
		"excludes.titles": excludes.titles.filter(leavesOutNothing("titles")),
		"excludes.paths": excludes.paths.filter(isNoPath),
		"includes.paths": includes.paths.filter(isNoPath)
	};
	return Object.entries(found).flatMap(([field, rules]) => rules.map((rule) => `${field} "${visibleText(rule)}"`));
}

export { unmatchedRules };