import { d as requireRepository, m as pullFields, u as gapsOf } from "./start.js";
import { s as isSameTitle } from "./after-reading.js";
import { r as templateLines } from "./describe-message.js";
import { i as noLinks, n as mergeCommitsOf, t as commitsInDoubt } from "./merge-method.js";
import { n as pullChange, r as pullChanges, t as gapsOfPull } from "./pull-change.js";
import { t as inParallel } from "./in-parallel.js";
import { o as unaccountedCommits, s as linkedPullsAnswer } from "./range-commits.js";

// action/sources/github/adopted-merge.ts
/** Whether a commit has the words of a pull request's merge: GitHub keeps them, also of a history that was rewritten. */
function isWordedAs({ facts }, { mergeCommit, title }) {
	const subject = mergeCommit?.message.split("\n", 1)[0]?.trim();
	return facts.subject === subject || isSameTitle(facts.title, title);
}
/** A commit as the merge commit of a pull request. */
const withMergeCommit = (pull, { sha: oid, message, parents, at }) => ({
	...pull,
	mergeCommit: {
		oid,
		message,
		authoredDate: at,
		committedDate: at,
		parents: { totalCount: parents.length }
	}
});
/**
* Gives pull requests whose merge commit is not among the commits the one that names them: GitHub has none any more of
* some old ones, and after a history was rewritten it still names the commit from before.
* @param commits oldest first: of several the first one counts
* @param withSquashes also takes a single commit of the same words; false where it may as well be a cherry-pick
*/
function mergeAdopter(commits, withSquashes) {
	const byNumber = /* @__PURE__ */ new Map();
	for (const commit of commits.values()) for (const { number, form } of commit.facts.pulls) if (form === "merge" || form === "squash") byNumber.set(number, [...byNumber.get(number) ?? [], commit]);
	return (pull) => {
		const { merged, mergeCommit } = pull;
		if (!merged || mergeCommit && commits.has(mergeCommit.oid)) return pull;
		const naming = byNumber.get(pull.number) ?? [];
		const isIt = (commit) => (withSquashes || commit.parents.length > 1) && isWordedAs(commit, pull);
		const commit = mergeCommit === null ? naming[0] : naming.find(isIt);
		return commit ? withMergeCommit(pull, commit) : pull;
	};
}

// action/sources/history/named-notices.ts
const shown = 20;
const keysOf = (key, numbers) => {
	const named = numbers.slice(0, shown).map((number) => `${key}#${number}`);
	const rest = numbers.length - named.length;
	return `${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};
/** Says which pull requests only a merge bot's words vouch for. @param why what else there would be to go by */
const namedByBot = (key, numbers, why) => numbers.length === 0 ? [] : [{
	code: "named_by_merge_bot",
	text: `${keysOf(key, numbers)} ${numbers.length === 1 ? "stands" : "stand"} as named by the merge bot: ${why}.`
}];
/** Says which commits name more pull requests than are read. */
const namesCut = (key, commits) => commits.map(({ sha, total }) => ({
	code: "named_pulls_truncated",
	text: `Truncated: ${key}@${sha.slice(0, 10)} names ${total} pull requests; the first ${200} were read.`
}));

// action/sources/github/queries/pulls-of-commits.graphql.ts
const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
* Pull requests GitHub links to each commit, one alias a commit: `c0`, `c1`, … in the order given; and those named by
* number, `p12`, whose number may be an issue's and then answers NOT_FOUND.
*/
const pullsOfCommits = ({ shas, numbers }) => `
  query PullsOfCommits($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${[...shas.map((sha, at) => `c${at}: object(${fullSha.test(sha) ? "oid" : "expression"}: ${JSON.stringify(sha)}) { ... on Commit { associatedPullRequests(first: 10) { totalCount nodes { ...PullFields } } } }`), ...numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ...PullFields }`)].join("\n      ")}
    }
  }
  ${pullFields}
`;

// action/sources/github/linked-pulls.ts
/** Commits of one request, and pull requests that they name together. */
const commitsPerRequest = 100;
const numbersPerRequest = 250;
/** A message may name an issue, or a pull request of elsewhere: that there is none is an answer. */
const isNoPull = ({ type, path }) => type === "NOT_FOUND" && /^repository\.p\d+$/.test(path);
/** The repository a pull request belongs to, which need not be the one that was asked. */
const repositoryOf = ({ baseRepository, url }) => baseRepository?.nameWithOwner ?? /([^/]+\/[^/]+)\/pull\/\d+$/.exec(url)?.[1] ?? "";
function ownPulls({ messages }, nodes) {
	const own = new Set(messages.names.map((name) => name.toLowerCase()));
	return nodes.filter((node) => node !== null).filter((pull) => own.has(repositoryOf(pull).toLowerCase()));
}
const numbersOf = (commits) => [...new Set(commits.flatMap(({ facts }) => facts.pulls.map(({ number }) => number)))];
/** The commit a pick names first is where its chain began. */
const originalOf = ({ facts }) => facts.pulls.length === 0 ? facts.pickedFrom.slice(0, 1) : [];
/** As many of the commits as one request may ask for; one at least. */
function firstOf(commits, most) {
	let count = 1;
	let numbers = commits[0]?.facts.pulls.length ?? 0;
	while (count < Math.min(most, commits.length)) {
		numbers += commits[count]?.facts.pulls.length ?? 0;
		if (numbers > numbersPerRequest) break;
		count += 1;
	}
	return commits.slice(0, count);
}
async function readBatch(context, batch) {
	const { client, owner, name, key } = context;
	const linked = [];
	const gaps = [];
	while (linked.length < batch.length) {
		let taken = [];
		let shas = [];
		const { data, errors } = await client.graphql((failures) => {
			taken = firstOf(batch.slice(linked.length), Math.max(1, batch.length >> failures));
			shas = [...taken.map(({ sha }) => sha), ...taken.flatMap(originalOf)];
			return {
				document: pullsOfCommits({
					shas,
					numbers: numbersOf(taken)
				}),
				variables: {
					owner,
					name
				}
			};
		}, linkedPullsAnswer);
		const repository = requireRepository(key, data.repository, errors);
		gaps.push(...gapsOf(errors.filter((error) => !isNoPull(error))));
		const pullsOf = (sha) => ownPulls(context, repository.commits.get(shas.indexOf(sha))?.nodes ?? []);
		for (const [at, commit] of taken.entries()) {
			const found = repository.commits.get(at);
			const pulls = pullsOf(commit.sha);
			if (!found) gaps.push(`GitHub did not say which pull requests brought ${commit.sha}`);
			else if (found.totalCount > (found.nodes ?? []).length && !pulls.some(({ merged }) => merged)) gaps.push(`only ${(found.nodes ?? []).length} of ${found.totalCount} pull requests of ${commit.sha} were read`);
			linked.push({
				commit,
				pulls,
				named: commit.facts.pulls.flatMap(({ number }) => repository.named.get(number) ?? []),
				ofOriginal: originalOf(commit).flatMap(pullsOf)
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
	const batches = Array.from({ length: Math.ceil(commits.length / commitsPerRequest) }, (_, at) => commits.slice(at * commitsPerRequest, (at + 1) * commitsPerRequest));
	const read = await inParallel(batches, (batch) => readBatch(context, batch));
	return {
		linked: read.flatMap(({ linked }) => linked),
		gaps: read.flatMap(({ gaps }) => gaps)
	};
}

// action/sources/github/picked-pulls.ts
/** git words the revert of a revert `Reapply "title (#1)" (#3)`, where #3 is the revert: a name it only borrows. */
const borrowsName = ({ facts }, { mergeCommit }) => facts.reverts?.commits.some((sha) => mergeCommit?.oid.startsWith(sha)) ?? false;
/** Whether a commit carries a pull request, rather than mentions it: a trailer says so, a subject by having its words. */
function carries(commit, pull) {
	const form = commit.facts.pulls.find(({ number }) => number === pull.number)?.form;
	return !borrowsName(commit, pull) && (form === "trailer" || isWordedAs(commit, pull));
}
const byMerge = (left, right) => Date.parse(left.mergedAt ?? "") - Date.parse(right.mergedAt ?? "");
/** The pull request a commit carries: named by itself, else the first one that merged what it was picked from. */
const carriedBy = ({ commit, named, ofOriginal }) => commit.facts.pulls.length > 0 ? named.find((pull) => pull.merged && carries(commit, pull)) : [...ofOriginal].filter(({ merged }) => merged).sort(byMerge)[0];
/** Of a pick by its subject the oldest commit stands for it; of commits picked one by one the last, like of a rebase. */
function pickedChange({ pull, commits }, { messages }) {
	const isNamed = commits[0]?.facts.pulls.some(({ form }) => form === "squash" || form === "merge");
	const commit = isNamed ? commits[0] : commits.at(-1);
	const change = pullChange(pull, messages);
	if (!change || !commit) return null;
	const shas = isNamed ? [commit.sha] : commits.map(({ sha }) => sha);
	const originals = [change.commit, ...commits.flatMap(({ facts }) => facts.pickedFrom)];
	return {
		...change,
		commit: commit.sha,
		aliases: [...new Set(originals.filter((sha) => sha !== null))],
		rebased: shas.length > 1 ? shas : [],
		at: commit.at
	};
}
/**
* Tells cherry-picks among commits that no pull request brought from direct pushes. A commit that only mentions a pull
* request is a push.
* @param loose oldest first
* @param answers what GitHub says of them, by SHA
* @param known pull requests that are counted already
*/
function pickedPulls(context, loose, answers, known) {
	const picks = /* @__PURE__ */ new Map();
	const pushes = [];
	for (const commit of loose) {
		const answer = answers.get(commit.sha);
		if (answer?.pulls.some(({ number }) => known.has(number))) continue;
		if (commit.facts.pulls.flatMap(({ number }) => known.get(number) ?? []).some((pull) => carries(commit, pull))) continue;
		const pull = answer && carriedBy(answer);
		if (!pull) pushes.push(commit);
		else if (!known.has(pull.number)) {
			const pick = picks.get(pull.number) ?? {
				pull,
				commits: []
			};
			picks.set(pull.number, {
				pull,
				commits: [...pick.commits, commit]
			});
		}
	}
	return {
		picks: [...picks.values()].flatMap((pick) => pickedChange(pick, context) ?? []),
		pushes
	};
}

// action/sources/github/stated-pulls.ts
/** bors closes what it squashes, and says so in the title. */
const borsMark = /^\[Merged by Bors\] - /i;
const unmarkedTitle = ({ title }) => title.replace(borsMark, "");
/** Whether a message vouches for a pull request by itself. @param node what GitHub knows of the number, if anything */
function isVouched({ facts }, { form, isByBot }, node) {
	if (form === "merge" || form === "listed") return isByBot;
	if (!node?.closed || node.merged) return false;
	if (form === "trailer") return isByBot;
	return borsMark.test(node.title) && isSameTitle(unmarkedTitle(node), facts.title);
}
/** What the message alone tells of a number that GitHub knows no pull request by. */
const unknownPull = ({ number, title, author }, commit, url) => ({
	number,
	title: title || commit.facts.title,
	url: `${url}/pull/${number}`,
	merged: true,
	mergedAt: commit.at,
	updatedAt: commit.at,
	baseRefName: "",
	author: author === null ? null : { login: author },
	labels: {
		totalCount: 0,
		nodes: []
	},
	mergeCommit: null,
	commits: {
		totalCount: 0,
		nodes: []
	}
});
/**
* Pull requests that merge bots and scripts name and that are not known otherwise. A bot merges by itself: GitHub may
* show its pull requests as closed, or know another commit for them.
* @param linked commits with what GitHub knows of them, oldest first
* @param url web address of the repository
*/
function statedPulls(linked, known, url) {
	const byNumber = /* @__PURE__ */ new Map();
	for (const { commit, named: nodes } of linked) for (const named of commit.facts.pulls) {
		const { number, form } = named;
		const node = nodes.find((each) => each.number === number);
		if (known.has(number) || !isVouched(commit, named, node)) continue;
		const before = byNumber.get(number);
		if (!before || before.named.form === "listed" && form === "merge") byNumber.set(number, {
			named,
			node,
			commits: [commit]
		});
		else if (form === "trailer") before.commits.push(commit);
	}
	return [...byNumber.values()].flatMap(({ named, node, commits }) => {
		const last = commits.at(-1);
		if (!last) return [];
		const isUnmerged = !node?.merged;
		const told = node ? {
			...node,
			title: unmarkedTitle(node),
			merged: true,
			mergedAt: node.mergedAt ?? last.at
		} : unknownPull(named, last, url);
		return [{
			pull: withMergeCommit(told, last),
			commits,
			isUnmerged
		}];
	});
}

// action/sources/github/settle-commits.ts
const linksOf = (linked) => new Map(linked.map(({ commit, pulls }) => [commit.sha, new Set(pulls.filter(({ merged }) => merged).map(({ number }) => number))]));
const byNumber = (pulls) => new Map(pulls.map((pull) => [pull.number, pull]));
function noticesOf(key, commits, unmerged) {
	const cut = [...commits].filter(({ facts }) => facts.namedTotal > facts.pulls.length);
	return [...namedByBot(key, unmerged, "GitHub does not know of a merge"), ...namesCut(key, cut.map(({ sha, facts }) => ({
		sha,
		total: facts.namedTotal
	})))];
}
/**
* Settles for each commit of a window what it came by: the merge of a pull request, as the graph, GitHub's links or
* the words of a merge bot say; a cherry-pick of one; or a push. Asks GitHub nothing where all is told already.
*/
async function settleCommits(context, window) {
	const { commits, tips, url } = window;
	const account = (pulls, links) => unaccountedCommits(commits, tips, pulls, links);
	const inDoubt = commitsInDoubt(window.pulls, commits, mergeCommitsOf(window.pulls));
	const asked = /* @__PURE__ */ new Set([...window.toAsk(account(window.pulls, noLinks)), ...inDoubt]);
	const { linked, gaps } = asked.size === 0 ? {
		linked: [],
		gaps: []
	} : await readLinkedPulls(context, [...asked]);
	const order = new Map([...commits.keys()].map((sha, at) => [sha, at]));
	const place = ({ sha }) => order.get(sha) ?? 0;
	linked.sort((one, other) => place(one.commit) - place(other.commit));
	const links = linksOf(linked);
	const named = linked.flatMap((each) => [...each.pulls, ...each.named]).map(window.adopt);
	const isHere = (pull) => pull.merged && (window.belongs(pull) || commits.has(pull.mergeCommit?.oid ?? ""));
	const merged = byNumber([...window.pulls, ...named].filter(isHere));
	const stated = statedPulls(linked, merged, url);
	const known = byNumber([...merged.values(), ...stated.map(({ pull }) => pull)]);
	const unaccounted = account([...known.values()], links);
	const ofStated = new Set(stated.flatMap((each) => each.commits));
	const nested = new Set(unaccounted.nested.filter(({ parents }) => parents.length < 2));
	const { picks, pushes } = pickedPulls(context, [...unaccounted.loose, ...nested].filter((commit) => !ofStated.has(commit)).sort((one, other) => place(one) - place(other)), new Map(linked.map((each) => [each.commit.sha, each])), known);
	const ofScripts = stated.flatMap(({ pull, commits: own }) => {
		const sole = own.length === 1 && own[0]?.parents.length === 1 ? own[0] : void 0;
		const change = pullChange(pull, context.messages, own.map(({ sha }) => sha));
		return change ? [pull.author || !sole ? change : {
			...change,
			author: sole.author
		}] : [];
	});
	const counted = [...merged.values()].filter(window.belongs);
	const unmerged = stated.filter(({ isUnmerged }) => isUnmerged).map(({ pull }) => pull.number);
	return {
		changes: [
			...pullChanges(counted, context.messages, {
				commits,
				merged: mergeCommitsOf([...known.values()]),
				links
			}),
			...ofScripts,
			...picks
		],
		pushes: pushes.filter((commit) => !nested.has(commit)),
		unaccounted,
		pulls: [...known.values()],
		gaps: [...gaps, ...[...counted, ...stated.map(({ pull }) => pull)].flatMap(gapsOfPull)],
		notices: noticesOf(context.key, commits.values(), unmerged)
	};
}

// action/sources/github/push-change.ts
/** A commit without a pull request as a change. @param url web address of the repository */
function pushChange(commit, url) {
	const { facts } = commit;
	return {
		number: null,
		commit: commit.sha,
		aliases: facts.pickedFrom,
		rebased: [],
		title: facts.subject,
		author: commit.author,
		at: commit.at,
		url: `${url}/commit/${commit.sha}`,
		labels: null,
		isBreaking: facts.isBreaking,
		reverts: facts.reverts
	};
}

// action/sources/github/known-as.ts
/**
* The same repository, whose messages are read against the name it goes by now as well and against its templates. Apart
* from the context, for a run that finds nothing reads no message.
*/
const knownAs = (context, { nameWithOwner, pullRequestTemplates }) => ({
	...context,
	messages: {
		names: [context.key, nameWithOwner],
		template: templateLines((pullRequestTemplates ?? []).map(({ body }) => body ?? ""))
	}
});

export { mergeAdopter as i, pushChange as n, settleCommits as r, knownAs as t };