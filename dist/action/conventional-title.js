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
const form = /^(?<type>[a-z]+)(?:\((?<scope>[^()]*)\))?(?<breaking>!)?:\s*(?<subject>\S.*)$/i;
/** Null for a title that is not conventional; a word before a colon counts only when it is a known type. */
function conventionalTitle(title) {
	const { type = "", scope, breaking, subject = "" } = form.exec(title)?.groups ?? {};
	const kind = kindOfType.get(type.toLowerCase());
	if (!kind) return null;
	return {
		kind: breaking ? "breaking" : kind,
		scope: scope?.trim() || null,
		subject
	};
}

export { conventionalTitle as t };