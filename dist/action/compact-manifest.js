import { n as visibleText } from "./visible-text.js";

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

export { pullIds as n, compactPulls as t };