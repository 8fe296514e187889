// rules/tags/qualifiers.ts
const rankOfWord = new Map([
	[1, "dev develop wip ci experimental exp test"],
	[2, "snapshot canary nightly daily edge unstable insider insiders"],
	[4, "alpha a ea eap"],
	[6, "beta b"],
	[8, "milestone m"],
	[10, "pre preview prerelease next pr"],
	[12, "rc cr c candidate"],
	[30, "sp sr post patch p pl fix fixed hotfix rev r u update"]
].flatMap(([rank, each]) => each.split(" ").map((word) => [word, rank])));
/** Between pre-releases and what comes after a release. */
const released = 20;
/** Words that say that a version is complete, and nothing else. */
const finalWords = /* @__PURE__ */ new Set([
	"final",
	"release",
	"ga",
	"stable",
	"incubating"
]);
/** Words of the pre-releases above in alphabetical order, as SemVer has them; other words fall between by their letters. */
const anchors = [
	"alpha",
	"beta",
	"milestone",
	"pre",
	"rc"
];
const rankOf = ({ word }) => word === "" ? 0 : rankOfWord.get(word) ?? 3 + 2 * anchors.filter((anchor) => anchor < word).length;
/** True for a word that is nothing of its own rank: behind several versions it is a flavour, such as `jre`. */
const isUnknownWord = ({ word }) => word !== "" && !rankOfWord.has(word);
/** `alpha` to `rc`: what a tag may also have in front, as in `preview-3.1.0`. Nightly builds are a series of their own. */
const isPreReleaseWord = (word) => {
	const rank = rankOfWord.get(word);
	return rank !== void 0 && rank > 2 && rank < released;
};
const isPreRelease = (qualifiers) => qualifiers.some((qualifier) => rankOf(qualifier) < released);
function compareNumbers$1(left, right) {
	for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
		const difference = left[at] - right[at];
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}
const byText = (left, right) => left < right ? -1 : left > right ? 1 : 0;
/**
* Rank of "nothing more": behind the numbers, and behind `post1`, it is the release. Behind a pre-release it comes after
* `rc1.dev2` and before everything else, as `alpha` before `alpha.1`.
*/
const rankOfEnd = (before) => before === void 0 || rankOf(before) > released ? released : 2.5;
/** Orders what stands behind the same numbers. */
function compareQualifiers(left, right) {
	for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
		const [one, two] = [left[at], right[at]];
		const end = rankOfEnd(left[at - 1]);
		const difference = (one ? rankOf(one) : end) - (two ? rankOf(two) : end);
		if (difference !== 0) return difference;
		if (!one || !two) continue;
		const order = (isUnknownWord(one) || isUnknownWord(two) ? byText(one.word, two.word) : 0) || compareNumbers$1(one.numbers, two.numbers);
		if (order !== 0) return order;
	}
	return 0;
}
/** A commit in a name, as `git describe` writes it: it orders nothing. */
const isCommit = (text) => /^g?[\da-f]{7,40}$/i.test(text) && /\d/.test(text) && /[a-f]/i.test(text);
/** Packaging counts revisions where SemVer would see a pre-release: `debian/1.2.3-4`. */
const countsRevisions = (packageName) => /^(?:debian|ubuntu)\b/.test(packageName);
/** `12-30-00`, `1230` or `123000` as one number of six digits. */
const timeOf = (texts) => Number(texts.join("").padEnd(6, "0").slice(0, 6));
/** Letters of a patch (`1.0.2u`) or of a day (`2026-01-05b`) as a number. */
const letterNumber = (letter) => letter.toLowerCase().charCodeAt(0) - 96;
/** Pieces between separators, each with the separator before it. */
function segmentsOf(tokens) {
	const segments = [];
	let separator = "";
	let isOpen = false;
	for (const token of tokens) if (/^[A-Za-z\d]/.test(token)) {
		if (isOpen) segments.at(-1)?.tokens.push(token);
		else segments.push({
			separator,
			tokens: [token]
		});
		isOpen = true;
	} else {
		separator = token;
		isOpen = false;
	}
	return segments;
}
/**
* What stands behind the numbers of a tag.
* @param rest runs of letters, runs of digits and single separators, in order
*/
function readQualifiers(rest, kind, packageName) {
	const plus = rest.indexOf("+");
	const body = plus === -1 ? rest : rest.slice(0, plus);
	const found = [];
	const build = [];
	const [first, ...more] = body;
	const isLetter = first !== void 0 && more.length === 0 && /^[A-Za-z]$/.test(first);
	if (isLetter) build.push(letterNumber(first));
	for (const { separator, tokens } of isLetter ? [] : segmentsOf(body)) {
		const text = tokens.join("");
		if (isCommit(text)) {
			build.push(text.toLowerCase());
			continue;
		}
		for (const token of tokens) {
			const last = found.at(-1);
			if (/^[A-Za-z]/.test(token)) found.push({
				word: token.toLowerCase(),
				texts: []
			});
			else if (last) last.texts.push(token);
			else if (kind === "date" || separator !== "-" || countsRevisions(packageName)) build.push(Number(token));
			else found.push({
				word: "",
				texts: [token]
			});
		}
	}
	const qualifiers = [];
	for (const { word, texts } of found) if (kind === "date" && word === "t" && texts.length > 0) build.push(timeOf(texts));
	else if (word === "v") build.push(...texts.map(Number));
	else if (!finalWords.has(word) && !(kind === "date" && word === "z")) qualifiers.push({
		word,
		numbers: texts.map(Number)
	});
	if (plus !== -1) {
		for (const token of rest.slice(plus + 1)) if (/^\d/.test(token)) build.push(Number(token));
		else if (/^[A-Za-z]/.test(token)) build.push(token.toLowerCase());
	}
	return {
		qualifiers,
		build
	};
}

// rules/tags/read-tag.ts
/** Longest name looked at. */
const maxLength = 250;
/** Words before a number that say only that a version follows. */
const versionWords = /* @__PURE__ */ new Set([
	"v",
	"ver",
	"version",
	"rel",
	"release",
	"releases",
	"stable",
	"tag",
	"tags"
]);
const isDigits = (token) => token !== void 0 && token >= "0" && token < ":";
const isLetters = (token) => token !== void 0 && /^[A-Za-z]/.test(token);
/** `R_2_5_0` and `r1234`; but `r-1.2.3` may be the package of that name. */
const isVersionWord = (word, next) => versionWords.has(word.toLowerCase()) || word === "R" || word === "r" && isDigits(next);
function runsOf(tokens, separator) {
	const runs = [];
	for (let start = 0; start < tokens.length; start += 1) {
		if (!isDigits(tokens[start])) continue;
		const texts = [tokens[start]];
		let end = start;
		while (tokens[end + 1] === separator && isDigits(tokens[end + 2])) {
			end += 2;
			texts.push(tokens[end]);
		}
		runs.push({
			start,
			end,
			separator,
			texts
		});
		start = end;
	}
	return runs;
}
const isYear$1 = (text) => text !== void 0 && /^(?:19[7-9]|20\d)\d$/.test(text);
const isMonth = (text) => text !== void 0 && /^(?:0[1-9]|1[0-2])$/.test(text);
const isDay = (text) => text !== void 0 && /^(?:0[1-9]|[12]\d|3[01])$/.test(text);
/** `20260105`, with a time `202601051230` or `20260105123000`: year, month, day and the rest. */
function compactDate(text) {
	const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(\d{4}|\d{6})?$/.exec(text) ?? [];
	if (!isYear$1(year) || !isMonth(month) || !isDay(day)) return null;
	return [
		year,
		month,
		day,
		...time ? [time.padEnd(6, "0")] : []
	];
}
/** The texts of a run that is a date, apart: year, month, day, counters. Null for any other. */
function dateOf({ texts, separator }) {
	const [first = "", month, day] = texts;
	const compact = compactDate(first);
	if (compact) return [...compact, ...texts.slice(1)];
	if (!isYear$1(first) || !isMonth(month)) return null;
	if (isDay(day)) return texts;
	return texts.length === 2 && separator !== "." ? texts : null;
}
const longestFirst = (runs) => runs.find(({ texts }) => texts.length > 2) ?? runs.find(({ texts }) => texts.length === 2);
/** The run that is the version: a date, else dotted numbers, the longer form first; then other separators; then one number. */
function versionRun(tokens) {
	const dotted = runsOf(tokens, ".");
	const others = ["_", "-"].map((separator) => runsOf(tokens, separator));
	const isAttached = ({ start }) => {
		const before = tokens[start - 1];
		return isLetters(before) && !isVersionWord(before, tokens[start]);
	};
	const versions = dotted.filter(({ texts }) => texts.length > 1);
	const date = [...dotted, ...others.flat()].filter((run) => dateOf(run)).sort((left, right) => left.start - right.start || right.end - left.end)[0];
	if (date && !versions.some(({ start }) => start < date.start)) return date;
	const leading = versions.find(({ start }) => packageOf(tokens.slice(0, start), tokens[start]) === "");
	const [underscored = [], dashed = []] = others;
	return leading ?? longestFirst(versions) ?? longestFirst(underscored) ?? longestFirst(dashed.filter((run) => !isAttached(run))) ?? dotted.find((run) => !isAttached(run)) ?? dotted[0];
}
/** What a prefix names, without the words that only announce a version: `release/api-v` names `api`. */
function packageOf(prefix, number) {
	let [start, end] = [0, prefix.length];
	let next = number;
	while (end > start) {
		const last = prefix[end - 1];
		if (isLetters(last)) {
			if (!isVersionWord(last, next) || isLetters(prefix[end - 2]) || isDigits(prefix[end - 2])) break;
		} else if (isDigits(last)) break;
		next = last;
		end -= 1;
	}
	while (end - start > 1 && isVersionWord(prefix[start], void 0) && prefix[start + 1] === "/") start += 2;
	return prefix.slice(start, end).join("").toLowerCase();
}
/** Null for a tag that names no version, such as `nightly`. */
function readTag(name) {
	if (name.length > maxLength) return null;
	const tokens = name.match(/\d+|[A-Za-z]+|[^A-Za-z\d]/g) ?? [];
	const run = versionRun(tokens);
	if (!run) return null;
	const prefix = tokens.slice(0, run.start);
	const rest = tokens.slice(run.end + 1);
	if (/^(?:\.x){1,3}$/i.test(rest.join(""))) return null;
	const isYearLetter = run.texts.length === 1 && isYear$1(run.texts[0]) && rest.length === 1 && /^[a-z]$/i.test(rest[0] ?? "");
	const date = dateOf(run);
	const kind = date || isYearLetter ? "date" : "version";
	const named = packageOf(prefix, tokens[run.start]);
	const numbers = (date ?? run.texts).map(Number);
	const isStage = kind === "version" && numbers.length > 1 && isPreReleaseWord(named);
	const { qualifiers, build } = readQualifiers(rest, kind, named);
	const parts = date ? Math.min(3, date.length) : numbers.length;
	return {
		name,
		package: isStage ? "" : named,
		style: `${prefix.join("")}${kind === "date" ? "" : run.separator}`,
		kind,
		numbers: numbers.slice(0, parts),
		qualifiers: isStage ? [{
			word: named,
			numbers: []
		}, ...qualifiers] : qualifiers,
		build: [...numbers.slice(parts), ...build]
	};
}

// rules/tags/releases.ts
function compareLists(left, right) {
	for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
		const [one, two] = [left[at], right[at]];
		const difference = typeof one === "number" && typeof two === "number" ? one - two : typeof one === typeof two ? byText(String(one), String(two)) : typeof one === "number" ? -1 : 1;
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}
/** Missing numbers count as 0: 1.2 is 1.2.0. */
function compareNumbers(left, right) {
	for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
		const difference = (left[at] ?? 0) - (right[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
/** Orders two tags of one series, the lower first; 0 where both are the same version in two styles. */
const compareReleases = (left, right) => compareNumbers(left.numbers, right.numbers) || compareQualifiers(left.qualifiers, right.qualifiers) || compareLists(left.build, right.build);
/** Between these a first number is a year: versions such as `2026.1` and dates stand in one order. */
const isYear = ({ numbers: [first = 0] }) => first >= 1970 && first < 2100;
/** A build number, such as `1042`; a whole number as a version is smaller. */
const isBuildNumber = ({ kind, numbers }) => kind === "version" && numbers.length === 1 && (numbers[0] ?? 0) >= 1e3;
const isDotted = ({ kind, numbers }) => kind === "version" && numbers.length > 1;
/**
* True where two tags can stand in one order: the same package, and neither a date nor a build number beside a plain
* version, for 20260105 is no major.
*/
const isSameSeries = (left, right) => left.package === right.package && (left.kind === right.kind || isYear(left) && isYear(right)) && !(isBuildNumber(left) && isDotted(right)) && !(isBuildNumber(right) && isDotted(left));
const startsWith = (long, short) => long.length > short.length && short.every((part, at) => part === long[at]);
/** `v5` of `v5.1.1`: the tag could be one that moves along with the other. */
const isBelow = (long, short) => long.package === short.package && short.kind === "version" && long.kind === "version" && short.numbers.length < 3 && short.qualifiers.length + short.build.length === 0 && startsWith(long.numbers, short.numbers);
/** Words that no world of versions knows, behind two versions or more: flavours, such as `1.2.3-alpine`. */
function flavoursOf(tags) {
	const versions = /* @__PURE__ */ new Map();
	for (const tag of tags) for (const { word } of tag.qualifiers.filter(isUnknownWord)) {
		const key = `${tag.package}\0${word}`;
		versions.set(key, (versions.get(key) ?? /* @__PURE__ */ new Set()).add(tag.numbers.join(".")));
	}
	return new Set([...versions].flatMap(([key, seen]) => seen.size > 1 ? key : []));
}
/** The tags that name a version, in the order given. */
function releasesAmong(rows) {
	const read = rows.flatMap((row) => {
		const parts = readTag(row.name);
		return parts ? [{
			row,
			parts
		}] : [];
	});
	const flavours = flavoursOf(read.map(({ parts }) => parts));
	const releases = read.map(({ row, parts }) => {
		const isFlavour = ({ word }) => flavours.has(`${parts.package}\0${word}`);
		const qualifiers = parts.qualifiers.filter((each) => !isFlavour(each));
		const ofFlavour = parts.qualifiers.filter(isFlavour);
		return {
			...parts,
			row,
			qualifiers,
			flavour: ofFlavour.map(({ word }) => word).join("-"),
			build: [...ofFlavour.flatMap(({ numbers }) => numbers), ...parts.build],
			isPreRelease: isPreRelease(qualifiers),
			isMoving: false
		};
	});
	const byPackage = Map.groupBy(releases, ({ package: name }) => name);
	for (const release of releases.filter(({ numbers }) => numbers.length < 3)) release.isMoving = (byPackage.get(release.package) ?? []).some((other) => isBelow(other, release) && (compareReleases(other, release) === 0 || other.row.commit === release.row.commit));
	return releases;
}

// rules/tags/choose-series.ts
const everyTag = {
	isRelease: null,
	folders: []
};
/** The tags that the rules call releases, where the tag looked at is one of them; else all. */
const tagsInScope = (tags, scope, name) => {
	const isRelease = scope?.isRelease;
	return isRelease?.(name) ? tags.filter((tag) => isRelease(tag.name)) : tags;
};
/** Prefixes that say that nothing was released. */
const unreleased = /^(?:nightly|canary|snapshot|edge|dev|ci|build|builds|deploy|test|alpha|beta|rc|pre)$/;
/**
* The folders that globs over paths keep to: `api/**`, `/packages/api`, `./packages/api/*`. A glob that starts with a
* wildcard names none.
*/
function foldersOf(globs) {
	return globs.flatMap((glob) => {
		const parts = glob.split("/").filter((part) => part !== "" && part !== ".");
		const wild = parts.findIndex((part) => /[*?[{]/.test(part));
		const fixed = wild === -1 ? parts : parts.slice(0, wild);
		return fixed.length === 0 ? [] : [fixed.join("/").toLowerCase()];
	});
}
/** `api`, `@acme/api` and `packages/api` are the package in the folder `packages/api`. */
function isOfFolder({ package: name }, folders) {
	return folders.some((folder) => name === folder || name.split("/").at(-1) === folder.split("/").at(-1));
}
/** Releases that a report may count from: no moving tags, no nightly builds, lone numbers only where a series is made of them. */
function eligible(tags, { isRelease, folders }) {
	const all = releasesAmong(tags).filter((release) => !release.isMoving);
	const named = isRelease ? all.filter(({ name }) => isRelease(name)) : all;
	const own = named.filter((release) => release.package !== "" && isOfFolder(release, folders));
	const inScope = !isRelease && own.length > 0 ? own : named;
	const released = isRelease ? inScope : inScope.filter(({ package: name }) => !name.split(/[^a-z]/).some((word) => unreleased.test(word)));
	const isVersion = ({ kind, numbers, package: name, style }) => kind === "date" || numbers.length > 1 || name === "" && /v[^a-z]*$/i.test(style);
	const series = new Set(released.filter(isVersion).map(({ package: name }) => name));
	const versions = released.filter((release) => isVersion(release) || series.has(release.package));
	return versions.length > 0 ? versions : released;
}
/** Made last; of several made at once the repository's own before its packages', then the highest. */
const newestFirst = (left, right) => Date.parse(right.row.at) - Date.parse(left.row.at) || byText(left.package, right.package) || compareReleases(right, left) || byText(left.name, right.name);
/** The newest tag of each series that is not the one taken. */
function otherSeries(taken, all) {
	const newest = [];
	for (const release of [...all].sort(newestFirst)) if (![taken, ...newest].some((each) => each.package === release.package)) newest.push(release);
	const own = all.filter((release) => release.package === taken.package);
	const alien = own.filter((release) => !isSameSeries(release, taken)).sort(newestFirst)[0];
	const first = own.filter((release) => isSameSeries(release, taken)).sort(newestFirst).at(-1);
	return [...alien && first && Date.parse(alien.row.at) > Date.parse(first.row.at) ? [alien] : [], ...newest].map(({ name }) => name);
}
/**
* The version tag made last; null when no tag names a version.
* @param options.stable look at releases only, unless there are none
*/
function newestRelease(tags, scope, options) {
	const all = eligible(tags, scope);
	const stable = all.filter((release) => !release.isPreRelease);
	const candidates = options.stable && stable.length > 0 ? stable : all;
	const taken = [...candidates].sort(newestFirst)[0];
	if (!taken) return null;
	return {
		tag: taken.row,
		others: scope.isRelease ? [] : otherSeries(taken, candidates)
	};
}

export { compareNumbers as a, isSameSeries as c, byText as d, tagsInScope as i, releasesAmong as l, foldersOf as n, compareReleases as o, newestRelease as r, isBelow as s, everyTag as t, readTag as u };