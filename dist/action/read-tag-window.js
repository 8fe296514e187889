import { I as visibleText, M as unknownDate, _ as addPage, d as requireRepository, f as rulesOf, g as addHead, l as gapNotices, m as pullFields, nt as ZenPulseError, p as rulesFields, u as gapsOf, v as startWalk, y as nextCursor } from "./start.js";
import { a as compareNumbers, c as isSameSeries, d as byText, i as tagsInScope, l as releasesAmong, o as compareReleases, r as newestRelease, s as isBelow, t as everyTag, u as readTag } from "./choose-series.js";
import { i as mergeAdopter, n as pushChange, r as settleCommits, t as knownAs } from "./known-as.js";
import { c as recentPullsAnswer, i as readWholeHistory, l as tagWindowAnswer, n as readComparison, o as unaccountedCommits } from "./range-commits.js";
import { i as noLinks } from "./merge-method.js";
import { t as readTriggered } from "./triggered-pulls2.js";

// rules/tags/which-tag-came-before.ts
const ownRelease = ({ isMoving }) => !isMoving;
/** The highest first; where one version has several tags, that of the wanted style. */
const highestFirst = (style) => (left, right) => compareReleases(right, left) || Number(right.style === style) - Number(left.style === style) || byText(left.name, right.name);
/**
* The release that a tag stands for: a moving tag, such as `v5` or `latest`, for the highest one on its commit, any
* other for itself.
*/
function releaseOf(name, tags) {
	const commit = tags.find((tag) => tag.name === name)?.commit;
	const releases = releasesAmong(tags);
	const own = releases.find((release) => release.name === name);
	if (commit === void 0 || own && !own.isMoving) return name;
	return releases.filter((release) => ownRelease(release) && release.row.commit === commit && (!own || isBelow(release, own))).sort(highestFirst(own?.style ?? ""))[0]?.name ?? name;
}
/**
* Tags that may be the one before, the likeliest first: lower versions of the same series, the highest first. A stable
* tag skips pre-releases, a flavour takes its own before the plain ones. The order of the list does not matter.
* @param tags all tags of the repository
*/
function previousTags(name, tags) {
	const releases = releasesAmong(tags.some((tag) => tag.name === name) ? tags : [...tags, {
		name,
		commit: ""
	}]);
	const head = releases.find((release) => release.name === name);
	if (!head) return [];
	const isLower = (other) => compareReleases(other, head) < 0 || head.isMoving && isBelow(other, head);
	const lower = releases.filter(ownRelease).filter((other) => other.name !== name && isSameSeries(other, head) && isLower(other)).filter((other) => head.isPreRelease || !other.isPreRelease).sort(highestFirst(head.style));
	const own = lower.filter(({ flavour }) => flavour === head.flavour);
	const plain = head.flavour === "" ? [] : lower.filter(({ flavour }) => flavour === "");
	return [...own, ...plain].map((release) => release.name);
}
/** The releases of a tag's series, itself among them; pre-releases count only where the tag is one. */
function releasesOfSeries(name, tags) {
	const releases = releasesAmong(tags);
	const own = releases.find((release) => release.name === name);
	if (!own) return [];
	return releases.filter((other) => !other.isMoving && isSameSeries(other, own)).filter((other) => own.isPreRelease || !other.isPreRelease).sort(highestFirst(own.style)).map(({ row }) => row);
}
/** True where `other` is a pre-release of the very version that `name` is. */
function isPreReleaseOf(other, head) {
	return other.isPreRelease && isSameSeries(other, head) && compareNumbers(other.numbers, head.numbers) === 0;
}

// action/sources/history/range-notices.ts
const nameOf = visibleText;
/** What to ask for instead, in words for action and command line. */
const askFor = (base, head) => `To count from there, ask for tag_range ${nameOf(base)}..${nameOf(head)} (--tag-range ${nameOf(base)}..${nameOf(head)}).`;
/** The newest version tag of the range, other than its head and the head's own pre-releases. */
function earlierTag({ head: name, tags, isWithin }) {
	const releases = releasesAmong(tags);
	const head = releases.find((release) => release.name === name);
	const headCommit = tags.find((tag) => tag.name === name)?.commit;
	const earlier = releases.filter(({ row }) => row.commit !== headCommit && isWithin(row.commit)).filter((release) => !(head && isPreReleaseOf(release, head))).map(({ row }) => row);
	return newestRelease(earlier, everyTag, { stable: head?.isPreRelease === false })?.tag.name ?? null;
}
/** A stable release of the range that is a higher version than its base: the base is not the one before. */
function nearerTag({ base: baseName, head: headName, tags, isWithin }) {
	const releases = releasesAmong(tags);
	const base = releases.find(({ name }) => name === baseName);
	const head = releases.find(({ name }) => name === headName);
	if (!base || !head) return null;
	const rows = releases.filter((release) => !release.isPreRelease && !release.isMoving && release.row.commit !== head.row.commit && isWithin(release.row.commit) && isSameSeries(release, head) && compareReleases(release, base) > 0 && compareReleases(release, head) !== 0).map(({ row }) => row);
	return newestRelease(rows, everyTag, { stable: true })?.tag.name ?? null;
}
/** What a reader must know of how the start of a range was found; empty where nothing is in doubt. */
function rangeNotices(range) {
	const { key, base, head, isAsked, isUnrelated } = range;
	const notice = (code, text) => ({
		code,
		text: `${key}: ${text}`
	});
	if (isUnrelated && base !== null) {
		const earlier = earlierTag(range);
		return [notice("previous_tag_unrelated", `${`${nameOf(base)} and ${nameOf(head)} have no history in common, so everything that ${nameOf(head)} holds is told.`}${earlier === null ? "" : ` ${nameOf(earlier)} is part of that history. ${askFor(earlier, head)}`}`)];
	}
	if (isAsked) return [];
	if (base === null) {
		const earlier = earlierTag(range);
		if (earlier === null) {
			const what = readTag(head) ? "is the first release" : "names no version and has no version tag before it";
			return [notice("first_release", `${nameOf(head)} ${what}: everything up to it is told.`)];
		}
		return [notice("previous_tag_missing", `${`no tag before ${nameOf(head)} was found in its series, so everything since the beginning of history is told. An earlier version tag is ${nameOf(earlier)}.`} ${askFor(earlier, head)}`)];
	}
	const nearer = nearerTag(range);
	if (nearer === null) return [];
	return [notice("previous_tag_doubtful", `${`${nameOf(base)} comes before ${nameOf(head)} by its version, but ${nameOf(nearer)} lies between them.`} ${askFor(nearer, head)}`)];
}
/** How many of the other series are named. */
const shownSeries = 5;
/** Says which series was taken where nothing chose one. */
function seriesNotices(key, taken, others) {
	if (others.length === 0) return [];
	const shown = others.slice(0, shownSeries).map(nameOf).join(", ");
	const more = others.length > shownSeries ? ` and ${others.length - shownSeries} more` : "";
	return [{
		code: "series_chosen",
		text: `${key}: its tags are of several series; this counts by that of ${nameOf(taken)}, the newest. The others: ${shown}${more}. report.tags in .github/zenpulse.yml says which tags to count by.`
	}];
}
/** Says what a moving tag stood for. */
const movingNotices = (key, asked, release) => asked === release ? [] : [{
	code: "moving_tag",
	text: `${key}: ${nameOf(asked)} is a tag that moves; ${nameOf(release)} is the release on its commit.`
}];

// action/sources/history/undated-notice.ts
const shownCommits = 5;
/**
* Names the commits whose date no calendar holds, such as the year 3,170,843 of a broken clock.
* @param instead what counts in its place, as the end of a sentence
*/
function undatedNotice(shas, instead) {
	const shown = shas.slice(0, shownCommits).map((sha) => sha.slice(0, 10));
	const more = shas.length > shown.length ? ` and ${shas.length - shown.length} more` : "";
	return {
		code: "commit_date_unknown",
		text: `The date of ${shown.join(", ")}${more} is none that a calendar holds; ${instead}.`
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
/**
* Matches the commits of a range to pull requests: by merge commit among the recently updated ones as long as that
* is cheaper, then by GitHub's links from commits. A pull request counts when its merge commit is in the range;
* GitHub also links unmerged ones and those of other bases.
* @param commits oldest first
* @param firstWalk the first page, read while the commits were
* @param url web address of the repository
*/
async function matchPulls(context, commits, { head, firstWalk, since, url }) {
	const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
	const belongs = accountsFor(new Set(bySha.keys()));
	const adopt = mergeAdopter(bySha, false);
	const ofRange = (pulls) => [...pulls].map(adopt).filter(belongs);
	let walk = firstWalk;
	let pulls = ofRange(walk.pulls.values());
	const left = () => unaccountedCommits(bySha, [head], pulls, noLinks);
	for (let pagesRead = 1; walk.after !== null && worthWalking(left(), walk, pagesRead); pagesRead += 1) {
		walk = await readRecentPage(context, walk, since);
		pulls = ofRange(walk.pulls.values());
	}
	const settled = await settleCommits(context, {
		commits: bySha,
		tips: [head],
		pulls,
		toAsk: (unaccounted) => toAsk(unaccounted, walk, since),
		adopt,
		belongs,
		url
	});
	return {
		...settled,
		gaps: [...walk.gaps, ...settled.gaps]
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
      pullRequestTemplates @include(if: $isFirst) { body }
      defaultBranchRef { name ...RefFields }
      branch: ref(qualifiedName: $branch) { name ...RefFields }
      head: ref(qualifiedName: $headTag) { name ...RefFields }
      base: ref(qualifiedName: $baseTag) { name ...RefFields }
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
/** What a ref leads to, tags of tags peeled. */
function peeled(ref) {
	let object = ref?.target ?? null;
	while (object?.target) object = object.target;
	return object;
}
/** `commit`, or else what a tag names instead. */
const kindOf = (ref) => peeled(ref)?.__typename.toLowerCase() ?? null;
/** A ref peeled to its commit; null when it is not there or leads elsewhere. */
function endOf(ref) {
	const target = ref?.target;
	const commit = peeled(ref);
	if (!ref || !target || commit?.__typename !== "Commit") return null;
	const committedAt = commit.committedDate ?? "1970-01-01T00:00:00Z";
	return {
		name: ref.name,
		commit: commit.oid,
		at: target.tagger?.date ?? committedAt,
		committedAt
	};
}
/** A page of tags and what comes with it; the first brings the rules. */
async function readEndsPage(context, { baseBranch }, named, withTags, before) {
	const { client, owner, name, key } = context;
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
		rules: before?.rules ?? rulesOf(context, repository, data.organization),
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
* Leaves out what any release of the series holds. Releases contained in the branch cost nothing; one made beside it
* costs a comparison, and is only asked about where it is younger than something that still waits.
* @param found the commits of `head` that the highest release does not hold
* @param releases of the series, the highest first
*/
async function unreleasedCommits(context, found, head, releases) {
	const bySha = new Map(found.commits.map((commit) => [commit.sha, commit]));
	const [highest] = releases;
	const gaps = [];
	/** Of each commit that is released the place of the highest release that holds it. */
	const holder = /* @__PURE__ */ new Map();
	const hold = (sha, place) => holder.set(sha, Math.min(place, holder.get(sha) ?? place));
	const walked = /* @__PURE__ */ new Set();
	releases.forEach(({ commit: tip }, place) => {
		const open = [tip];
		for (let sha = open.pop(); sha !== void 0; sha = open.pop()) {
			const commit = bySha.get(sha);
			if (!commit || walked.has(sha)) continue;
			walked.add(sha);
			hold(sha, place);
			open.push(...commit.parents);
		}
	});
	/** The branch's own line above the newest commit of it that is released, and that commit. */
	const ownLine = () => {
		const line = [];
		let sha = head;
		for (let at = bySha.get(head); at && !holder.has(at.sha); at = bySha.get(sha ?? "")) {
			line.push(at);
			[sha] = at.parents;
		}
		return {
			line,
			released: sha
		};
	};
	const waitsSince = () => Math.min(...ownLine().line.map(({ at }) => Date.parse(at)));
	const beside = releases.map((release, place) => ({
		release,
		place
	})).filter(({ release }) => !bySha.has(release.commit) && release !== highest && !found.isUnrelated).sort((left, right) => Date.parse(right.release.committedAt) - Date.parse(left.release.committedAt));
	const seen = /* @__PURE__ */ new Set([highest.commit]);
	for (const { release, place } of beside) {
		if (seen.has(release.commit) || Date.parse(release.committedAt) < waitsSince()) continue;
		const held = await readComparison(context, highest.commit, release.commit);
		gaps.push(...held.gaps);
		for (const { sha } of held.commits) {
			seen.add(sha);
			if (bySha.has(sha)) hold(sha, place);
		}
	}
	const { released } = ownLine();
	const base = releases[holder.get(released ?? "") ?? 0] ?? highest;
	return {
		commits: found.commits.filter(({ sha }) => !holder.has(sha)),
		base,
		gaps
	};
}

// action/sources/github/read-tag-window.ts
const shownTags = 8;
function branchEnd({ repository }, key, baseBranch) {
	const branch = baseBranch === void 0 ? repository.defaultBranchRef : repository.branch;
	const end = endOf(branch);
	if (end) return end;
	if (!repository.defaultBranchRef) throw new ZenPulseError("github_repository_empty", { repository: key });
	const known = [repository.defaultBranchRef.name];
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
	const isChosen = named.head === null || named.base === null;
	const ends = await readEnds(context, query, named, isChosen);
	const branch = branchEnd(ends, key, query.baseBranch);
	const scope = isChosen && query.releaseScope ? await query.releaseScope(ends.rules.rules) : everyTag;
	const choose = (type) => {
		const choice = newestRelease(ends.tags, scope, { stable: type === "upcoming" });
		if (choice === null) throw new ZenPulseError("tag_missing", {
			repository: key,
			type
		});
		return choice;
	};
	const find = async (name, ref) => {
		const end = endOf(ref) ?? ends.tags.find((tag) => tag.name === name);
		if (end) return end;
		const kind = kindOf(ref);
		if (kind === "blob" || kind === "tree") throw new ZenPulseError("tag_without_commit", {
			tag: name,
			repository: key,
			kind
		});
		const { tags } = await readEnds(context, query, named, true);
		throw new ZenPulseError("tag_unknown", {
			tag: name,
			repository: key,
			known: tags.slice(0, shownTags).map((tag) => tag.name)
		});
	};
	const among = (names) => names.flatMap((name) => ends.tags.find((tag) => tag.name === name) ?? []);
	if (window.kind === "unreleased") {
		const { tag, others } = choose("upcoming");
		const tags = releasesOfSeries(tag.name, tagsInScope(ends.tags, scope, tag.name));
		return {
			head: branch,
			bases: tags,
			isAsked: true,
			ends,
			branch,
			tags,
			notices: seriesNotices(key, tag.name, others)
		};
	}
	const choice = window.head === null ? choose("release") : null;
	const asked = choice?.tag ?? await find(window.head ?? "", ends.repository.head);
	if (window.base !== null) {
		const bases = [await find(window.base, ends.repository.base)];
		const notices = seriesNotices(key, asked.name, choice?.others ?? []);
		return {
			head: asked,
			bases,
			isAsked: true,
			ends,
			branch,
			tags: ends.tags,
			notices
		};
	}
	const tags = tagsInScope(ends.tags, scope, asked.name);
	const [head = asked] = among([releaseOf(asked.name, tags)]);
	return {
		head,
		bases: among(previousTags(head.name, tags)),
		isAsked: false,
		ends,
		branch,
		tags,
		notices: [...seriesNotices(key, head.name, choice?.others ?? []), ...movingNotices(key, asked.name, head.name)]
	};
}
/** The commits of the range and, while they are read, the first page of the pull requests updated last. */
async function readRange(context, base, head) {
	if (base?.commit === head.commit) return {
		found: {
			commits: [],
			gaps: [],
			isReversed: false,
			isUnrelated: false
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
/**
* The range from the first base that does not hold the head itself, as one tagged late on a later commit does.
* @throws ZenPulseError `tag_range_reversed` where the base was asked for
*/
async function readFirstRange(context, { bases, head, isAsked }, kind) {
	for (const base of bases) {
		const range = await readRange(context, base, head);
		if (!range.found.isReversed || kind === "unreleased") return {
			...range,
			base
		};
		if (isAsked) throw new ZenPulseError("tag_range_reversed", {
			base: base.name,
			head: head.name
		});
	}
	return {
		...await readRange(context, null, head),
		base: null
	};
}
/** What merged between two tags, or since the last release. */
async function readTagWindow(context, query, window) {
	const resolved = await resolveRange(context, query, window);
	const { head, ends, branch, tags } = resolved;
	const here = knownAs(context, ends.repository);
	const { found, walk, since, base: start } = await readFirstRange(here, resolved, window.kind);
	const [highest, ...others] = tags;
	const { commits, base, gaps: besideGaps } = window.kind === "unreleased" && highest ? await unreleasedCommits(here, found, head.commit, [highest, ...others]) : {
		commits: found.commits,
		base: start,
		gaps: []
	};
	const within = new Set(commits.map(({ sha }) => sha));
	const doubts = rangeNotices({
		key: context.key,
		base: base?.name ?? null,
		head: head.name,
		isAsked: resolved.isAsked,
		isUnrelated: found.isUnrelated && base === start,
		isWithin: (commit) => within.has(commit),
		tags
	});
	const { url } = ends.repository;
	const matched = await matchPulls(here, commits, {
		head: head.commit,
		firstWalk: walk,
		since,
		url
	});
	const order = new Map(commits.map(({ sha }, at) => [sha, at]));
	const ofRange = [...matched.changes, ...matched.pushes.map((commit) => pushChange(commit, url))];
	const triggered = await readTriggered(here, query.triggerPulls, new Set(ofRange.flatMap(({ number }) => number ?? [])));
	const end = Date.parse(head.committedAt);
	const position = ({ commit, at }) => order.get(commit ?? "") ?? (Date.parse(at) > end ? order.size : -1);
	const changes = [...triggered.changes, ...ofRange].sort((left, right) => position(left) - position(right));
	const undated = commits.flatMap(({ at, sha }) => at === "1970-01-01T00:00:00Z" ? sha : []);
	const gaps = [
		...ends.gaps,
		...found.gaps,
		...besideGaps,
		...matched.gaps,
		...triggered.gaps
	];
	return {
		repository: {
			key: context.key,
			url,
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
		rules: ends.rules.rules,
		complete: gaps.length + triggered.notices.length === 0,
		notices: [
			...doubts,
			...resolved.notices,
			...gapNotices(context.key, gaps),
			...matched.notices,
			...triggered.notices,
			...ends.rules.notices,
			...undated.length > 0 ? [undatedNotice(undated, "1 January 1970 stands for it")] : []
		]
	};
}

export { readTagWindow };