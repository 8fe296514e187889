import { nt as ZenPulseError } from "./start.js";
import { r as readHistoryPage } from "./range-commits.js";

// action/sources/github/read-both-histories.ts
/** Pages of a hundred commits read of each history: 20,000 commits, about the range that GitHub fails to compare. */
const mostPages = 200;
const isDone = ({ page }) => page.after === null;
const oldest = (commits) => Math.min(...[...commits].map(({ at }) => Date.parse(at)).filter((at) => !Number.isNaN(at)));
async function start(context, tip) {
	const page = await readHistoryPage(context, tip, null);
	return {
		tip,
		page,
		commits: new Map(page.commits.map((commit) => [commit.sha, commit]))
	};
}
async function goOn(context, descent) {
	if (descent.page.after === null) return;
	descent.page = await readHistoryPage(context, descent.tip, descent.page.after);
	for (const commit of descent.page.commits) descent.commits.set(commit.sha, commit);
}
/** Everything a commit leads to among those known. */
function reachable(tip, known) {
	const reached = /* @__PURE__ */ new Set();
	const open = [tip];
	for (let sha = open.pop(); sha !== void 0; sha = open.pop()) {
		if (reached.has(sha)) continue;
		reached.add(sha);
		open.push(...known.get(sha)?.parents ?? []);
	}
	return reached;
}
/** The range as far as it is known, and whether what is not read yet can still change it. */
function rangeOf(base, head) {
	const known = new Map([...base.commits, ...head.commits]);
	const without = reachable(base.tip, known);
	const range = [...head.commits.values()].filter(({ sha }) => !without.has(sha));
	const isClosed = range.every(({ parents }) => parents.every((sha) => known.has(sha) || without.has(sha)));
	const isBelow = isDone(base) || range.length === 0 || oldest(base.page.commits) < oldest(range);
	return {
		range,
		isSettled: (isClosed || isDone(head)) && isBelow
	};
}
/**
* Commits reachable from the head and not from the base, without a comparison: both histories are read from the top
* until they meet. Costs a request for each hundred commits of either.
* @throws ZenPulseError `github_unavailable` where they do not meet within 20,000 commits
*/
async function readBothHistories(context, baseTip, headTip) {
	const [base, head] = await Promise.all([start(context, baseTip), start(context, headTip)]);
	const gaps = [...base.page.gaps, ...head.page.gaps];
	for (let pages = 1;; pages += 1) {
		const { range, isSettled } = rangeOf(base, head);
		if (isSettled) return {
			commits: range.reverse(),
			gaps,
			isReversed: range.length === 0 && base.commits.has(headTip),
			isUnrelated: isDone(base) && isDone(head) && range.length === head.commits.size
		};
		if (pages >= mostPages) throw new ZenPulseError("github_unavailable", {
			what: `the comparison of ${baseTip}...${headTip}, nor do their histories meet in ${mostPages} pages`,
			tries: pages
		});
		await Promise.all([goOn(context, base), goOn(context, head)]);
		gaps.push(...base.page.gaps, ...head.page.gaps);
	}
}

export { readBothHistories };