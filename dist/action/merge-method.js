import { c as splitTrailingNumber } from "./after-reading.js";

// action/sources/github/merge-method.ts
const noLinks = /* @__PURE__ */ new Map();
const subjectOf = (message) => message.split("\n", 1)[0] ?? "";
/**
* A rebase keeps the authored date of the last commit; a squash is authored when it is made, and GitHub ends its
* subject with the number. Null without a merge commit.
*/
function mergeMethod({ number, mergeCommit, commits }) {
	if (!mergeCommit) return null;
	if (mergeCommit.parents.totalCount > 1) return "merge";
	if (commits.nodes?.at(-1)?.commit.authoredDate === mergeCommit.authoredDate) return "rebase";
	return splitTrailingNumber(subjectOf(mergeCommit.message)).number === number || commits.totalCount <= 1 ? "squash" : "unclear";
}
/**
* Commits of a rebase merge, newest first. GitHub's links say which they are. Where they were not asked for, or do not
* know the merge yet, as many as the pull request has commits; GitHub leaves out merges and commits that change
* nothing, so the count may reach too far: not beyond a merge or another pull request.
* @param merged merge commits of all pull requests known
*/
function rebasedCommits(pull, commits, merged, links) {
	const method = mergeMethod(pull);
	const isLinked = (sha) => links.get(sha)?.has(pull.number) ?? false;
	const oid = pull.mergeCommit?.oid ?? "";
	const isKnown = isLinked(oid);
	if (method !== "rebase" && !(method === "unclear" && isKnown)) return [];
	const found = [];
	let at = commits.get(oid);
	while (at && found.length < pull.commits.totalCount && at.parents.length < 2) {
		const isOther = merged.has(at.sha) || isKnown && links.has(at.sha) && !isLinked(at.sha);
		if (found.length > 0 && isOther) break;
		found.push(at);
		at = commits.get(at.parents[0] ?? "");
	}
	return found;
}
/** Commits whose links tell how far the rebases among pull requests reach; none where every merge is one commit. */
function commitsInDoubt(pulls, commits, merged) {
	return pulls.flatMap((pull) => {
		const found = rebasedCommits(pull, commits, merged, mergeMethod(pull) === "unclear" ? /* @__PURE__ */ new Map([[pull.mergeCommit?.oid ?? "", /* @__PURE__ */ new Set([pull.number])]]) : noLinks);
		return found.length > 1 ? found : [];
	});
}
const mergeCommitsOf = (pulls) => new Set(pulls.flatMap(({ mergeCommit }) => mergeCommit?.oid ?? []));

export { rebasedCommits as a, noLinks as i, mergeCommitsOf as n, mergeMethod as r, commitsInDoubt as t };