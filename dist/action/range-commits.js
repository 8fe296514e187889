import { A as rulesFields, Bt as unknown, C as gitDate, D as pullPage, E as pullNode, Et as int, It as record, M as unknownDate, N as failedAnswer, Nt as object, Rt as string, S as commitNode, St as boolean, T as pageInfo, d as requireRepository, h as commitFields, j as rulesHolder, k as repositoryFacts, nt as ZenPulseError, u as gapsOf, vt as _enum, w as nodes, x as commitDate, xt as array, y as nextCursor } from "./start.js";
import { t as describeMessage } from "./describe-message.js";
import { a as rebasedCommits, n as mergeCommitsOf } from "./merge-method.js";
import { t as inParallel } from "./in-parallel.js";

// action/sources/github/range-answers.ts
/** Shapes of the answers that a window between two refs is read from. */
/** A commit, or a tag object with what it names: a commit mostly, at times a further tag. */
const gitObject = object({
	__typename: string(),
	oid: string(),
	committedDate: commitDate.optional(),
	tagger: object({ date: gitDate }).nullable().optional(),
	get target() {
		return gitObject.optional();
	}
});
const refNode = object({
	name: string(),
	target: gitObject.nullable()
});
const tagWindowAnswer = object({
	repository: object({
		...repositoryFacts,
		defaultBranchRef: refNode.nullable(),
		branch: refNode.nullable(),
		head: refNode.nullable(),
		base: refNode.nullable(),
		tags: object({
			totalCount: int(),
			pageInfo,
			nodes: nodes(refNode)
		}).nullable().optional(),
		...rulesFields
	}).nullable(),
	organization: rulesHolder.nullable().optional()
});
const recentPullsAnswer = object({ repository: object({
	page: pullPage,
	head: object({ nodes: nodes(pullNode) }).optional()
}).nullable() });
const linkedToCommit = object({ associatedPullRequests: object({
	totalCount: int(),
	nodes: nodes(pullNode)
}).nullable().optional() });
/** Aliases `c0`, `c1`, … hold what is linked to commits, `p12` the pull request of that number. */
const linkedRepository = record(string(), unknown()).transform((aliases, context) => {
	const commits = /* @__PURE__ */ new Map();
	const named = /* @__PURE__ */ new Map();
	for (const [alias, value] of Object.entries(aliases)) {
		if (value === null) continue;
		const parsed = alias.startsWith("c") ? linkedToCommit.safeParse(value) : pullNode.safeParse(value);
		if (!parsed.success) for (const { message, path } of parsed.error.issues) context.addIssue({
			code: "custom",
			message,
			path: [alias, ...path]
		});
		else if ("number" in parsed.data) named.set(Number(alias.slice(1)), parsed.data);
		else commits.set(Number(alias.slice(1)), parsed.data.associatedPullRequests);
	}
	return {
		commits,
		named
	};
});
const linkedPullsAnswer = object({ repository: linkedRepository.nullable() });
/** One commit as REST's compare and commit endpoints give it. */
const restCommit = object({
	sha: string(),
	commit: object({
		message: string(),
		author: object({ name: string().nullish() }).nullable(),
		committer: object({ date: commitDate }).nullable()
	}),
	author: object({ login: string().optional() }).nullable(),
	parents: array(object({ sha: string() }))
});
const comparison = object({
	status: _enum([
		"diverged",
		"ahead",
		"behind",
		"identical"
	]),
	total_commits: int(),
	commits: array(restCommit)
});

// action/sources/history/lines-of-development.ts
/**
* Cuts a range of history into lines, the main line first. Every commit is on exactly one line, and a line is
* walked to its end before those it merged: so the commits of a branch are its own, not its base's. Time is
* linear in the number of commits.
*/
function linesOfDevelopment(commits, tip) {
	const taken = /* @__PURE__ */ new Set();
	const lines = [];
	const starts = [{
		sha: tip,
		mergedBy: null,
		into: null
	}];
	for (const { sha, mergedBy, into } of starts) {
		const line = {
			mergedBy,
			into,
			commits: []
		};
		for (let at = commits.get(sha); at && !taken.has(at.sha); at = commits.get(at.parents[0] ?? "")) {
			taken.add(at.sha);
			line.commits.push(at);
			for (const parent of at.parents.slice(1)) starts.push({
				sha: parent,
				mergedBy: at,
				into: line
			});
		}
		if (line.commits.length > 0) lines.push(line);
	}
	return lines;
}

// action/sources/github/history-commits.ts
const ofGraphql = (node, messages) => ({
	sha: node.oid,
	parents: (node.parents.nodes ?? []).flatMap((parent) => parent?.oid ?? []),
	author: {
		login: node.author?.user?.login ?? null,
		name: node.author?.name ?? null
	},
	at: node.committedDate,
	message: node.message,
	facts: describeMessage(node.message, messages)
});
const ofRest = ({ sha, commit, author, parents }, messages) => ({
	sha,
	parents: parents.map((parent) => parent.sha),
	author: {
		login: author?.login ?? null,
		name: commit.author?.name ?? null
	},
	at: commit.committer?.date ?? "1970-01-01T00:00:00Z",
	message: commit.message,
	facts: describeMessage(commit.message, messages)
});
const isMerge = (commit) => commit.parents.length > 1;
const namesPull = ({ facts }) => facts.pulls.length > 0;
/**
* Tells which commits the pull requests brought, by the graph: merge commits with their branches, squashes, and
* rebases with their number of commits.
* @param commits parents before or after children, in any order
* @param links what GitHub says of the commits of rebases, where it was asked
*/
function unaccountedCommits(commits, tips, pulls, links) {
	const merged = mergeCommitsOf(pulls);
	const rebased = new Set(pulls.flatMap((pull) => rebasedCommits(pull, commits, merged, links)).map(({ sha }) => sha));
	const insidePull = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const mainLine = /* @__PURE__ */ new Set();
	const landing = /* @__PURE__ */ new Map();
	const landingOfLine = /* @__PURE__ */ new Map();
	const result = {
		loose: [],
		nested: [],
		inside: []
	};
	for (const line of tips.flatMap((tip) => linesOfDevelopment(commits, tip))) {
		const { mergedBy, into } = line;
		if (mergedBy && into && (merged.has(mergedBy.sha) || insidePull.has(into))) insidePull.add(line);
		const landed = into ? landingOfLine.get(into) ?? mergedBy : null;
		if (landed) landingOfLine.set(line, landed);
		for (const commit of line.commits) {
			if (seen.has(commit.sha)) continue;
			seen.add(commit.sha);
			if (!mergedBy) mainLine.add(commit.sha);
			if (merged.has(commit.sha)) continue;
			const isPart = insidePull.has(line) || rebased.has(commit.sha);
			if (namesPull(commit) && (isPart || isMerge(commit))) {
				result.nested.push(commit);
				if (landed) landing.set(commit.sha, landed);
			} else if (!isMerge(commit)) (isPart ? result.inside : result.loose).push(commit);
		}
	}
	return {
		...result,
		mainLine,
		landing
	};
}

// action/sources/github/queries/commit-history.graphql.ts
/** Everything a commit leads to, newest first. */
const commitHistory = `
  query CommitHistory($owner: String!, $name: String!, $oid: GitObjectID!, $pageSize: Int!, $after: String) {
    repository(owner: $owner, name: $name) {
      object(oid: $oid) {
        ... on Commit {
          history(first: $pageSize, after: $after) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { ...CommitFields }
          }
        }
      }
    }
  }
  ${commitFields}
`;

// action/sources/github/range-commits.ts
const perPage = 100;
const compareRoute = "GET /repos/{owner}/{repo}/compare/{basehead}";
const readComparedPage = ({ client, owner, name }, basehead, page, size = perPage) => client.rest(compareRoute, {
	owner,
	repo: name,
	basehead,
	per_page: size,
	page
}, comparison);
/**
* Commits reachable from the head and not from the base: the first page tells how many there are, the others are
* read in parallel. Where GitHub fails to compare, as it does for good where the difference is too large, both
* histories are read instead.
* @param base commit, as `head` is: so a tag that moves meanwhile does not matter
*/
async function readComparison(context, base, head) {
	if (base === head) return {
		commits: [],
		gaps: [],
		isReversed: false,
		isUnrelated: false
	};
	try {
		return await compared(context, base, head);
	} catch (error) {
		if (!(error instanceof ZenPulseError) || error.code !== "github_unavailable") throw error;
		return (await import("./read-both-histories.js")).readBothHistories(context, base, head);
	}
}
async function compared(context, base, head) {
	const readPage = (page) => readComparedPage(context, `${base}...${head}`, page);
	const first = await unlessUnrelated(readPage(1));
	if (first === null) return {
		...await readWholeHistory(context, head),
		isUnrelated: true
	};
	const pageCount = Math.ceil(first.total_commits / perPage);
	const found = [first, ...await inParallel(Array.from({ length: Math.max(0, pageCount - 1) }, (_, at) => at + 2), readPage)].flatMap(({ commits }) => commits.map((commit) => ofRest(commit, context.messages)));
	const commits = [...new Map(found.map((commit) => [commit.sha, commit])).values()];
	const missing = first.total_commits - commits.length;
	return {
		commits,
		gaps: missing > 0 ? [`${missing} of ${first.total_commits} commits of the range were not among GitHub's pages`] : [],
		isReversed: first.status === "behind",
		isUnrelated: false
	};
}
/** Whether a commit is part of the history of another. One that GitHub does not have is not. */
async function isContained(context, commit, head) {
	try {
		const { status } = await readComparedPage(context, `${head}...${commit}`, 1, 1);
		return status === "behind" || status === "identical";
	} catch (error) {
		if (error instanceof ZenPulseError && error.code === "github_not_found") return false;
		throw error;
	}
}
/** Null for two commits without a common ancestor, as after a repository was begun anew: GitHub does not compare them. */
async function unlessUnrelated(page) {
	try {
		return await page;
	} catch (error) {
		if (error instanceof ZenPulseError && error.code === "github_not_found" && failedAnswer(error.cause)?.message.startsWith("No common ancestor")) return null;
		throw error;
	}
}
const historyAnswer = object({ repository: object({ object: object({ history: object({
	totalCount: int(),
	pageInfo: object({
		hasNextPage: boolean(),
		endCursor: string().nullable()
	}),
	nodes: array(commitNode.nullable()).nullable()
}) }).nullable() }).nullable() });
/** @param after where the page starts; null: at the commit itself */
async function readHistoryPage({ client, owner, name, key, messages }, oid, after) {
	const { data, errors } = await client.graphql((failures) => ({
		document: commitHistory,
		variables: {
			owner,
			name,
			oid,
			after,
			pageSize: Math.max(1, perPage >> failures)
		}
	}), historyAnswer);
	const { object } = requireRepository(key, data.repository, errors);
	const gaps = gapsOf(errors);
	if (!object) return {
		commits: [],
		after: null,
		total: 0,
		gaps
	};
	const { nodes, pageInfo, totalCount } = object.history;
	return {
		commits: (nodes ?? []).flatMap((node) => node === null ? [] : ofGraphql(node, messages)),
		after: nextCursor(pageInfo, after),
		total: totalCount,
		gaps
	};
}
/** All commits a commit leads to: the range of the first tag of a series, which has nothing to be compared with. */
async function readWholeHistory(context, head) {
	const commits = /* @__PURE__ */ new Map();
	const gaps = [];
	let page = await readHistoryPage(context, head, null);
	for (;;) {
		for (const commit of page.commits) commits.set(commit.sha, commit);
		gaps.push(...page.gaps);
		if (page.after === null) break;
		page = await readHistoryPage(context, head, page.after);
	}
	const missing = page.total - commits.size;
	if (missing > 0) gaps.push(`${missing} of ${page.total} commits were not among GitHub's pages`);
	return {
		commits: [...commits.values()].reverse(),
		gaps,
		isReversed: false,
		isUnrelated: false
	};
}

export { ofGraphql as a, recentPullsAnswer as c, readWholeHistory as i, tagWindowAnswer as l, readComparison as n, unaccountedCommits as o, readHistoryPage as r, linkedPullsAnswer as s, isContained as t };