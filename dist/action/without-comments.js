// contract/reading/without-comments.ts
/** Markdown without what its page does not show either. Looks at each character once, however often `<!--` comes. */
function withoutComments(markdown) {
	const parts = [];
	for (let from = 0;;) {
		const start = markdown.indexOf("<!--", from);
		if (start < 0) return [...parts, markdown.slice(from)].join("");
		parts.push(markdown.slice(from, start));
		const end = markdown.indexOf("-->", start + 4);
		if (end < 0) return [...parts, "[comment left out]"].join("");
		from = end + 3;
	}
}

export { withoutComments as t };