import { c as splitTrailingNumber, i as revertTitle, o as conventionalTitle } from "./after-reading.js";
import { I as visibleText } from "./start.js";
import { t as withoutComments } from "./without-comments.js";

// action/sources/history/breaking-mark.ts
const footer = /^BREAKING[ -]CHANGES?:(.*)$/;
/** What people leave behind the words to say that nothing breaks, and what of it only its author sees. */
const saysNothing = /^[_*`]*(?:none|no|no breaking changes?|n\/?a|nil|nothing|not applicable|-+|\[ ?\]|…|\.{3}|\[comment left out\])?[_*`]*[.!]?$/i;
/** A heading, or the next trailer of the message: not what the footer above it says. */
const startsAnew = /^(?:#{1,6} |[A-Za-z][A-Za-z-]*: )/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
/** Lines outside of fenced code. */
function linesOfProse(text) {
	let open = null;
	return text.split("\n").filter((line) => {
		const mark = fence.exec(line)?.[1];
		if (open === null && mark === void 0) return true;
		if (open === null) open = mark ?? null;
		else if (mark?.startsWith(open)) open = null;
		return false;
	});
}
const asCompared = (line) => visibleText(line).toLowerCase();
/** Lines of pull request templates, as messages are held against them. */
const templateLines = (templates) => new Set(templates.flatMap((text) => withoutComments(text).split("\n").map(asCompared)).filter(Boolean));
/**
* Whether a message marks a breaking change: by `!` in its title, or by a footer that says what breaks. No footer is
* what a reader does not see (HTML comments), what an example shows (fenced code), and what stands in the template
* already.
* @param template lines of the repository's pull request templates, as `templateLines` gives them
*/
function isMarkedBreaking(title, body, template) {
	if (conventionalTitle(title)?.kind === "breaking") return true;
	if (!body.includes("BREAKING")) return false;
	const lines = linesOfProse(withoutComments(body)).map((line) => line.trimEnd());
	return lines.some((line, at) => {
		const beside = footer.exec(line)?.[1]?.trim();
		if (beside === void 0 || template.has(asCompared(line))) return false;
		if (beside !== "") return !saysNothing.test(beside);
		const below = lines.slice(at + 1).find((each) => each !== "") ?? "";
		return !saysNothing.test(below) && !startsAnew.test(below) && !template.has(asCompared(below));
	});
}

// action/sources/history/named-pulls.ts
/** Most pull requests read of one message. Rollups and batches of real merge bots stay below fifty. */
const mostNamedPulls = 200;
const noPulls = {
	pulls: [],
	total: 0
};
const githubMerge = /^Merge pull request #([1-9]\d{0,9}) from \S+/;
/**
* bors, homu and its rollups, Mergify, and scripts and people that batch; a list of numbers follows. In lower case, as
* in `merge #67490 from trunk`, it may be any number.
*/
const botMerge = /^(?:(?:Merge|Merged|Auto[ -]?merge|Batch merge|Rollup merge)(?: of)?|[Mm]erged? (?:pull requests?|PRs?)) (?=#)/;
const numberInList = /#([1-9]\d{0,9})(?!\w)(?:(?:,? and|,| &| \+)? (?=#))?/y;
const endOfList = /(?:$| - |:| r=| from | into )/y;
/** `owner/name#12` or `#12`, or the address of a pull request; the first two groups are the repository's name. */
const reference = String.raw`(?:https?:\/\/[^\s/]+\/([^\s/]+\/[^\s/]+)\/pull\/|([\w.-]+\/[\w.-]+)?#)([1-9]\d{0,9})`;
/** As Node.js, PyTorch, Apache's and Google's scripts write, which close a pull request instead of merging it. */
const trailers = [
	new RegExp(String.raw`^(?:PR-URL|Pull-Request|Reviewed-in|Pull Request resolved):[ \t]*${reference}\s*$`, "im"),
	new RegExp(String.raw`^Imported from GitHub PR ${reference}\s*$`, "im"),
	new RegExp(String.raw`^Closes ${reference} from [^\s/]+\/\S+\.\s*$`, "im")
];
/** `- #101 (Fix the parser)` of homu's newer rollups. */
const rollupEntry = /^(?:[-*] )?#([1-9]\d{0,9})(?: \((.*)\))?$/;
/** The numbers that a merge lists, and what stands behind a colon: the title. */
function listOfSubject(subject) {
	const found = [];
	numberInList.lastIndex = botMerge.exec(subject)?.[0].length ?? subject.length;
	for (let match = numberInList.exec(subject); match; match = numberInList.exec(subject)) {
		found.push(Number(match[1]));
		endOfList.lastIndex = numberInList.lastIndex;
	}
	const end = found.length > 0 ? endOfList.exec(subject) : null;
	return {
		numbers: end ? [...new Set(found)] : [],
		title: end?.[0] === ":" ? subject.slice(endOfList.lastIndex).trim() : ""
	};
}
/** Cuts ` r=grace` or ` a=ada` off the end of a line. */
function splitMark(text, mark) {
	const at = text.lastIndexOf(mark);
	const value = at < 0 ? "" : text.slice(at + mark.length);
	return value === "" || /\s/.test(value) ? [text, null] : [text.slice(0, at), value];
}
/** A line in which bors names a pull request: `12: Fix totals r=grace a=ada`. */
function borsLine(line) {
	const [, digits, rest = ""] = /^#?([1-9]\d{0,9}): (.*)$/.exec(line) ?? [];
	const [reviewed, author] = splitMark(rest, " a=");
	if (digits === void 0 || author === null) return null;
	return {
		number: Number(digits),
		title: splitMark(reviewed, " r=")[0].trim(),
		author
	};
}
function namedBySubject(numbers, title, body) {
	const told = new Map(body.flatMap((line) => borsLine(line) ?? []).map((each) => [each.number, each]));
	return numbers.map((number) => ({
		number,
		form: "merge",
		title: told.get(number)?.title ?? (numbers.length > 1 ? "" : title || null),
		author: told.get(number)?.author ?? null,
		isByBot: true
	}));
}
/** Pull requests below `Successful merges:` in the body of homu's rollup, one a line or all in one. */
function listedPulls(body) {
	const start = body.findIndex((line) => /^(?:[-*] )?Successful merges:/i.test(line));
	if (start < 0) return [];
	const entry = (number, title) => ({
		number: Number(number),
		form: "listed",
		title,
		author: null,
		isByBot: true
	});
	const found = [...(body[start] ?? "").matchAll(/#([1-9]\d{0,9})\b/g)].map(([, number = ""]) => entry(number, ""));
	for (const line of body.slice(start + 1)) {
		const [, number, title = ""] = rollupEntry.exec(line) ?? [];
		if (number !== void 0) found.push(entry(number, title));
		else if (line !== "") break;
	}
	return found;
}
function capped(pulls) {
	const byNumber = /* @__PURE__ */ new Map();
	for (const pull of pulls) if (!byNumber.has(pull.number)) byNumber.set(pull.number, pull);
	return {
		pulls: [...byNumber.values()].slice(0, 200),
		total: byNumber.size
	};
}
function trailedPull(body, isOwn) {
	for (const trailer of trailers) {
		const [, addressed, written, number] = trailer.exec(body) ?? [];
		const repository = addressed ?? written;
		if (number === void 0 || repository !== void 0 && !isOwn(repository)) continue;
		return {
			number: Number(number),
			form: "trailer",
			title: null,
			author: null,
			isByBot: true
		};
	}
	return null;
}
/**
* Pull requests that a commit message names: GitHub's merge and squash subjects, merges, batches and rollups of merge
* bots, and the trailers of projects and scripts that rebase. A subject is read to its end: a number in its middle is
* only a mention.
* @param isOwn whether `owner/name` is the repository the commit belongs to
*/
function namedPulls(subject, body, isOwn) {
	const merged = githubMerge.exec(subject)?.[1];
	if (merged !== void 0) return capped([{
		number: Number(merged),
		form: "merge",
		title: null,
		author: null,
		isByBot: false
	}]);
	const { numbers, title } = listOfSubject(subject);
	const squashed = splitTrailingNumber(subject).number;
	if (numbers.length > 0 && (squashed === null || squashed <= Math.max(...numbers))) {
		const lines = body.split("\n").map((line) => line.trim());
		return capped([...namedBySubject(numbers, title, lines), ...listedPulls(lines)]);
	}
	if (squashed !== null) return capped([{
		number: squashed,
		form: "squash",
		title: null,
		author: null,
		isByBot: false
	}]);
	const trailed = trailedPull(body, isOwn);
	return trailed ? capped([trailed]) : noPulls;
}

// action/sources/history/revert-hint.ts
const sha = String.raw`[0-9a-f]{7,64}`;
/** Git's word, and those that people use besides: `Back out …`, Mercurial's `Backed out changeset …`, `Roll back …`. */
const verb = String.raw`(?:revert(?:s|ed|ing)?|back(?:s|ed|ing)?[ -]?out|roll(?:s|ed|ing)?[ -]?back|undo(?:es)?)\b(?! (?:in|by)\b)`;
const statement = String.raw`(?:this (?:change |commit |patch |pr |pull request )?)?${verb}:? `;
const atStart = new RegExp(`^${statement}`, "i");
const anywhere = new RegExp(`(?:^(?:[-*] )?|[.!?;:] )${statement}`, "gi");
const isMentioned = new RegExp(String.raw`\b${verb}`, "i");
/** A title that begins with it, behind a conventional type or not, is of a change that takes something back. */
const titleVerb = new RegExp(String.raw`^(?:\w+(?:\([^()]*\))?!?: )?(?:temporarily |partial(?:ly)? )?${verb}`, "i");
/** Words between the verb and what is named, as in `This reverts merge commit …` or `Reverts changes made in #12`. */
const filler = /(?:the|of|merge|commits?|changesets?|revisions?|pull|requests?|prs?|changes|made|introduced|in|from|by):? /iy;
const named = new RegExp(String.raw`[[("'<]?[*\x60]{0,2}(?:https?:\/\/[^\s/]+\/(?<urlRepository>[^\s/]+\/[^\s/]+)\/(?:commit\/(?<urlCommit>${sha})|pull\/(?<urlNumber>[1-9]\d{0,9}))` + String.raw`|(?:(?<repository>[\w.-]+\/[\w.-]+)?#(?<number>[1-9]\d{0,9}))|(?<commit>${sha}))(?![\w/-])[\])"'*>\x60.;]*`, "iy");
const between = /,? and |, ?| & | /y;
const bullet = /^[-*] /;
/** Longest line looked at; longer ones are cut, for nobody names commits that far to the right. */
const longestLine = 2e3;
/** Lines with single spaces, so that no pattern meets a long run of them. */
const linesOf = (text) => text.split("\n").map((line) => line.slice(0, longestLine).replaceAll(/\s+/g, " ").trim());
/** A word of seven letters a to f is a word; only with a digit, or at full length, it is a commit. */
const isCommit = (text) => /\d/.test(text) || text.length >= 40;
/** Commits and numbers in a row, from a place on; the first word that is neither ends them. */
function namedFrom(text, from) {
	const found = [];
	let at = from;
	for (filler.lastIndex = at; filler.test(text); at = filler.lastIndex);
	for (;;) {
		named.lastIndex = at;
		const groups = named.exec(text)?.groups;
		if (!groups) return found;
		const commit = groups["urlCommit"] ?? groups["commit"] ?? null;
		if (commit !== null && !isCommit(commit)) return found;
		const number = groups["urlNumber"] ?? groups["number"];
		found.push({
			repository: groups["urlRepository"] ?? groups["repository"] ?? null,
			commit: commit?.toLowerCase() ?? null,
			number: number === void 0 ? null : Number(number)
		});
		between.lastIndex = named.lastIndex;
		if (!between.test(text)) return found;
		at = between.lastIndex;
	}
}
/** What the sentences of one line say is taken back; a line that ends in a colon goes on in the bullets below it. */
function namedInLine(lines, at, sentences) {
	const line = lines[at] ?? "";
	const starts = sentences === "first" ? [atStart.exec(line)?.[0].length].filter((end) => end !== void 0) : [...line.matchAll(anywhere)].map((match) => match.index + match[0].length);
	if (starts.length === 0) return [];
	const found = starts.flatMap((start) => namedFrom(line, start));
	if (found.length > 0 || !line.endsWith(":")) return found;
	const list = [];
	for (const below of lines.slice(at + 1)) {
		if (below === "" && list.length === 0) continue;
		const mark = bullet.exec(below)?.[0].length;
		if (mark === void 0) break;
		list.push(...namedFrom(below, mark));
	}
	return list;
}
const trailer = /^[A-Za-z][A-Za-z-]*: \S/;
/** Whether a body says nothing below its first paragraph but trailers. */
function isOneParagraph(lines, first) {
	const end = lines.findIndex((line, at) => at > first && line === "");
	return end < 0 || lines.slice(end).every((line) => line === "" || trailer.test(line));
}
const isPartial = new RegExp(String.raw`^(?:\w+(?:\([^()]*\))?!?: )?(?:this )?(?:partial(?:ly)? ${verb}|${verb} (?:(?:a )?parts?|some) of\b)`, "i");
/**
* What a message says it takes back; null when it says nothing of the kind. The commit that is named is the proof,
* wherever a sentence says so and however: in full or shortened, as an address, several at once. Under a title that
* begins with no such word only the start of the body counts: further down it may be one of many commits; and where
* more is said below it, the change does more than to revert.
* @param isOwn whether `owner/name` is the repository the commit belongs to
*/
function revertHint(title, body, isOwn) {
	if (!/reapply/i.test(title) && !isMentioned.test(title) && !isMentioned.test(body)) return null;
	const quoted = revertTitle(title);
	const titleLines = linesOf(title);
	const lines = linesOf(body);
	const first = lines.findIndex((line) => line !== "");
	if ([...titleLines, ...lines].some((line) => isPartial.test(line))) return null;
	const isRevert = quoted !== null || titleVerb.test(titleLines[0] ?? "");
	const inBody = lines.flatMap((_, at) => {
		if (isRevert) return namedInLine(lines, at, "all");
		return at === first ? namedInLine(lines, at, "first") : [];
	});
	const all = [.../^\S+ ["“]/.test(title) ? [] : namedInLine(titleLines, 0, "first"), ...inBody];
	if (quoted === null && all.length === 0) return null;
	const isForeign = ({ repository }) => repository !== null && !isOwn(repository);
	const isTold = isRevert || isMentioned.test(title);
	const own = all.filter(({ number }) => number !== null).filter((each) => !isForeign(each));
	const foreign = all.find(isForeign);
	return {
		commits: [...new Set(all.flatMap((each) => isForeign(each) ? [] : each.commit ?? []))],
		numbers: [...new Set(own.flatMap(({ number }) => number ?? []))],
		quoted: quoted && {
			title: quoted.action === "reapply" ? `Revert "${quoted.subject}"` : quoted.subject,
			number: quoted.number
		},
		elsewhere: foreign && own.length === 0 ? `${foreign.repository}${foreign.number === null ? `@${foreign.commit}` : `#${foreign.number}`}` : null,
		isAll: isTold || isOneParagraph(lines, first)
	};
}
/** What several messages of one revert say together, the first having the first word; null when none says any. */
function mergeHints(hints) {
	const known = hints.filter((hint) => hint !== null);
	if (known.length === 0) return null;
	const first = (field) => known.map((hint) => hint[field]).find((value) => value !== null) ?? null;
	return {
		commits: [...new Set(known.flatMap(({ commits }) => commits))],
		numbers: known.find(({ numbers }) => numbers.length > 0)?.numbers ?? [],
		quoted: first("quoted"),
		elsewhere: first("elsewhere"),
		isAll: known.some(({ isAll }) => isAll)
	};
}

// action/sources/history/describe-message.ts
const pullMerge = /^Merge (?:remote-tracking branch '(?:[^'/]+\/)?(?<remote>[^']+)'|branch '(?<branch>[^']+)' of \S+)(?: into \S+)?$/;
const picked = /^[([](?:cherry[- ]picked|backported) from (?:commit )?(?:https?:\/\/\S+\/commit\/)?([0-9a-f]{7,64})[)\]]\.?$/i;
const none = [];
function pickedCommits(body) {
	if (!/picked from|backported from/i.test(body)) return none;
	return body.split("\n").flatMap((line) => picked.exec(line.trim())?.[1]?.toLowerCase() ?? []);
}
/** Lets `owner/name` pass that the repository goes by; GitHub's names have no case. */
const ownNames = ({ names }) => (repository) => names.length === 0 || names.some((name) => name.toLowerCase() === repository.toLowerCase());
/** @param message a whole commit message */
function describeMessage(message, context) {
	const [rawSubject = "", ...rest] = message.trim().split("\n");
	const subject = rawSubject.trim();
	const body = rest.join("\n").trim();
	const isOwn = ownNames(context);
	const { pulls, total } = namedPulls(subject, body, isOwn);
	const [pull] = pulls;
	const isMerge = pull?.form === "merge";
	const bodyTitle = isMerge ? pull.title ?? (body.split("\n", 1)[0] ?? "").trim() : "";
	const title = bodyTitle || (pull?.form === "squash" ? splitTrailingNumber(subject).title : subject);
	const below = isMerge && pull.title === null ? body.split("\n").slice(1).join("\n") : body;
	const pulled = pullMerge.exec(subject)?.groups;
	return {
		subject,
		title,
		isUntitledMerge: isMerge && bodyTitle === "",
		pulls,
		namedTotal: total,
		pickedFrom: pickedCommits(body),
		reverts: revertHint(title, below, isOwn),
		isBreaking: isMarkedBreaking(title, body, context.template),
		pulledBranch: pulled?.["remote"] ?? pulled?.["branch"] ?? null
	};
}

export { mergeHints as n, templateLines as r, describeMessage as t };