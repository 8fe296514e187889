// contract/reading/trailing-number.ts
/** GitHub counts from 1; no more digits than a pull request reference of the contract takes. */
const form = /\(#([1-9]\d{0,9})\)$/;
/**
* Splits `title (#12)` into the title and the pull request's number; null where the title ends in none.
* White space is cut apart from the match: `\s*` before it would take quadratic time on a hostile title.
*/
function splitTrailingNumber(title) {
	const trimmed = title.trimEnd();
	const found = form.exec(trimmed);
	return found ? {
		title: trimmed.slice(0, found.index).trimEnd(),
		number: Number(found[1])
	} : {
		title: trimmed,
		number: null
	};
}

// contract/reading/revert-title.ts
const quoted = /^(?<verb>revert|reapply)\s+["“](?<inner>.*)["”](?:\s*\(#(?<outer>[1-9]\d{0,9})\))?\s*$/i;
const conventional = /^revert(?:\([^()]*\))?!?:\s*(?<inner>\S.*)$/i;
const mergeSubject = /^Merge pull request #([1-9]\d{0,9}) from \S+/;
const toNumber = (digits) => digits === void 0 ? null : Number(digits);
function takenBack(inner) {
	const { title, number } = splitTrailingNumber(inner);
	const merged = toNumber(mergeSubject.exec(inner)?.[1]);
	return {
		action: "revert",
		subject: title.trim(),
		number: merged ?? number
	};
}
/**
* Reads `Revert "title (#12)"`, `Reapply "title (#12)" (#34)`, `Revert "Revert "title""` and `revert: title`.
* A quoted revert is itself what the outer one takes back: only the outer pair of quotes is opened. A reapply
* takes back a revert, so the number inside its quotes is not what it means, the one behind them is.
*/
function revertTitle(title) {
	const { verb, inner, outer } = quoted.exec(title)?.groups ?? {};
	if (verb && inner !== void 0) {
		if (verb.toLowerCase() === "revert") return takenBack(inner);
		return {
			action: "reapply",
			subject: splitTrailingNumber(inner).title.trim(),
			number: toNumber(outer)
		};
	}
	const plain = conventional.exec(title)?.groups?.["inner"];
	return plain === void 0 ? null : takenBack(plain);
}
/** The innermost title and whether the chain of reverts around it leaves it taken back or brought back. */
function unwrapReverts(title) {
	let subject = title;
	let isTakenBack = false;
	let depth = 0;
	for (let found = revertTitle(subject); found; found = revertTitle(subject)) {
		depth += 1;
		isTakenBack = found.action === "revert" ? !isTakenBack : isTakenBack;
		subject = found.subject;
	}
	if (depth === 0) return {
		subject: title,
		state: "plain"
	};
	return {
		subject,
		state: isTakenBack ? "reverted" : "brought back"
	};
}

export { unwrapReverts as n, splitTrailingNumber as r, revertTitle as t };