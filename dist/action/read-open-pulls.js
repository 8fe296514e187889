import { B as visibleText, It as object, Tt as boolean, Vt as string, at as ZenPulseError, d as gapsOf, f as requireRepository, kt as int, wt as array } from "./start.js";

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
          author { login }
          milestone { title }
          labels(first: 50) { totalCount nodes { name } }
        }
      }
    }
  }
`;

// action/sources/github/read-open-pulls.ts
const openPullNode = object({
	number: int(),
	title: string(),
	url: string(),
	author: object({ login: string() }).nullable(),
	milestone: object({ title: string() }).nullable(),
	labels: object({ nodes: array(object({ name: string() }).nullable()).nullable() }).nullable()
});
const answer = object({ repository: object({ page: object({
	pageInfo: object({
		hasNextPage: boolean(),
		endCursor: string().nullable()
	}),
	nodes: array(openPullNode.nullable()).nullable()
}) }).nullable() });
const fold = (text) => text.toLowerCase();
/** Open pull requests with one of the labels or milestones, the oldest first. @param base their base branch */
async function readOpenPulls({ client, owner, name, key, pageSize }, base, marks) {
	const labels = new Set(marks.labels.map(fold));
	const milestones = new Set(marks.milestones.map(fold));
	const found = [];
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
		const [gap] = gapsOf(errors);
		if (gap) throw new ZenPulseError("github_bad_answer", {
			what: `the open pull requests of ${key}`,
			why: gap
		});
		for (const pull of page.nodes ?? []) {
			if (!pull) continue;
			const names = (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []);
			if (!(names.some((label) => labels.has(fold(label))) || milestones.has(fold(pull.milestone?.title ?? "")))) continue;
			const { number, title, url } = pull;
			found.push({
				number,
				title: visibleText(title),
				url,
				author: pull.author?.login ?? null,
				labels: names
			});
		}
		after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
	} while (after !== null);
	return found;
}

export { readOpenPulls };