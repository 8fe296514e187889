import { t as textPieces } from "./text-pieces.js";

// action/report/markdown-text.ts
/** Text that GitHub, Slack or a mail client would turn into a link, a mention or a reference. */
const live = [
	/#\p{Nd}/u,
	/@[\p{L}\p{N}_.-]/u,
	/gh-\p{Nd}/iu,
	/:\/\/|\/\/\S/u,
	/www\.|(?:mailto|javascript|data|tel|file|vbscript):/iu,
	/(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\//u,
	/(?<![\p{L}\p{N}])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}(?![\p{L}\p{N}])/iu,
	/\$/
];
function codeSpan(text) {
	const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
	let length = 1;
	while (runs.includes(length)) length += 1;
	const fence = "`".repeat(length);
	const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
	return fence + pad + text + pad + fence;
}
const escape = (text) => text.replace(/[\\`*_{}[\]<>|~&!]/g, "\\$&");
/** A line that starts so would be a heading, a list or a rule. */
const escapeStart = (line) => line.replace(/^(?:([#+=-])|(\d+)(?=[.)]))/, (_, mark, digits) => mark === void 0 ? `${digits}\\` : `\\${mark}`);
/**
* Untrusted visible text as markdown that shows just those characters: markup is escaped, code in back-ticks
* stays code, and any word that would become a link, a mention or a reference is shown as code, where nothing
* is live.
* @param text one visible line, see `visibleText`
*/
const markdownText = (text) => escapeStart(textPieces(text, live).map((piece) => piece.isCode ? codeSpan(piece.text) : escape(piece.text)).join(""));

export { markdownText as t };