import { l as foldedText } from "./after-reading.js";
import { Et as int, I as visibleText, Nt as object, Rt as string, T as pageInfo, b as actor, d as requireRepository, u as gapsOf, w as nodes, y as nextCursor } from "./start.js";

// action/sources/github/queries/open-pulls.graphql.ts
/** Open pull requests, with what may mark them for the next release. */
const openPulls = `
  query OpenPulls($owner: String!, $name: String!, $base: String, $pageSize: Int!, $after: String) {
    repository(owner: $owner, name: $name) {
      page: pullRequests(
        states: OPEN, baseRefName: $base, orderBy: { field: CREATED_AT, direction: ASC }, first: $pageSize, after: $after
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          number
          title
          url
          author { __typename login }
          milestone { title }
          labels(first: 100) { totalCount nodes { name } }
        }
      }
    }
  }
`;

// action/sources/github/read-open-pulls.ts
/** How many there are, where GitHub says. */
const totalCount = int().default(0);
const openPullNode = object({
	number: int(),
	title: string(),
	url: string(),
	author: actor.nullable(),
	milestone: object({ title: string() }).nullable(),
	labels: object({
		totalCount,
		nodes: nodes(object({ name: string() }))
	}).nullable()
});
const answer = object({ repository: object({ page: object({
	totalCount,
	pageInfo,
	nodes: nodes(openPullNode)
}) }).nullable() });
/** The entries of a list; null when some did not come. */
function wholeList(list) {
	const present = (list?.nodes ?? []).filter((item) => item !== null);
	return list?.nodes?.length === present.length && present.length >= list.totalCount ? present : null;
}
/** All pages by number. No gap names one: which of them a rule leaves out is not known yet. */
async function readPages({ client, owner, name, key, pageSize }, base) {
	const found = /* @__PURE__ */ new Map();
	const gaps = [];
	let after = null;
	do {
		const { data, errors } = await client.graphql((failures) => ({
			document: openPulls,
			variables: {
				owner,
				name,
				base,
				pageSize: Math.max(1, pageSize >> failures),
				after
			}
		}), answer);
		const { page } = requireRepository(key, data.repository, errors);
		gaps.push(...gapsOf(errors));
		const listed = page.nodes ?? [];
		for (const pull of listed) if (pull) found.set(pull.number, pull);
		if (page.nodes === null || listed.includes(null)) gaps.push("GitHub left open pull requests of a page out");
		after = nextCursor(page.pageInfo, after);
		if (after === null && found.size < page.totalCount) gaps.push(`GitHub ended its list after ${found.size} of ${page.totalCount} open pull requests`);
	} while (after !== null);
	return {
		found: [...found.values()],
		gaps
	};
}
/**
* Open pull requests with one of the labels or milestones, the oldest first. One whose labels did not all come is
* left out: a label that excludes it may be among the others.
* @param base their base branch
* @returns also what did not come, in words
*/
async function readOpenPulls(context, base, marks) {
	const { found, gaps } = await readPages(context, base);
	const marking = new Set(marks.labels.map(foldedText));
	const milestones = new Set(marks.milestones.map(foldedText));
	const read = found.flatMap((pull) => {
		const labels = wholeList(pull.labels)?.map((label) => label.name);
		return labels ? [{
			...pull,
			labels
		}] : [];
	});
	const unread = found.length - read.length;
	if (unread > 0) gaps.push(`the labels of ${unread} of ${found.length} open pull requests were not read, so those are left out`);
	const isMarked = ({ labels, milestone }) => labels.some((label) => marking.has(foldedText(label))) || milestone !== null && milestones.has(foldedText(milestone.title));
	return {
		pulls: read.filter(isMarked).map(({ number, title, url, author, labels }) => ({
			number,
			title: visibleText(title),
			url,
			author: author?.login ?? null,
			labels
		})),
		gaps: [...new Set(gaps)]
	};
}

export { readOpenPulls };