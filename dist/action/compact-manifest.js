import { B as visibleText } from "./start.js";

// action/agent/prompt/compact-manifest.ts
function pullIds({ repositories }) {
	const [only] = repositories;
	if (!only || repositories.length > 1) return {
		idOf: ({ key }) => key,
		keyOf: (id) => id.trim()
	};
	return {
		idOf: ({ number }) => `#${number}`,
		keyOf: (id) => /^#?\d+$/.test(id.trim()) ? `${only.key}#${id.trim().replace("#", "")}` : id.trim()
	};
}
/** Longest title shown, in characters; GitHub's own limit is 256. */
const longestTitle = 256;
const field = (text) => visibleText(text).slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, "");
/** Pull requests, one line each: id, kind, author, title. Excluded ones are left out here too. */
const compactPulls = (pulls, { idOf }) => pulls.filter(({ decision }) => decision === "included").map((pull) => [
	idOf(pull),
	pull.kind,
	field(pull.author ?? ""),
	field(pull.title ?? "")
].join("	")).join("\n");
/** Direct pushes listed at most: they tell little, and must not crowd out what merged. */
const mostPushes = 40;
/** Characters of a SHA that a model is shown: enough to name a commit, a quarter of the tokens. */
const shownSha = 10;
/** Commits without a pull request, one line each like pull requests; a last line says how many were left out. */
function compactPushes(pushes) {
	const included = pushes.filter(({ decision }) => decision === "included");
	const lines = included.slice(0, 40).map(({ commit, author, title }) => [
		commit.slice(0, shownSha),
		"push",
		field(author ?? ""),
		field(title ?? "")
	].join("	"));
	const isCut = included.length > 40;
	return [...lines, ...isCut ? [`[truncated: ${40} of ${included.length} pushes]`] : []].join("\n");
}

export { compactPushes as n, pullIds as r, compactPulls as t };