// contract/reading/text-pieces.ts
const codeInText = /(?<!`)(?<fence>`+)(?!`)(?<code>.+?)(?<!`)\k<fence>(?!`)/gu;
/** Punctuation around a word that may stay outside its code. */
const wrapped = /^(?<open>["'“‘([{<]*)(?<core>.*?)(?<close>["'”’)\]}>.,;:!?…]*)$/u;
function piecesOfWord(word, live) {
	const { open = "", core = "", close = "" } = wrapped.exec(word)?.groups ?? {};
	if (!live.some((pattern) => pattern.test(core.normalize("NFKC")))) return [{
		isCode: false,
		text: word
	}];
	return [
		{
			isCode: false,
			text: open
		},
		{
			isCode: true,
			text: core
		},
		{
			isCode: false,
			text: close
		}
	];
}
const piecesOfProse = (text, live) => text.split(/(\s+)/u).flatMap((part) => /^\s*$/u.test(part) ? [{
	isCode: false,
	text: part
}] : piecesOfWord(part, live));
/** Two pieces of code that touch would read as one broken piece. */
function joinTouching(pieces) {
	const joined = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (last && last.isCode === piece.isCode) joined[joined.length - 1] = {
			...last,
			text: last.text + piece.text
		};
		else joined.push(piece);
	}
	return joined;
}
/**
* Untrusted visible text cut into prose and code: code in back-ticks, without them, and every word that a medium would
* make live. Neighbours differ in kind, and none is empty.
* @param live what makes a word a link, a mention or a reference in that medium
*/
function textPieces(text, live) {
	const pieces = [];
	let from = 0;
	for (const match of text.matchAll(codeInText)) {
		pieces.push(...piecesOfProse(text.slice(from, match.index), live));
		pieces.push({
			isCode: true,
			text: match.groups?.["code"]?.trim() ?? ""
		});
		from = match.index + match[0].length;
	}
	pieces.push(...piecesOfProse(text.slice(from), live));
	return joinTouching(pieces.filter((piece) => piece.text !== ""));
}

export { textPieces as t };