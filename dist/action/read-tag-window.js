import { i as __toESM } from "./rolldown-runtime.js";
import { A as rulesHolder, C as unaccountedCommits, D as pullNode, E as pageInfo, It as object, M as mergeAdopter, N as describeMessage, O as pullPage, R as failedAnswer, S as ofRest, T as nodes, Tt as boolean, Ut as unknown, Vt as string, _ as addHead, a as readTriggered, at as ZenPulseError, b as nextCursor, c as pullChanges, d as gapsOf, f as requireRepository, g as commitFields, h as pullFields, j as rulesObject, k as repositoryFacts, kt as int, l as pushChange, m as rulesFields, o as gapsOfPull, p as rulesOf, s as pullChange, u as gapNotices, v as addPage, w as commitNode, wt as array, x as ofGraphql, xt as _enum, y as startWalk, zt as record } from "./start.js";
import { t as require_semver } from "./semver.js";
import { t as inParallel } from "./in-parallel.js";

// action/window/tag-series.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
const suffix = String.raw`(?:-?(?<pre>[A-Za-z][0-9A-Za-z.-]*)|-(?<dashed>[0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$`;
const start = String.raw`^(?<series>|.*?[^\d.])`;
const forms = [
	String.raw`(?<version>\d+(?:\.\d+){2,})`,
	String.raw`(?<version>\d+\.\d+)`,
	String.raw`(?<version>\d+)`
].map((version) => new RegExp(start + version + suffix));
/** Null for a tag that names no version, such as `nightly`. */
function versionTag(name) {
	for (const form of forms) {
		const groups = form.exec(name)?.groups;
		if (!groups) continue;
		const { series = "", version = "", pre, dashed } = groups;
		return {
			name,
			series,
			version: version.split(".").map(Number),
			preRelease: pre ?? dashed ?? null
		};
	}
	return null;
}
function compareNumbers(left, right) {
	for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
		const difference = (left[at] ?? 0) - (right[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
/** `rc10` counts as `rc.10`: by SemVer's letter it comes before `rc9`, which nobody who writes it means. */
const asVersion = (preRelease) => import_semver.default.parse(`0.0.0-${preRelease.replaceAll(/\b([A-Za-z]+)(\d+)\b/g, "$1.$2")}`, { loose: true });
function comparePreReleases(left, right) {
	if (left === right) return 0;
	if (left === null) return 1;
	if (right === null) return -1;
	const [leftVersion, rightVersion] = [asVersion(left), asVersion(right)];
	if (leftVersion && rightVersion) return import_semver.default.compare(leftVersion, rightVersion);
	if (leftVersion || rightVersion) return leftVersion ? 1 : -1;
	return left < right ? -1 : 1;
}
/** Orders two versions of one series by SemVer's rules; missing parts count as 0. */
const compareVersions = (left, right) => compareNumbers(left.version, right.version) || comparePreReleases(left.preRelease, right.preRelease);
/**
* True for a moving tag such as `v5` beside `v5.0.0`, or one that stands on the commit of a longer tag below
* it: no release of its own, so never the previous tag of another.
*/
function isAlias(tag, commit, all) {
	return all.some(({ tag: other, commit: otherCommit }) => other.series === tag.series && other.version.length > tag.version.length && (compareVersions(other, tag) === 0 || otherCommit === commit && tag.version.every((part, at) => part === other.version[at])));
}
const withVersions = (tags) => tags.flatMap(({ name, commit, at }) => {
	const tag = versionTag(name);
	return tag ? [{
		tag,
		commit,
		at
	}] : [];
});
/**
* The highest lower version of the same series, null for the first. A stable tag skips pre-releases.
* @param tags all tags of the repository
*/
function previousTag(name, tags) {
	const head = versionTag(name);
	if (!head) return null;
	const series = withVersions(tags).filter(({ tag }) => tag.series === head.series);
	return series.filter(({ tag, commit }) => compareVersions(tag, head) < 0 && !isAlias(tag, commit, series)).filter(({ tag }) => head.preRelease !== null || tag.preRelease === null).sort((left, right) => compareVersions(right.tag, left.tag))[0]?.tag.name ?? null;
}
/** The releases of a tag's series, itself among them; pre-releases count only where the tag is one. */
function releasesOfSeries(name, tags) {
	const version = versionTag(name);
	const all = withVersions(tags).filter(({ tag }) => tag.series === version?.series);
	const releases = all.filter(({ tag, commit }) => !isAlias(tag, commit, all)).filter(({ tag }) => version?.preRelease !== null || tag.preRelease === null);
	const names = new Set(releases.map(({ tag }) => tag.name));
	return tags.filter((tag) => names.has(tag.name));
}
/** `v2`, or two numbers and more: `nightly-20261101` has a number but is no version anybody releases. */
const isRelease = ({ series, version }) => version.length > 1 || /^(?:.*[^a-z])?v$/i.test(series);
/**
* The version tag made last, ties settled by version; null when no tag names a version.
* @param options.stable look at releases only, unless there are none
*/
function newestTag(tags, options) {
	const all = withVersions(tags);
	const own = all.filter(({ tag, commit }) => isRelease(tag) && !isAlias(tag, commit, all));
	const stable = own.filter(({ tag }) => tag.preRelease === null);
	return [...options.stable && stable.length > 0 ? stable : own].sort((left, right) => Date.parse(right.at) - Date.parse(left.at) || compareVersions(right.tag, left.tag))[0]?.tag.name ?? null;
}

// action/sources/github/range-answers.ts
/** Shapes of the answers that a window between two refs is read from. */
/** A commit, or a tag object with what it names: a commit mostly, at times a further tag. */
const gitObject = object({
	__typename: string(),
	oid: string(),
	committedDate: string().optional(),
	tagger: object({ date: string().nullable() }).nullable().optional(),
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

// action/sources/github/queries/pulls-of-commits.graphql.ts
/**
* Pull requests GitHub links to each commit, one alias a commit: `c0`, `c1`, … in the order given; and those the
* commits name, `n0`, `n1`, …, whose number may be an issue's and then answers NOT_FOUND.
*/
const pullsOfCommits = (commits) => `
  query PullsOfCommits($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${commits.flatMap(({ sha, number }, at) => [`c${at}: object(oid: ${JSON.stringify(sha)}) { ... on Commit { associatedPullRequests(first: 10) { totalCount nodes { ...PullFields } } } }`, ...number === null ? [] : [`n${at}: pullRequest(number: ${number}) { ...PullFields }`]]).join("\n      ")}
    }
  }
  ${pullFields}
`;

// action/sources/github/linked-pulls.ts
const perRequest = 100;
/** A message may name an issue, or a pull request of elsewhere: that there is none is an answer. */
const isNoPull = ({ type, path }) => type === "NOT_FOUND" && /^repository\.n\d+$/.test(path);
async function readBatch({ client, owner, name, key }, batch) {
	const linked = [];
	const gaps = [];
	while (linked.length < batch.length) {
		let taken = [];
		const { data, errors } = await client.graphql((failures) => {
			taken = batch.slice(linked.length, linked.length + Math.max(1, batch.length >> failures));
			const asked = taken.map(({ sha, message }) => ({
				sha,
				number: describeMessage(message).pull?.number ?? null
			}));
			return {
				document: pullsOfCommits(asked),
				variables: {
					owner,
					name
				}
			};
		}, linkedPullsAnswer);
		const repository = requireRepository(key, data.repository, errors);
		gaps.push(...gapsOf(errors.filter((error) => !isNoPull(error))));
		for (const [at, commit] of taken.entries()) {
			const found = repository.commits.get(at);
			const pulls = (found?.nodes ?? []).filter((node) => node !== null);
			if (!found) gaps.push(`GitHub did not say which pull requests brought ${commit.sha}`);
			else if (found.totalCount > pulls.length) gaps.push(`only ${pulls.length} of ${found.totalCount} pull requests of ${commit.sha} were read`);
			linked.push({
				commit,
				pulls,
				named: repository.named.get(at) ?? null
			});
		}
	}
	return {
		linked,
		gaps
	};
}
/** Asks GitHub which pull requests brought each commit, a hundred commits a request, batches in parallel. */
async function readLinkedPulls(context, commits) {
	const batches = Array.from({ length: Math.ceil(commits.length / perRequest) }, (_, at) => commits.slice(at * perRequest, (at + 1) * perRequest));
	const read = await inParallel(batches, (batch) => readBatch(context, batch));
	return {
		linked: read.flatMap(({ linked }) => linked),
		gaps: read.flatMap(({ gaps }) => gaps)
	};
}

// action/sources/github/queries/recent-pulls.graphql.ts
/**
* The merged pull requests updated last, of any base branch: those the index of commits does not know yet. Pages
* after the first read the newest again, as in a date window.
*/
const recentPulls = `
  query RecentPulls($owner: String!, $name: String!, $pageSize: Int!, $after: String, $isLater: Boolean!) {
    repository(owner: $owner, name: $name) {
      page: pullRequests(
        states: MERGED, orderBy: { field: UPDATED_AT, direction: DESC }, first: $pageSize, after: $after
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PullFields }
      }
      head: pullRequests(
        states: MERGED, orderBy: { field: UPDATED_AT, direction: DESC }, first: $pageSize
      ) @include(if: $isLater) {
        nodes { ...PullFields }
      }
    }
  }
  ${pullFields}
`;

// action/sources/github/pulls-of-range.ts
/** One page of the pull requests updated last, which hold the just-merged ones the commit index lacks. */
async function readRecentPage(context, walk, since) {
	const { client, owner, name, key, pageSize } = context;
	const isLater = !walk.isFirst;
	let size = pageSize;
	const { data, errors } = await client.graphql((failures) => {
		size = Math.max(1, pageSize >> failures);
		const variables = {
			owner,
			name,
			pageSize: size,
			after: walk.after,
			isLater
		};
		return {
			document: recentPulls,
			variables
		};
	}, recentPullsAnswer);
	const { page, head } = requireRepository(key, data.repository, errors);
	const next = addPage(head ? addHead(walk, head.nodes) : walk, page, {
		start: since,
		size
	});
	return {
		...next,
		gaps: [...next.gaps, ...gapsOf(errors)]
	};
}
const accountsFor = (shas) => (pull) => pull.merged && pull.mergeCommit !== null && shas.has(pull.mergeCommit.oid);
/** A page explains up to a hundred commits: worth it while fewer were read, or are left, than asking would cost. */
function worthWalking({ loose, nested, inside }, walk, pagesRead) {
	const open = loose.length + nested.length + inside.length;
	return open > pagesRead * 100 || open > walk.total - walk.pulls.size;
}
/**
* Commits whose pull requests only GitHub's links can tell. Of those inside a branch the walk has shown every pull
* request merged since the start; what stood there before may have come by an older one.
*/
function toAsk({ loose, nested, inside }, walk, since) {
	const isHidden = ({ at }) => walk.after !== null || Date.parse(at) < Date.parse(since);
	return [
		...loose,
		...nested,
		...inside.filter(isHidden)
	];
}
/** git words the revert of a revert `Reapply "title (#1)" (#3)`, where #3 is the revert: a name it only borrows. */
const borrowsName = (commit, pull) => pull.mergeCommit !== null && describeMessage(commit.message).reverts?.commit === pull.mergeCommit.oid;
/** The oldest commit that carries each pull request which merged elsewhere. */
function picksAmong(linked, known) {
	const picks = /* @__PURE__ */ new Map();
	for (const { commit, named } of linked) {
		if (!named?.merged || known.has(named.number) || picks.has(named.number)) continue;
		picks.set(named.number, {
			pull: named,
			commit
		});
	}
	return [...picks.values()];
}
/**
* Matches the commits of a range to pull requests: by merge commit among the recently updated ones as long as that
* is cheaper, then by GitHub's links from commits. A pull request counts when its merge commit is in the range;
* GitHub also links unmerged ones and those of other bases.
* @param commits oldest first
* @param firstWalk the first page, read while the commits were
*/
async function matchPulls(context, commits, head, firstWalk, since) {
	const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
	const belongs = accountsFor(new Set(bySha.keys()));
	const adopt = mergeAdopter(commits);
	const ofRange = (pulls) => [...pulls].map(adopt).filter(belongs);
	const left = (pulls) => unaccountedCommits(bySha, [head], pulls);
	let walk = firstWalk;
	let unaccounted = left(ofRange(walk.pulls.values()));
	for (let pagesRead = 1; walk.after !== null && worthWalking(unaccounted, walk, pagesRead); pagesRead += 1) {
		walk = await readRecentPage(context, walk, since);
		unaccounted = left(ofRange(walk.pulls.values()));
	}
	const { linked, gaps } = await readLinkedPulls(context, toAsk(unaccounted, walk, since));
	const told = linked.flatMap((each) => each.named ? [...each.pulls, each.named] : each.pulls);
	const pulls = new Map(ofRange([...walk.pulls.values(), ...told]).map((pull) => [pull.number, pull]));
	const answers = new Map(linked.map((each) => [each.commit.sha, each]));
	const stillLoose = left([...pulls.values()]).loose.flatMap((commit) => answers.get(commit.sha) ?? []).filter((each) => !each.pulls.some((pull) => pulls.has(pull.number))).map((each) => ({
		...each,
		named: each.named && borrowsName(each.commit, each.named) ? null : each.named
	}));
	const order = new Map(commits.map(({ sha }, at) => [sha, at]));
	stillLoose.sort((one, other) => (order.get(one.commit.sha) ?? 0) - (order.get(other.commit.sha) ?? 0));
	return {
		pulls: [...pulls.values()],
		picks: picksAmong(stillLoose, pulls),
		loose: stillLoose.filter(({ named }) => !named?.merged).map(({ commit }) => commit),
		gaps: [...walk.gaps, ...gaps]
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
/**
* Commits reachable from the head and not from the base: the first page tells how many there are, the others are
* read in parallel.
* @param base commit, as `head` is: so a tag that moves meanwhile does not matter
*/
async function readComparison(context, base, head) {
	if (base === head) return {
		commits: [],
		gaps: [],
		isReversed: false
	};
	const readPage = (page) => context.client.rest(compareRoute, {
		owner: context.owner,
		repo: context.name,
		basehead: `${base}...${head}`,
		per_page: perPage,
		page
	}, comparison);
	const first = await unlessUnrelated(readPage(1));
	if (first === null) return readWholeHistory(context, head);
	const pageCount = Math.ceil(first.total_commits / perPage);
	const found = [first, ...await inParallel(Array.from({ length: Math.max(0, pageCount - 1) }, (_, at) => at + 2), readPage)].flatMap(({ commits }) => commits.map(ofRest));
	const commits = [...new Map(found.map((commit) => [commit.sha, commit])).values()];
	const missing = first.total_commits - commits.length;
	return {
		commits,
		gaps: missing > 0 ? [`${missing} of ${first.total_commits} commits of the range were not among GitHub's pages`] : [],
		isReversed: first.status === "behind"
	};
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
/** All commits a commit leads to: the range of the first tag of a series, which has nothing to be compared with. */
async function readWholeHistory(context, head) {
	const { client, owner, name, key } = context;
	const commits = /* @__PURE__ */ new Map();
	const gaps = [];
	const readPage = async (after) => {
		const { data, errors } = await client.graphql((failures) => ({
			document: commitHistory,
			variables: {
				owner,
				name,
				oid: head,
				after,
				pageSize: Math.max(1, perPage >> failures)
			}
		}), historyAnswer);
		gaps.push(...gapsOf(errors));
		const { object } = requireRepository(key, data.repository, errors);
		for (const node of object?.history.nodes ?? []) if (node) commits.set(node.oid, ofGraphql(node));
		return object?.history;
	};
	let page = await readPage(null);
	let after = page ? nextCursor(page.pageInfo, null) : null;
	while (after !== null) {
		page = await readPage(after);
		after = page ? nextCursor(page.pageInfo, after) : null;
	}
	const missing = (page?.totalCount ?? 0) - commits.size;
	if (missing > 0) gaps.push(`${missing} of ${page?.totalCount} commits were not among GitHub's pages`);
	return {
		commits: [...commits.values()].reverse(),
		gaps,
		isReversed: false
	};
}

// action/sources/github/queries/tag-window.graphql.ts
/** Where a tag window starts and ends: the refs named, or the tags to choose them from; and the rules. */
const tagWindow = `
  query TagWindow(
    $owner: String!, $name: String!, $branch: String!, $headTag: String!, $baseTag: String!,
    $withTags: Boolean!, $tagsAfter: String, $isFirst: Boolean!
  ) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      url
      isPrivate
      defaultBranchRef { name ...RefFields }
      branch: ref(qualifiedName: $branch) { name ...RefFields }
      head: ref(qualifiedName: $headTag) { name ...RefFields }
      base: ref(qualifiedName: $baseTag) { name ...RefFields }
      latestRelease @include(if: $isFirst) { tagName isPrerelease isDraft }
      tags: refs(
        refPrefix: "refs/tags/", first: 100, after: $tagsAfter, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }
      ) @include(if: $withTags) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { name ...RefFields }
      }
      ...RulesFields @include(if: $isFirst)
    }
    organization: repository(owner: $owner, name: ".github") @include(if: $isFirst) { ...RulesFields }
  }
  fragment RefFields on Ref {
    target {
      __typename
      oid
      ... on Commit { committedDate }
      ... on Tag {
        tagger { date }
        target { ...Peeled ... on Tag { target { ...Peeled ... on Tag { target { ...Peeled } } } } }
      }
    }
  }
  fragment Peeled on GitObject { __typename oid ... on Commit { committedDate } }
  ${rulesFields}
`;

// action/sources/github/tag-ends.ts
/** Before any commit. */
const beginning = "1970-01-01T00:00:00Z";
/** A ref peeled to its commit; null when it is not there or leads elsewhere. */
function endOf(ref) {
	const target = ref?.target;
	if (!ref || !target) return null;
	let commit = target;
	while (commit.target) commit = commit.target;
	if (commit.__typename !== "Commit") return null;
	const committedAt = commit.committedDate ?? "1970-01-01T00:00:00Z";
	return {
		name: ref.name,
		commit: commit.oid,
		at: target.tagger?.date ?? committedAt,
		committedAt
	};
}
/** A page of tags and what comes with it; the first brings the rules. */
async function readEndsPage({ client, owner, name, key }, { baseBranch }, named, withTags, before) {
	const variables = {
		owner,
		name,
		branch: `refs/heads/${baseBranch ?? ""}`,
		headTag: `refs/tags/${named.head ?? ""}`,
		baseTag: `refs/tags/${named.base ?? ""}`,
		withTags,
		tagsAfter: before?.tagsAfter ?? null,
		isFirst: before === null
	};
	const { data, errors } = await client.graphql(() => ({
		document: tagWindow,
		variables
	}), tagWindowAnswer);
	const repository = requireRepository(key, data.repository, errors);
	const { tags } = repository;
	const tagCount = (before?.tagCount ?? 0) + (tags?.nodes?.length ?? 0);
	const tagsAfter = tags ? nextCursor(tags.pageInfo, variables.tagsAfter) : null;
	const missing = tagsAfter === null && tags ? tags.totalCount - tagCount : 0;
	const lost = missing > 0 ? [`${missing} of ${tags?.totalCount} tags were not among GitHub's pages`] : [];
	return {
		repository: before?.repository ?? repository,
		rules: before?.rules ?? rulesOf(key, repository.rules, data.organization?.rules),
		tags: [...before?.tags ?? [], ...(tags?.nodes ?? []).flatMap((ref) => endOf(ref) ?? [])],
		tagCount,
		gaps: [
			...before?.gaps ?? [],
			...gapsOf(errors),
			...lost
		],
		tagsAfter
	};
}
/** One request where both ends are named; one more for each further hundred tags where they must be chosen. */
async function readEnds(context, query, named, withTags) {
	let ends = await readEndsPage(context, query, named, withTags, null);
	while (ends.tagsAfter !== null) ends = await readEndsPage(context, query, named, withTags, ends);
	return ends;
}

// action/sources/github/unreleased-commits.ts
/**
* Leaves out what other releases of the series hold: one of a hotfix line may be the latest, and one made earlier
* may have been merged back. The base is the release that is nearest on the branch's own line.
* @param commits those of `head` that `base` does not hold
*/
function unreleasedCommits(commits, head, base, tags) {
	const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
	const releases = new Set(releasesOfSeries(base.name, tags).map(({ name }) => name));
	const within = tags.filter(({ name, commit }) => releases.has(name) && bySha.has(commit));
	const released = /* @__PURE__ */ new Set();
	const open = within.map(({ commit }) => commit);
	for (let sha = open.pop(); sha !== void 0; sha = open.pop()) {
		const commit = bySha.get(sha);
		if (!commit || released.has(sha)) continue;
		released.add(sha);
		open.push(...commit.parents);
	}
	let nearest;
	for (let at = bySha.get(head); at && !nearest; at = bySha.get(at.parents[0] ?? "")) {
		const { sha } = at;
		nearest = within.find(({ commit }) => commit === sha);
	}
	return {
		commits: commits.filter(({ sha }) => !released.has(sha)),
		base: nearest ?? base
	};
}

// action/sources/github/read-tag-window.ts
const shownTags = 8;
function branchEnd({ repository }, key, baseBranch) {
	const branch = baseBranch === void 0 ? repository.defaultBranchRef : repository.branch;
	const end = endOf(branch);
	if (end) return end;
	const known = repository.defaultBranchRef ? [repository.defaultBranchRef.name] : [];
	throw new ZenPulseError("branch_unknown", {
		branch: baseBranch ?? "(none)",
		repository: key,
		known
	});
}
/** @throws ZenPulseError `tag_unknown`, `tag_missing`, `branch_unknown` */
async function resolveRange(context, query, window) {
	const { key } = context;
	const named = window.kind === "tags" ? window : {
		head: null,
		base: null
	};
	const ends = await readEnds(context, query, named, named.head === null || named.base === null);
	const branch = branchEnd(ends, key, query.baseBranch);
	const find = async (name, ref) => {
		const end = endOf(ref) ?? ends.tags.find((tag) => tag.name === name);
		if (end) return end;
		const { tags } = await readEnds(context, query, named, true);
		throw new ZenPulseError("tag_unknown", {
			tag: name,
			repository: key,
			known: tags.slice(0, shownTags).map((tag) => tag.name)
		});
	};
	if (window.kind === "unreleased") {
		const name = ends.repository.latestRelease?.tagName ?? newestTag(ends.tags, { stable: true });
		if (name === null) throw new ZenPulseError("tag_missing", {
			repository: key,
			type: "upcoming"
		});
		return {
			range: {
				base: await find(name, null),
				head: branch
			},
			ends,
			branch
		};
	}
	const headName = window.head ?? newestTag(ends.tags, { stable: false });
	if (headName === null) throw new ZenPulseError("tag_missing", {
		repository: key,
		type: "release"
	});
	const baseName = window.base ?? previousTag(headName, ends.tags);
	const head = await find(headName, ends.repository.head);
	return {
		range: {
			base: baseName === null ? null : await find(baseName, ends.repository.base),
			head
		},
		ends,
		branch
	};
}
/** The commits of the range and, while they are read, the first page of the pull requests updated last. */
async function readRange(context, { base, head }) {
	if (base?.commit === head.commit) return {
		found: {
			commits: [],
			gaps: [],
			isReversed: false
		},
		walk: startWalk,
		since: base.committedAt
	};
	const since = base?.committedAt ?? "1970-01-01T00:00:00Z";
	const [found, walk] = await Promise.all([base ? readComparison(context, base.commit, head.commit) : readWholeHistory(context, head.commit), readRecentPage(context, startWalk, since)]);
	return {
		found,
		walk,
		since
	};
}
/** A cherry-pick as a change: the commit stands for the pull request. */
function pickedChange({ pull, commit }) {
	const change = pullChange(pull);
	return change && {
		...change,
		commit: commit.sha,
		aliases: [],
		at: commit.at
	};
}
/** What merged between two tags, or since the last release. */
async function readTagWindow(context, query, window) {
	const { range, ends, branch } = await resolveRange(context, query, window);
	const { head } = range;
	const { found, walk, since } = await readRange(context, range);
	if (found.isReversed && window.kind === "tags") throw new ZenPulseError("tag_range_reversed", {
		base: range.base?.name ?? "",
		head: head.name
	});
	const { commits, base } = window.kind === "unreleased" && range.base ? unreleasedCommits(found.commits, head.commit, range.base, ends.tags) : {
		commits: found.commits,
		base: range.base
	};
	const matched = await matchPulls(context, commits, head.commit, walk, since);
	const order = new Map(commits.map(({ sha }, at) => [sha, at]));
	const ofRange = [
		...pullChanges(matched.pulls, new Map(commits.map((commit) => [commit.sha, commit]))),
		...matched.picks.flatMap((pick) => pickedChange(pick) ?? []),
		...matched.loose.map((commit) => pushChange(commit, ends.repository.url))
	];
	const triggered = await readTriggered(context, query.triggerPulls, ofRange);
	const end = Date.parse(head.committedAt);
	const position = ({ commit, at }) => order.get(commit ?? "") ?? (Date.parse(at) > end ? order.size : -1);
	const changes = [...triggered.changes, ...ofRange].sort((left, right) => position(left) - position(right));
	const labelGaps = matched.pulls.flatMap(gapsOfPull);
	const gaps = [
		...ends.gaps,
		...found.gaps,
		...matched.gaps,
		...labelGaps,
		...triggered.gaps
	];
	return {
		repository: {
			key: context.key,
			url: ends.repository.url,
			base_branch: branch.name,
			window: {
				kind: window.kind,
				spec: window.spec,
				base: base && {
					ref: base.name,
					commit: base.commit
				},
				head: {
					ref: head.name,
					commit: head.commit
				}
			},
			labels_known: true
		},
		isPrivate: ends.repository.isPrivate,
		changes,
		timeframe: {
			start: base?.committedAt ?? null,
			end: head.committedAt
		},
		rules: ends.rules,
		complete: gaps.length + triggered.notices.length === 0,
		notices: [...gapNotices(context.key, gaps), ...triggered.notices]
	};
}

export { readTagWindow };