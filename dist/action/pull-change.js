import { n as mergeHints, t as describeMessage } from "./describe-message.js";
import { o as conventionalTitle } from "./after-reading.js";
import { a as rebasedCommits, r as mergeMethod } from "./merge-method.js";

// action/sources/github/pull-change.ts
const lastCommit = (pull) => pull.commits.nodes?.at(-1)?.commit ?? null;
/** What the messages of a pull request say: of its merge commit, and of its only commit. */
function factsOf(pull, messages) {
	const sole = pull.commits.totalCount === 1 ? lastCommit(pull) : null;
	return [pull.mergeCommit, sole].flatMap((commit) => commit ? [describeMessage(commit.message, messages)] : []);
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
function pullChange(pull, messages, rebased = []) {
	if (!pull.merged || pull.mergedAt === null) return null;
	const last = lastCommit(pull);
	const isSole = pull.commits.totalCount === 1 && mergeMethod(pull) === "merge";
	const facts = factsOf(pull, messages);
	const ofTitle = describeMessage(pull.title, messages).reverts;
	const own = facts.filter(({ pulls }) => pulls.length <= 1);
	return {
		number: pull.number,
		commit: pull.mergeCommit?.oid ?? null,
		aliases: [...isSole && last ? [last.oid] : [], ...facts.flatMap(({ pickedFrom }) => pickedFrom)],
		rebased: rebased.length > 1 ? rebased : [],
		title: pull.title,
		author: {
			login: pull.author?.login ?? null,
			name: null
		},
		at: pull.mergedAt,
		url: pull.url,
		labels: (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
		isBreaking: conventionalTitle(pull.title)?.kind === "breaking" || own.some(({ isBreaking }) => isBreaking),
		reverts: mergeHints([...own.map(({ reverts }) => reverts), ofTitle])
	};
}
/** Merged pull requests as changes, with the commits that rebases made of them. */
function pullChanges(pulls, messages, { commits, merged, links }) {
	const rebasedOf = (pull) => rebasedCommits(pull, commits, merged, links).map(({ sha }) => sha).reverse();
	return pulls.flatMap((pull) => pullChange(pull, messages, rebasedOf(pull)) ?? []);
}

export { pullChange as n, pullChanges as r, gapsOfPull as t };