import { Et as int, Nt as object, Rt as string, b as actor, d as requireRepository, nt as ZenPulseError, w as nodes, xt as array } from "./start.js";

// action/sources/details.ts
const fileStatuses = [
	"added",
	"modified",
	"removed",
	"renamed"
];

// action/sources/github/read-patches.ts
/** A file as REST gives it; it has no patch when it is binary or the patch is too large. */
const file = object({
	filename: string(),
	status: string(),
	additions: int(),
	deletions: int(),
	patch: string().optional()
}).transform(({ filename: path, status, patch, ...counts }) => ({
	path,
	status: fileStatuses.find((each) => each === status) ?? "modified",
	...counts,
	patch: patch ?? null
}));
const commit = object({
	sha: string(),
	commit: object({
		message: string(),
		author: object({ name: string().nullish() }).nullable(),
		committer: object({ date: string().nullish() }).nullable()
	}),
	author: object({ login: string().optional() }).nullable(),
	files: array(file).optional()
});
/** A full page may not be all of them; REST does not say how many there are. */
const listed = (items) => ({
	items,
	total: items.length < 100 ? items.length : null
});
/** Files of a pull request with their patches. */
const readPullPatches = async ({ client, owner, name }, number) => listed(await client.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
	owner,
	repo: name,
	pull_number: number,
	per_page: 100
}, array(file)));
async function readCommitDetails({ client, owner, name }, sha) {
	const found = await client.rest("GET /repos/{owner}/{repo}/commits/{ref}", {
		owner,
		repo: name,
		ref: sha,
		per_page: 100
	}, commit);
	return {
		sha: found.sha,
		message: found.commit.message,
		author: found.author?.login ?? found.commit.author?.name ?? null,
		at: found.commit.committer?.date ?? "",
		files: listed(found.files ?? [])
	};
}

// action/sources/github/queries/pull-details.graphql.ts
/** One pull request, as somebody reads it. */
const pullDetails = `
  query PullDetails($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        number
        title
        body
        url
        mergedAt
        baseRefName
        additions
        deletions
        changedFiles
        author { __typename login }
        labels(first: 100) { nodes { name } }
      }
    }
  }
`;
/** Its files, without patches. */
const pullFiles = `
  query PullFiles($owner: String!, $name: String!, $number: Int!, $most: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        files(first: $most) { totalCount nodes { path additions deletions changeType } }
      }
    }
  }
`;
/** Its commits, with their whole messages. */
const pullCommits = `
  query PullCommits($owner: String!, $name: String!, $number: Int!, $most: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        commits(first: $most) {
          totalCount
          nodes { commit { oid message author { name user { login } } } }
        }
      }
    }
  }
`;

// action/sources/github/read-pull-details.ts
const present = (list) => (list ?? []).filter((node) => node !== null);
const details = object({
	number: int(),
	title: string(),
	body: string(),
	url: string(),
	mergedAt: string().nullable(),
	baseRefName: string(),
	additions: int(),
	deletions: int(),
	changedFiles: int(),
	author: actor.nullable(),
	labels: object({ nodes: nodes(object({ name: string() })) }).nullable()
});
const statuses = {
	ADDED: "added",
	COPIED: "added",
	DELETED: "removed",
	MODIFIED: "modified",
	CHANGED: "modified",
	RENAMED: "renamed"
};
const files = object({ files: object({
	totalCount: int(),
	nodes: nodes(object({
		path: string(),
		additions: int(),
		deletions: int(),
		changeType: string()
	}))
}).nullable() });
const commits = object({ commits: object({
	totalCount: int(),
	nodes: nodes(object({ commit: object({
		oid: string(),
		message: string(),
		author: object({
			name: string().nullable(),
			user: object({ login: string() }).nullable()
		}).nullable()
	}) }))
}) });
/** Asks for one pull request. @throws ZenPulseError `github_not_found` for a number that is none */
async function ask({ client, owner, name, key }, number, document, pull) {
	const { data, errors } = await client.graphql((failures) => ({
		document,
		variables: {
			owner,
			name,
			number,
			most: Math.max(1, 100 >> failures)
		}
	}), object({ repository: object({ pullRequest: pull.nullable() }).nullable() }));
	const found = requireRepository(key, data.repository, errors).pullRequest;
	if (found === null) throw new ZenPulseError("github_not_found", { what: `${key}#${number}` });
	return found;
}
async function readPullDetails(context, number) {
	const { labels, author, baseRefName: base, ...pull } = await ask(context, number, pullDetails, details);
	return {
		...pull,
		base,
		author: author?.login ?? null,
		labels: present(labels?.nodes ?? []).map((label) => label.name)
	};
}
async function readPullFiles(context, number) {
	const { files: list } = await ask(context, number, pullFiles, files);
	return {
		items: present(list?.nodes ?? []).map(({ changeType, ...file }) => ({
			...file,
			status: statuses[changeType] ?? null,
			patch: null
		})),
		total: list?.totalCount ?? null
	};
}
async function readPullCommits(context, number) {
	const { totalCount: total, nodes: list } = (await ask(context, number, pullCommits, commits)).commits;
	return {
		items: present(list).map(({ commit: { oid: sha, message, author } }) => ({
			sha,
			message,
			author: author?.user?.login ?? author?.name ?? null
		})),
		total
	};
}

// action/sources/github/github-details.ts
/** Details from GitHub's API, one call each. */
function githubDetails(context) {
	const until = (signal) => signal ? {
		...context,
		client: context.client.until(signal)
	} : context;
	return {
		pull: (number, signal) => readPullDetails(until(signal), number),
		files: (number, withPatches, signal) => (withPatches ? readPullPatches : readPullFiles)(until(signal), number),
		commits: (number, signal) => readPullCommits(until(signal), number),
		commit: (sha, signal) => readCommitDetails(until(signal), sha)
	};
}

export { githubDetails };