import { E as unknown, S as record, c as boolean, f as int, i as _enum, s as array, w as string, y as object } from "./iso.js";
import { r as splitTrailingNumber, t as revertTitle } from "./revert-title.js";
import { t as conventionalTitle } from "./conventional-title.js";
import { n as gapsOf, r as requireRepository } from "./repository-context.js";

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
const recentPullsAnswer = object({ repository: object({
	page: pullPage,
	head: object({ nodes: nodes(pullNode) }).optional()
}).nullable() });
const linkedToCommit = object({ associatedPullRequests: object({
	totalCount: int(),
	nodes: nodes(pullNode)
}).nullable().optional() });
/** Aliases `c0`, `c1`, … hold what is linked to commits, `n0`, `n1`, … the pull requests they name. */
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
const pullsByNumberAnswer = object({ repository: record(string(), pullNode.nullable()).nullable() });
const pathsOfPullsAnswer = object({ repository: record(string(), object({ files: object({
	totalCount: int(),
	pageInfo,
	nodes: nodes(object({
		path: string(),
		changeType: string()
	}))
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
const changedFile = object({
	filename: string(),
	previous_filename: string().optional()
});
const changedFiles = array(changedFile);
const commitFiles = object({ files: changedFiles.optional() });

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

// action/sources/github/next-cursor.ts
/** Where the next page starts; null at the end, and where GitHub names the page again that was just read. */
const nextCursor = ({ hasNextPage, endCursor }, readFrom) => hasNextPage && endCursor !== readFrom ? endCursor : null;

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

// action/sources/github/adopted-merge.ts
/**
* Gives old pull requests, for which GitHub has no merge commit any more, the commit whose message names them.
* @param commits oldest first: of several the first one counts
*/
function mergeAdopter(commits) {
	const byNumber = /* @__PURE__ */ new Map();
	for (const commit of commits) {
		const { pull } = describeMessage(commit.message);
		if (pull && !byNumber.has(pull.number)) byNumber.set(pull.number, commit);
	}
	return (pull) => {
		const commit = byNumber.get(pull.number);
		if (!pull.merged || pull.mergeCommit || !commit) return pull;
		const { sha: oid, message, parents, at } = commit;
		return {
			...pull,
			mergeCommit: {
				oid,
				message,
				authoredDate: at,
				parents: { totalCount: parents.length }
			}
		};
	};
}

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

// action/sources/github/merge-method.ts
/**
* A rebase keeps the authored date of the last commit; a squash is authored when it is made. Null without a merge
* commit.
*/
function mergeMethod({ mergeCommit, commits }) {
	if (!mergeCommit) return null;
	if (mergeCommit.parents.totalCount > 1) return "merge";
	return commits.nodes?.at(-1)?.commit.authoredDate === mergeCommit.authoredDate ? "rebase" : "squash";
}
/**
* Commits of a rebase merge, newest first: its last, and as many before it as the pull request has; none for another
* kind of merge. GitHub leaves commits of the branch out that change nothing, so the count may reach too far: not
* beyond a merge or another pull request.
* @param merged merge commits of all pull requests known
*/
function rebasedCommits(pull, commits, merged) {
	if (mergeMethod(pull) !== "rebase") return [];
	const found = [];
	let at = commits.get(pull.mergeCommit?.oid ?? "");
	while (at && found.length < pull.commits.totalCount && at.parents.length < 2) {
		if (found.length > 0 && merged.has(at.sha)) break;
		found.push(at);
		at = commits.get(at.parents[0] ?? "");
	}
	return found;
}
const mergeCommitsOf = (pulls) => new Set(pulls.flatMap(({ mergeCommit }) => mergeCommit?.oid ?? []));

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
const namesPull = (commit) => describeMessage(commit.message).pull !== null;
/**
* Tells which commits the pull requests brought, by the graph: merge commits with their branches, squashes, and
* rebases with their number of commits.
* @param commits parents before or after children, in any order
*/
function unaccountedCommits(commits, tips, pulls) {
	const merged = mergeCommitsOf(pulls);
	const rebased = new Set(pulls.flatMap((pull) => rebasedCommits(pull, commits, merged)).map(({ sha }) => sha));
	const insidePull = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	const mainLine = /* @__PURE__ */ new Set();
	const result = {
		loose: [],
		nested: [],
		inside: [],
		mainLine
	};
	for (const line of tips.flatMap((tip) => linesOfDevelopment(commits, tip))) {
		const { mergedBy, into } = line;
		if (mergedBy && into && (merged.has(mergedBy.sha) || insidePull.has(into))) insidePull.add(line);
		for (const commit of line.commits) {
			if (seen.has(commit.sha)) continue;
			seen.add(commit.sha);
			if (!mergedBy) mainLine.add(commit.sha);
			if (merged.has(commit.sha)) continue;
			const isPart = insidePull.has(line) || rebased.has(commit.sha);
			if (namesPull(commit) && (isPart || isMerge(commit))) result.nested.push(commit);
			else if (!isMerge(commit)) (isPart ? result.inside : result.loose).push(commit);
		}
	}
	return result;
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
function revertHint(pull) {
	if (!revertTitle(pull.title)) return null;
	const sole = pull.commits.totalCount === 1 ? lastCommit(pull) : null;
	const messages = [pull.mergeCommit?.message, sole?.message].filter((message) => message !== void 0);
	return mergeHints([...messages, pull.title].map((message) => describeMessage(message).reverts));
}
/** What of a pull request did not come: a rule might have asked for one of the labels left out. */
function gapsOfPull({ number, labels }) {
	const read = (labels?.nodes ?? []).filter((label) => label !== null).length;
	if (labels === null) return [`the labels of #${number} were not read`];
	return read < labels.totalCount ? [`only ${read} of ${labels.totalCount} labels of #${number} were read`] : [];
}
/**
* A merged pull request as a change; null for one without a merge time.
* @param rebased the commits of a rebase merge, oldest first, where they are known
*/
function pullChange(pull, rebased = []) {
	if (!pull.merged || pull.mergedAt === null) return null;
	const last = lastCommit(pull);
	const isSole = pull.commits.totalCount === 1 && mergeMethod(pull) === "merge";
	const messages = [pull.mergeCommit?.message ?? "", pull.commits.totalCount === 1 ? last?.message ?? "" : ""];
	return {
		number: pull.number,
		commit: pull.mergeCommit?.oid ?? null,
		aliases: isSole && last ? [last.oid] : [],
		rebased: rebased.length > 1 ? rebased : [],
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
/** Merged pull requests as changes, with the commits that rebases made of them. */
function pullChanges(pulls, commits) {
	const merged = mergeCommitsOf(pulls);
	const rebasedOf = (pull) => rebasedCommits(pull, commits, merged).map(({ sha }) => sha).reverse();
	return pulls.flatMap((pull) => pullChange(pull, rebasedOf(pull)) ?? []);
}

// action/sources/github/pull-walk.ts
const startWalk = {
	pulls: /* @__PURE__ */ new Map(),
	after: null,
	isFirst: true,
	total: 0,
	newest: null,
	gaps: []
};
const leftOut = "GitHub left pull requests of a page out";
const present = (nodes) => nodes.filter((node) => node !== null);
const isOlder = (pull, start) => Date.parse(pull.updatedAt) < Date.parse(start);
function merge(known, found) {
	const merged = new Map(known);
	for (const pull of found) {
		const before = merged.get(pull.number);
		if (!before || Date.parse(before.updatedAt) <= Date.parse(pull.updatedAt)) merged.set(pull.number, pull);
	}
	return merged;
}
/** Adds a page. What stands at the head of the list meanwhile must have been added before: the total counts it. */
function addPage(walk, page, { start, size }) {
	const nodes = page.nodes ?? [];
	const found = present(nodes);
	const pulls = merge(walk.pulls, found);
	const reachedStart = found.some((pull) => isOlder(pull, start));
	const { hasNextPage } = page.pageInfo;
	const after = reachedStart ? null : nextCursor(page.pageInfo, walk.after);
	const gaps = [...walk.gaps];
	if (page.nodes === null || found.length < nodes.length) gaps.push(leftOut);
	if (hasNextPage && nodes.length < size) gaps.push(`GitHub gave ${nodes.length} pull requests of a page of ${size}`);
	if (!hasNextPage && pulls.size < page.totalCount) gaps.push(`GitHub ended its list after ${pulls.size} of ${page.totalCount} pull requests`);
	if (!reachedStart && hasNextPage && after === null) gaps.push("GitHub promised a further page and named none");
	return {
		pulls,
		after,
		isFirst: false,
		total: page.totalCount,
		newest: walk.isFirst ? found[0]?.updatedAt ?? null : walk.newest,
		gaps
	};
}
/**
* Adds what stands at the head of the list now: pull requests that were updated, or merged, since it was last read.
* The head shows all of them when it reaches down to one that did not change, or to older ones.
*/
function addHead(walk, head) {
	const found = present(head ?? []);
	const { newest } = walk;
	const reaches = newest === null || found.some(({ number, updatedAt }) => Date.parse(updatedAt) < Date.parse(newest) || walk.pulls.get(number)?.updatedAt === updatedAt);
	const gaps = [...walk.gaps];
	if (head === null || found.length < head.length) gaps.push(leftOut);
	if (!reaches) gaps.push("more changed during the walk than the head of the list shows");
	return {
		...walk,
		pulls: merge(walk.pulls, found),
		newest: found[0]?.updatedAt ?? newest,
		gaps
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
    labels(first: 100) { totalCount nodes { name } }
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

// action/sources/github/queries/pulls-by-number.graphql.ts
/** Pull requests by number, one alias each: `p12`. A number that is none answers NOT_FOUND on its alias. */
const pullsByNumber = (numbers) => `
  query PullsByNumber($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ...PullFields }`).join("\n      ")}
    }
  }
  ${pullFields}
`;

// action/sources/github/named-pulls.ts
const perRequest = 100;
/** Merged pull requests by number; a number that is an issue's, or nobody's, is left out. */
async function readPullsByNumber({ client, owner, name, key }, numbers) {
	const pulls = [];
	const gaps = [];
	for (let at = 0; at < numbers.length;) {
		let taken = [];
		const { data, errors } = await client.graphql((failures) => {
			taken = numbers.slice(at, at + Math.max(1, Math.min(perRequest, numbers.length) >> failures));
			return {
				document: pullsByNumber(taken),
				variables: {
					owner,
					name
				}
			};
		}, pullsByNumberAnswer);
		const repository = requireRepository(key, data.repository, errors);
		gaps.push(...gapsOf(errors.filter(({ type }) => type !== "NOT_FOUND")));
		pulls.push(...Object.values(repository).flatMap((pull) => pull?.merged ? pull : []));
		at += taken.length;
	}
	return {
		pulls,
		gaps
	};
}

// action/sources/github/triggered-pulls.ts
/** Reads the pull requests the trigger knows of and the window lacks; no request when there are none. */
async function readTriggered(context, triggers, held) {
	const known = new Set(held.map(({ number }) => number));
	const missing = [...new Set(triggers)].filter((number) => !known.has(number));
	if (missing.length === 0) return {
		changes: [],
		gaps: [],
		notices: []
	};
	const { pulls, gaps } = await readPullsByNumber(context, missing);
	const changes = pulls.flatMap((pull) => pullChange(pull) ?? []);
	const found = new Set(changes.map(({ number }) => number));
	return {
		changes,
		gaps,
		notices: missing.filter((number) => !found.has(number)).map((number) => ({
			code: "trigger_pull_not_found",
			text: `${context.key}#${number}, which the trigger names, is not a merged pull request.`
		}))
	};
}

export { comparison as C, recentPullsAnswer as D, pathsOfPullsAnswer as E, tagWindowAnswer as O, commitNode as S, linkedPullsAnswer as T, describeMessage as _, addHead as a, changedFiles as b, gapsOfPull as c, pushChange as d, ofGraphql as f, mergeAdopter as g, mergeCommitsOf as h, commitFields as i, pullChange as l, unaccountedCommits as m, rulesFields as n, addPage as o, ofRest as p, pullFields as r, startWalk as s, readTriggered as t, pullChanges as u, nextCursor as v, dateWindowAnswer as w, commitFiles as x, inParallel as y };