import { S as record, _ as int, g as boolean, h as array, m as _enum, w as string, x as object } from "./pulse-request.js";
import { t as ZenPulseError } from "./zenpulse-error.js";
import { n as repositoryFilePath } from "./repository-file.js";
import { i as splitTrailingNumber, r as conventionalTitle, t as revertTitle } from "./revert-title.js";

// action/sources/github/answers.ts
/** Shapes of GitHub's answers, as far as they are read. Unknown fields are dropped, missing ones are an error. */
const pageInfo = object({
	hasNextPage: boolean(),
	endCursor: string().nullable()
});
/** GitHub leaves null in a list for an entry it may not show or could not read in time. */
const nodes = (node) => array(node.nullable()).nullable();
const pullNode = object({
	number: int(),
	title: string(),
	url: string(),
	merged: boolean(),
	mergedAt: string().nullable(),
	updatedAt: string(),
	baseRefName: string(),
	author: object({ login: string() }).nullable(),
	labels: object({
		totalCount: int(),
		nodes: nodes(object({ name: string() }))
	}).nullable(),
	mergeCommit: object({
		oid: string(),
		authoredDate: string(),
		message: string(),
		parents: object({ totalCount: int() })
	}).nullable(),
	commits: object({
		totalCount: int(),
		nodes: nodes(object({ commit: object({
			oid: string(),
			authoredDate: string(),
			message: string()
		}) }))
	})
});
const commitNode = object({
	oid: string(),
	committedDate: string(),
	message: string(),
	author: object({
		name: string().nullable(),
		user: object({ login: string() }).nullable()
	}).nullable(),
	parents: object({ nodes: nodes(object({ oid: string() })) })
});
const pullPage = object({
	totalCount: int(),
	pageInfo,
	nodes: nodes(pullNode)
});
const rulesObject = object({
	text: string().nullable().optional(),
	isTruncated: boolean().optional()
}).nullable();
const rulesHolder = object({ rules: rulesObject.optional() });
const branchNode = object({
	name: string(),
	target: object({
		oid: string(),
		history: object({
			totalCount: int(),
			pageInfo,
			nodes: nodes(commitNode)
		})
	}).nullable().optional()
});
const repositoryFacts = {
	nameWithOwner: string(),
	url: string(),
	isPrivate: boolean()
};
const dateWindowAnswer = object({
	repository: object({
		...repositoryFacts,
		defaultBranchRef: object({ name: string() }).nullable(),
		rules: rulesObject.optional(),
		page: pullPage,
		head: object({ nodes: nodes(pullNode) }).optional(),
		defaultBranch: branchNode.nullable().optional(),
		namedBranch: branchNode.nullable().optional()
	}).nullable(),
	organization: rulesHolder.nullable().optional()
});
const commitTarget = object({
	__typename: string(),
	oid: string(),
	committedDate: string().optional()
});
const refNode = object({
	name: string(),
	target: commitTarget.extend({
		tagger: object({ date: string().nullable() }).nullable().optional(),
		target: commitTarget.optional()
	}).nullable()
});
const tagWindowAnswer = object({
	repository: object({
		...repositoryFacts,
		defaultBranchRef: refNode.nullable(),
		branch: refNode.nullable(),
		head: refNode.nullable(),
		base: refNode.nullable(),
		latestRelease: object({
			tagName: string(),
			isPrerelease: boolean(),
			isDraft: boolean()
		}).nullable().optional(),
		tags: object({
			totalCount: int(),
			pageInfo,
			nodes: nodes(refNode)
		}).nullable().optional(),
		rules: rulesObject.optional()
	}).nullable(),
	organization: rulesHolder.nullable().optional()
});
const recentPullsAnswer = object({ repository: object({ page: pullPage }).nullable() });
const pullsOfCommitsAnswer = object({ repository: record(string(), object({ associatedPullRequests: object({
	totalCount: int(),
	nodes: nodes(pullNode)
}).nullable().optional() }).nullable()).nullable() });
const pullsByNumberAnswer = object({ repository: record(string(), pullNode.nullable()).nullable() });
const pathsOfPullsAnswer = object({ repository: record(string(), object({ files: object({
	totalCount: int(),
	pageInfo,
	nodes: nodes(object({ path: string() }))
}).nullable() }).nullable()).nullable() });
/** One commit as REST's compare and commit endpoints give it. */
const restCommit = object({
	sha: string(),
	commit: object({
		message: string(),
		author: object({ name: string().nullish() }).nullable(),
		committer: object({ date: string().nullish() }).nullable()
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
const commitFiles = object({ files: array(object({
	filename: string(),
	previous_filename: string().optional()
})).optional() });

// action/sources/github/in-parallel.ts
/** Runs a task for each item, a few at a time, and keeps the order; the first failure ends it. */
async function inParallel(items, run, atOnce = 4) {
	const results = [];
	const queue = items.entries();
	const work = async () => {
		for (const [at, item] of queue) results[at] = await run(item);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
	return results;
}

// action/sources/github/repository-context.ts
/** The rules in force: the organisation's as the base, the repository's own over them. */
function rulesOf(key, own, organization) {
	const owner = key.split("/")[0] ?? "";
	const asText = (answer, source) => {
		if (answer?.isTruncated) throw new ZenPulseError("github_bad_answer", {
			what: source,
			why: "the file is too large"
		});
		return answer?.text ? [{
			text: answer.text,
			source
		}] : [];
	};
	return [...key === `${owner}/.github` ? [] : asText(organization, `${repositoryFilePath} of ${owner}/.github`), ...asText(own, repositoryFilePath)];
}
/**
* The repository of an answer.
* @throws ZenPulseError `github_forbidden` or `github_not_found` when GitHub gave none
*/
function requireRepository(key, repository, errors) {
	if (repository !== null) return repository;
	const forbidden = errors.find(({ type }) => type === "FORBIDDEN");
	if (!forbidden) throw new ZenPulseError("github_not_found", { what: key });
	throw new ZenPulseError("github_forbidden", {
		repository: key,
		permission: "contents=read, pull_requests=read",
		message: forbidden.message
	});
}
/** Errors beside the data that make it incomplete. A missing `.github` repository is an answer, not an error. */
const gapsOf = (errors) => errors.filter(({ type, path }) => !(type === "NOT_FOUND" && path.split(".")[0] === "organization")).map(({ path, message }) => `GitHub could not answer ${path || "the query"} (${message})`);
/** What makes a reading incomplete, as a notice each; the same gap is told once. */
const gapNotices = (key, gaps) => [...new Set(gaps)].map((gap) => ({
	code: "source_incomplete",
	text: `${key}: ${gap}.`
}));

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

// action/sources/history/describe-message.ts
const githubMerge = /^Merge pull request #([1-9]\d{0,9}) from \S+/;
const borsMerge = /^(?:Auto merge of|Merge) #([1-9]\d{0,9})(?: - |:|$)/;
const trailer = /^(?:PR-URL|Pull-Request|Reviewed-in):\s*(?:https?:\/\/\S+\/pull\/|#)([1-9]\d{0,9})\s*$/im;
const breakingFooter = /^BREAKING[ -]CHANGE:\s/m;
const pullMerge = /^Merge (?:remote-tracking branch '(?:[^'/]+\/)?(?<remote>[^']+)'|branch '(?<branch>[^']+)' of \S+)(?: into \S+)?$/;
const revertedCommit = /This reverts (?:merge )?commit ([0-9a-f]{40}|[0-9a-f]{64})\b/;
const revertedPull = /^Reverts (?:[\w.-]+\/[\w.-]+)?#([1-9]\d{0,9})\s*$/m;
function revertHint$1(title, body) {
	const named = revertTitle(title);
	if (!named) return null;
	const number = named.number ?? Number(revertedPull.exec(body)?.[1] ?? 0);
	return {
		commit: revertedCommit.exec(body)?.[1] ?? null,
		number: number || null,
		title: named.action === "reapply" ? `Revert "${named.subject}"` : named.subject
	};
}
function pullOf(subject, body) {
	const merge = githubMerge.exec(subject) ?? borsMerge.exec(subject);
	if (merge) return {
		number: Number(merge[1]),
		form: "merge"
	};
	const squashed = splitTrailingNumber(subject).number;
	if (squashed !== null) return {
		number: squashed,
		form: "squash"
	};
	const trailed = trailer.exec(body);
	return trailed ? {
		number: Number(trailed[1]),
		form: "trailer"
	} : null;
}
/**
* Reads GitHub's merge and squash subjects, bors' merges, and the trailers projects add when they rebase.
* @param message a whole commit message
*/
function describeMessage(message) {
	const [rawSubject = "", ...rest] = message.trim().split("\n");
	const subject = rawSubject.trim();
	const body = rest.join("\n").trim();
	const pull = pullOf(subject, body);
	const bodyTitle = pull?.form === "merge" ? (body.split("\n", 1)[0] ?? "").trim() : "";
	const title = bodyTitle || (pull?.form === "squash" ? splitTrailingNumber(subject).title : subject);
	const pulled = pullMerge.exec(subject)?.groups;
	return {
		title,
		isUntitledMerge: pull?.form === "merge" && bodyTitle === "",
		pull,
		reverts: revertHint$1(title, body),
		isBreaking: breakingFooter.test(body) || conventionalTitle(title)?.kind === "breaking",
		pulledBranch: pulled?.["remote"] ?? pulled?.["branch"] ?? null
	};
}

// action/sources/history/merge-hints.ts
/** What several messages of one revert say together, the first having the first word; null when none says any. */
function mergeHints(hints) {
	const known = hints.filter((hint) => hint !== null);
	if (known.length === 0) return null;
	const first = (field) => known.map((hint) => hint[field]).find((value) => value !== null) ?? null;
	return {
		commit: first("commit"),
		number: first("number"),
		title: first("title")
	};
}

// action/sources/github/pull-change.ts
const lastCommit = (pull) => pull.commits.nodes?.at(-1)?.commit ?? null;
/**
* A rebase keeps the authored date of the last commit; a squash is authored when it is made. Null without a merge
* commit.
*/
function mergeMethod(pull) {
	if (!pull.mergeCommit) return null;
	if (pull.mergeCommit.parents.totalCount > 1) return "merge";
	return lastCommit(pull)?.authoredDate === pull.mergeCommit.authoredDate ? "rebase" : "squash";
}
function revertHint(pull) {
	if (!revertTitle(pull.title)) return null;
	const sole = pull.commits.totalCount === 1 ? lastCommit(pull) : null;
	const messages = [pull.mergeCommit?.message, sole?.message].filter((message) => message !== void 0);
	return mergeHints([...messages, pull.title].map((message) => describeMessage(message).reverts));
}
/** A merged pull request as a change. @throws never; a pull request without a merge time is no change: null */
function pullChange(pull) {
	if (!pull.merged || pull.mergedAt === null) return null;
	const last = lastCommit(pull);
	const isSole = pull.commits.totalCount === 1 && mergeMethod(pull) === "merge";
	const messages = [pull.mergeCommit?.message ?? "", pull.commits.totalCount === 1 ? last?.message ?? "" : ""];
	return {
		number: pull.number,
		commit: pull.mergeCommit?.oid ?? null,
		aliases: isSole && last ? [last.oid] : [],
		rebased: [],
		title: pull.title,
		author: {
			login: pull.author?.login ?? null,
			name: null
		},
		at: pull.mergedAt,
		url: pull.url,
		labels: (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
		isBreaking: conventionalTitle(pull.title)?.kind === "breaking" || messages.some((message) => describeMessage(message).isBreaking),
		reverts: revertHint(pull)
	};
}

// action/sources/github/history-commits.ts
const ofGraphql = (node) => ({
	sha: node.oid,
	parents: (node.parents.nodes ?? []).flatMap((parent) => parent?.oid ?? []),
	author: {
		login: node.author?.user?.login ?? null,
		name: node.author?.name ?? null
	},
	at: node.committedDate,
	message: node.message
});
const ofRest = ({ sha, commit, author, parents }) => ({
	sha,
	parents: parents.map((parent) => parent.sha),
	author: {
		login: author?.login ?? null,
		name: commit.author?.name ?? null
	},
	at: commit.committer?.date ?? "",
	message: commit.message
});
const isMerge = (commit) => commit.parents.length > 1;
const namesPull = (message) => /^Merge pull request #\d|\(#\d+\)\s*$/.test(message.split("\n", 1)[0] ?? "");
/** Commits of a rebase merge: its last, and as many before it as the pull request has. */
function rebasedCommits(pull, commits) {
	const found = [];
	let at = commits.get(pull.mergeCommit?.oid ?? "");
	while (at && found.length < pull.commits.totalCount) {
		found.push(at);
		at = commits.get(at.parents[0] ?? "");
	}
	return found;
}
/**
* Tells which commits the pull requests brought, by the graph: merge commits with their branches, squashes, and
* rebases with their number of commits.
* @param commits parents before or after children, in any order
*/
function unaccountedCommits(commits, tips, pulls) {
	const pullOf = /* @__PURE__ */ new Map();
	const accounted = /* @__PURE__ */ new Set();
	for (const pull of pulls) {
		if (pull.mergeCommit) pullOf.set(pull.mergeCommit.oid, pull);
		if (mergeMethod(pull) === "rebase") for (const { sha } of rebasedCommits(pull, commits)) accounted.add(sha);
	}
	const insidePull = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const result = {
		loose: [],
		nested: []
	};
	for (const line of tips.flatMap((tip) => linesOfDevelopment(commits, tip))) {
		const { mergedBy, into } = line;
		if (mergedBy && into && (pullOf.has(mergedBy.sha) || insidePull.has(into))) insidePull.add(line);
		for (const commit of line.commits) {
			if (seen.has(commit.sha)) continue;
			seen.add(commit.sha);
			if (accounted.has(commit.sha) || pullOf.has(commit.sha)) continue;
			if (namesPull(commit.message) && (insidePull.has(line) || isMerge(commit))) result.nested.push(commit);
			else if (!isMerge(commit) && !insidePull.has(line)) result.loose.push(commit);
		}
	}
	return result;
}

// action/sources/github/pull-walk.ts
const startWalk = {
	pulls: /* @__PURE__ */ new Map(),
	after: null,
	isFirst: true,
	newest: null,
	gaps: []
};
const isOlder = (pull, start) => Date.parse(pull.updatedAt) < Date.parse(start);
function merge(known, found) {
	const merged = new Map(known);
	for (const pull of found) {
		const before = merged.get(pull.number);
		if (!before || Date.parse(before.updatedAt) <= Date.parse(pull.updatedAt)) merged.set(pull.number, pull);
	}
	return merged;
}
/** Adds a page. @param start everything updated at or after this instant is wanted */
function addPage(walk, page, start) {
	const found = (page.nodes ?? []).filter((node) => node !== null);
	const gaps = [...walk.gaps];
	if (page.nodes === null || found.length < page.nodes.length) gaps.push("GitHub left pull requests of a page out");
	const pulls = merge(walk.pulls, found);
	const reachedStart = found.some((pull) => isOlder(pull, start));
	const { hasNextPage, endCursor } = page.pageInfo;
	if (!reachedStart && !hasNextPage && pulls.size < page.totalCount) gaps.push(`GitHub ended its list after ${pulls.size} of ${page.totalCount} pull requests`);
	if (!reachedStart && hasNextPage && endCursor === null) gaps.push("GitHub promised a further page and named none");
	return {
		pulls,
		after: !reachedStart && hasNextPage ? endCursor : null,
		isFirst: false,
		newest: walk.isFirst ? found[0]?.updatedAt ?? null : walk.newest,
		gaps
	};
}
/** Adds what stands at the head of the list now: pull requests that were updated, or merged, during the walk. */
function addHead(walk, head) {
	const found = head.filter((node) => node !== null);
	const last = found.at(-1);
	const gaps = !last || walk.newest === null || Date.parse(last.updatedAt) <= Date.parse(walk.newest) ? walk.gaps : [...walk.gaps, "more changed during the walk than the head of the list shows"];
	return {
		...walk,
		pulls: merge(walk.pulls, found),
		gaps
	};
}

// action/sources/github/push-change.ts
/** A commit without a pull request as a change. @param url web address of the repository */
function pushChange(commit, url) {
	const facts = describeMessage(commit.message);
	return {
		number: null,
		commit: commit.sha,
		aliases: [],
		rebased: [],
		title: commit.message.split("\n", 1)[0]?.trim() ?? "",
		author: commit.author,
		at: commit.at,
		url: `${url}/commit/${commit.sha}`,
		labels: null,
		isBreaking: facts.isBreaking,
		reverts: facts.reverts
	};
}

// action/sources/github/queries/commit-fields.graphql.ts
/** What the graph of a window is drawn from. */
const commitFields = `
  fragment CommitFields on Commit {
    oid
    committedDate
    message
    author { name user { login } }
    parents(first: 10) { nodes { oid } }
  }
`;

// action/sources/github/queries/pull-fields.graphql.ts
/** What a merged pull request is known by. The last commit tells a rebase merge from a squash. */
const pullFields = `
  fragment PullFields on PullRequest {
    number
    title
    url
    merged
    mergedAt
    updatedAt
    baseRefName
    author { login }
    labels(first: 50) { totalCount nodes { name } }
    mergeCommit {
      oid
      authoredDate
      message
      parents(first: 2) { totalCount }
    }
    commits(last: 1) {
      totalCount
      nodes { commit { oid authoredDate message } }
    }
  }
`;

// action/sources/github/queries/rules-fields.graphql.ts
/** The rules file of a repository's default branch, and that of its owner's `.github` repository as the base. */
const rulesFields = `
  fragment RulesFields on Repository {
    rules: object(expression: "HEAD:.github/zenpulse.yml") {
      ... on Blob { text isTruncated }
    }
  }
`;

export { pullsOfCommitsAnswer as C, pullsByNumberAnswer as S, tagWindowAnswer as T, commitFiles as _, addHead as a, dateWindowAnswer as b, ofGraphql as c, pullChange as d, gapNotices as f, inParallel as g, rulesOf as h, pushChange as i, ofRest as l, requireRepository as m, pullFields as n, addPage as o, gapsOf as p, commitFields as r, startWalk as s, rulesFields as t, unaccountedCommits as u, commitNode as v, recentPullsAnswer as w, pathsOfPullsAnswer as x, comparison as y };