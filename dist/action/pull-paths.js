import { Et as int, It as record, Nt as object, Rt as string, T as pageInfo, d as requireRepository, w as nodes, xt as array, y as nextCursor } from "./start.js";
import { t as inParallel } from "./in-parallel.js";

// action/sources/github/path-answers.ts
/** Shapes of the answers that name changed paths. */
const pathsOfPullsAnswer = object({ repository: record(string(), object({ files: object({
	totalCount: int(),
	pageInfo,
	nodes: nodes(object({
		path: string(),
		changeType: string()
	}))
}).nullable() }).nullable()).nullable() });
const changedFile = object({
	filename: string(),
	previous_filename: string().optional()
});
const changedFiles = array(changedFile);
const commitFiles = object({ files: changedFiles.optional() });

// action/sources/github/queries/paths-of-pulls.graphql.ts
/** Changed paths of pull requests, one alias each: `p12`. Of a renamed file GraphQL knows only the new path. */
const pathsOfPulls = (pulls) => `
  query PathsOfPulls($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${pulls.map(({ number, after }) => `p${number}: pullRequest(number: ${number}) { files(first: 100${after === null ? "" : `, after: ${JSON.stringify(after)}`}) { totalCount pageInfo { hasNextPage endCursor } nodes { path changeType } } }`).join("\n      ")}
    }
  }
`;

// action/sources/github/pull-paths.ts
const pullsPerRequest = 25;
const filesPerPage = 100;
/** GitHub lists no more files of a pull request or a commit. */
const mostFiles = 3e3;
/** Changed paths by pull request number; requests go on until each list is whole. */
async function readBatch({ client, owner, name, key }, numbers) {
	const paths = new Map(numbers.map((number) => [number, []]));
	let open = numbers.map((number) => ({
		number,
		after: null
	}));
	while (open.length > 0) {
		let taken = [];
		const { data, errors } = await client.graphql((failures) => {
			taken = open.slice(0, Math.max(1, open.length >> failures));
			return {
				document: pathsOfPulls(taken),
				variables: {
					owner,
					name
				}
			};
		}, pathsOfPullsAnswer);
		const repository = requireRepository(key, data.repository, errors);
		const further = taken.flatMap(({ number, after }) => {
			const files = repository[`p${number}`]?.files;
			const found = (files?.nodes ?? []).filter((file) => file !== null);
			if (!(files?.nodes?.length === found.length) || found.some(({ changeType }) => changeType === "RENAMED")) {
				paths.set(number, null);
				return [];
			}
			const known = [...paths.get(number) ?? [], ...found.map(({ path }) => path)];
			const next = nextCursor(files.pageInfo, after);
			paths.set(number, next === null && known.length < files.totalCount ? null : known);
			return next === null ? [] : [{
				number,
				after: next
			}];
		});
		open = [...open.slice(taken.length), ...further];
	}
	return paths;
}
const bothPaths = ({ filename, previous_filename: before }) => before ? [before, filename] : [filename];
/** All files of a list that REST gives in pages; none when there are more than GitHub lists: a part decides nothing. */
async function allPaths(readPage) {
	const found = [];
	for (let page = 1; found.length < mostFiles; page += 1) {
		const files = await readPage(page);
		found.push(...files);
		if (files.length < filesPerPage) return found.flatMap(bothPaths);
	}
	return [];
}
const pullPaths = ({ client, owner, name }, number) => allPaths((page) => client.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
	owner,
	repo: name,
	pull_number: number,
	per_page: filesPerPage,
	page
}, changedFiles));
const commitPaths = ({ client, owner, name }, sha) => allPaths(async (page) => {
	const { files } = await client.rest("GET /repos/{owner}/{repo}/commits/{ref}", {
		owner,
		repo: name,
		ref: sha,
		per_page: filesPerPage,
		page
	}, commitFiles);
	return files ?? [];
});
/**
* Changed paths of each change, in the order given, both sides of a rename; read only where a path rule asks for
* them. Pull requests go 25 to a request; one that renames files is read again over REST, as direct pushes are.
*/
async function readChangedPaths(context, changes) {
	const numbers = changes.flatMap(({ number }) => number ?? []);
	const batches = Array.from({ length: Math.ceil(numbers.length / pullsPerRequest) }, (_, at) => numbers.slice(at * pullsPerRequest, (at + 1) * pullsPerRequest));
	const read = await inParallel(batches, (batch) => readBatch(context, batch));
	const pulls = new Map(read.flatMap((paths) => [...paths]));
	return inParallel(changes, async ({ number, commit }) => {
		if (number !== null) return pulls.get(number) ?? pullPaths(context, number);
		return commit === null ? [] : commitPaths(context, commit);
	});
}

export { readChangedPaths };