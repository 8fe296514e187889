import { i as mergeAdopter, n as pushChange, r as settleCommits, t as knownAs } from "./known-as.js";
import { n as mergeCommitsOf } from "./merge-method.js";
import { a as ofGraphql, t as isContained } from "./range-commits.js";
import { nt as ZenPulseError } from "./start.js";
import { t as inParallel } from "./in-parallel.js";

// action/sources/github/direct-pushes.ts
/** Commits of the window without a child in it: where its lines start, the branch's own first. */
function tipsOf({ commits, tip }) {
	const parents = new Set([...commits.values()].flatMap((commit) => commit.parents));
	const starts = [...commits.keys()].filter((sha) => !parents.has(sha));
	return tip !== null && commits.has(tip) ? [tip, ...starts] : starts;
}
/** Commits of the window on the branch's own line of first parents. */
function mainLineOf({ commits, tip }) {
	const line = /* @__PURE__ */ new Set();
	for (let at = commits.get(tip ?? ""); at && !line.has(at.sha); at = commits.get(at.parents[0] ?? "")) line.add(at.sha);
	return line;
}
const sideBranchNotice = (count, branch) => ({
	code: "side_branch_merges",
	text: `${count} pull request${count === 1 ? "" : "s"} merged into other branches reached ${branch} in this window; a tag range counts them.`
});
const namesPull = ({ facts }) => facts.pulls.length > 0;
/**
* Direct pushes among the commits of a window of dates, and what could not be looked at. A commit that came with
* another branch and names a pull request was merged there, not pushed here.
* @param counted numbers that the window counts
*/
function directPushes({ commits, total }, { pushes, pulls, unaccounted: { loose, nested, mainLine } }, { counted, base }) {
	const isAside = (commit) => !mainLine.has(commit.sha) && namesPull(commit);
	const known = pulls.filter(({ baseRefName, mergeCommit }) => baseRefName !== base && commits.has(mergeCommit?.oid ?? ""));
	const aside = /* @__PURE__ */ new Set([...known.map(({ number }) => number), ...[...nested, ...loose].filter(isAside).flatMap(({ facts }) => facts.pulls.map(({ number }) => number))]);
	const ofBase = new Set(pulls.filter(({ baseRefName }) => baseRefName === base).map(({ number }) => number));
	const sideCount = [...aside].filter((number) => !ofBase.has(number) && !counted.has(number)).length;
	const unread = total - commits.size;
	const notices = [];
	if (unread > 0) notices.push({
		code: "commits_truncated",
		text: `Truncated: commits without a pull request were looked for among the newest ${commits.size} of ${total} commits; a tag range reads all.`
	});
	const ofPulls = mergeCommitsOf(pulls);
	const older = [...commits.values()].filter((commit) => mainLine.has(commit.sha) && !ofPulls.has(commit.sha) && !namesPull(commit) && commit.parents.slice(1).some((parent) => !commits.has(parent)));
	if (unread === 0 && older.length > 0) notices.push({
		code: "commits_truncated",
		text: `Truncated: ${older.length} merge${older.length === 1 ? "" : "s"} by hand brought commits made before the window, which are not listed; a tag range reads all.`
	});
	if (sideCount > 0) notices.push(sideBranchNotice(sideCount, base));
	return {
		pushes: pushes.filter((commit) => !isAside(commit)),
		notices
	};
}

// action/sources/github/lost-merges.ts
/** Merges looked up one by one at most; of further ones GitHub's word is taken. */
const mostAsked = 20;
/** True when every commit of the branch in the window was read, so that one that is not there is not on the branch. */
const isWhole = ({ after, commits, total, gaps }) => after === null && total <= commits.size && gaps.length === 0;
/**
* Pull requests that merged and whose merge is not on the branch any more, as after a forced push. What the commits
* read do not show is asked of GitHub, one request each, for dates alone may deceive; where it cannot say, the pull
* request stays.
*/
async function lostMerges(context, history, pulls, isWithin) {
	const { tip } = history;
	if (tip === null || !isWhole(history)) return /* @__PURE__ */ new Set();
	const isMissing = ({ mergeCommit }) => mergeCommit?.committedDate !== void 0 && isWithin(mergeCommit.committedDate) && !history.commits.has(mergeCommit.oid);
	const missing = pulls.filter(isMissing).slice(0, mostAsked);
	const answers = await inParallel(missing, async ({ mergeCommit }) => {
		try {
			return await isContained(context, mergeCommit?.oid ?? "", tip);
		} catch (error) {
			if (error instanceof ZenPulseError && error.code === "github_unavailable") return true;
			throw error;
		}
	});
	return new Set(missing.filter((_, at) => answers[at] === false));
}
/** Says which pull requests were left out because their merge is gone. */
const lostNotices = (key, lost, base) => [...lost].map(({ number }) => ({
	code: "merge_not_on_branch",
	text: `${key}#${number} merged into ${base}, but its merge is no longer on the branch, as after a forced push; it is left out.`
}));

// action/sources/github/settle-date-window.ts
const isByBot = ({ facts }) => facts.pulls.some(({ form, isByBot: is }) => is && form === "merge");
/**
* Settles what the requests of a window brought: which pull requests merged into the branch, and what its other commits
* came by.
* @param base the branch
*/
async function settleDateWindow(asked, { walk, history: listed, repository }, { base, isWithin }) {
	const context = knownAs(asked, repository);
	const commits = [...listed.commits.values()].map((node) => ofGraphql(node, context.messages));
	const oldestFirst = new Map(commits.reverse().map((commit) => [commit.sha, commit]));
	const history = {
		...listed,
		commits: oldestFirst
	};
	const adoptOfBase = mergeAdopter(oldestFirst, true);
	const adopt = (pull) => pull.baseRefName === base || pull.baseRef === null ? adoptOfBase(pull) : pull;
	const pulls = [...walk.pulls.values()].map(adopt);
	const mainLine = mainLineOf(history);
	const isOfBase = ({ baseRefName, baseRef, mergeCommit }) => baseRefName === base || baseRef === null && mainLine.has(mergeCommit?.oid ?? "");
	const belongs = (pull) => isOfBase(pull) && isWithin(pull.mergedAt ?? "");
	const lost = await lostMerges(context, history, pulls.filter(belongs), isWithin);
	const standing = pulls.filter((pull) => !lost.has(pull));
	const numbers = new Set(standing.filter(isOfBase).map(({ number }) => number));
	const isOpen = ({ facts }) => facts.pulls.some(({ number }) => !numbers.has(number)) || facts.pulls.length === 0 && facts.pickedFrom.length > 0;
	const landed = (commit, { landing }) => {
		const merge = landing.get(commit.sha);
		return merge && isByBot(merge) && isByBot(commit) ? merge : commit;
	};
	const settled = await settleCommits(context, {
		commits: oldestFirst,
		tips: tipsOf(history),
		pulls: standing,
		toAsk: (unaccounted) => [...unaccounted.loose, ...unaccounted.nested].filter((commit) => {
			const { sha, at } = landed(commit, unaccounted);
			return mainLine.has(sha) && isWithin(at) && isOpen(commit);
		}),
		adopt,
		belongs,
		url: repository.url
	});
	const { pushes, notices } = directPushes(history, settled, {
		counted: new Set(settled.changes.flatMap(({ number }) => number ?? [])),
		base
	});
	return {
		changes: [...settled.changes, ...pushes.filter(({ at }) => isWithin(at)).map((commit) => pushChange(commit, repository.url))],
		lost: [...lost].map(({ number }) => number),
		gaps: settled.gaps,
		notices: [
			...lostNotices(context.key, lost, base),
			...settled.notices,
			...notices
		]
	};
}

export { settleDateWindow };