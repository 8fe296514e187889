import { expect, test } from 'vitest';
import { askGraphQL } from './ask-github.ts';
import { githubForTest, shop } from './github-for-test.ts';
import {
  addRepository,
  deleteBranch,
  labelPull,
  mergePull,
  openPull,
  placeBranch,
  placeTag,
  publishRelease,
  push,
  updatePull,
} from './state.ts';

const repository = 'repository(owner: "acme", name: "shop")';
interface Pulls {
  repository: {
    pullRequests: {
      totalCount: number;
      nodes: { number: number }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  };
}

test('answers only what the published schema allows', async () => {
  const github = await githubForTest();
  const reply = await askGraphQL(
    github,
    `{ ${repository} { pullRequests(first: 1) { nodes { mergedOn } } } }`,
  );
  expect(reply).toMatchObject({ status: 200, data: undefined });
  expect(reply.errors[0]?.message).toContain('Cannot query field "mergedOn"');
  const unserved = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization: 'token x' },
    body: JSON.stringify({ query: `{ ${repository} { forkCount } }` }),
  });
  expect([unserved.status, await unserved.text()]).toEqual([
    501,
    expect.stringContaining('Repository.forkCount'),
  ]);
});

test('refuses pages over 100 or without a size, and queries for too many nodes', async () => {
  const github = await githubForTest({ heavyPageLimit: 5_000 });
  const errors = async (arguments_: string) =>
    (await askGraphQL(github, `{ ${repository} { releases${arguments_} { totalCount } } }`)).errors;
  expect(await errors('(first: 101)')).toMatchObject([
    { type: 'EXCESSIVE_PAGINATION', path: ['repository', 'releases'] },
  ]);
  expect(await errors('')).toMatchObject([{ type: 'MISSING_PAGINATION_BOUNDARIES' }]);
  expect(await errors('(first: 1, after: "x")')).toMatchObject([{ type: 'INVALID_CURSOR_ARGUMENTS' }]);

  const page = (size: number, inner: number) =>
    askGraphQL(
      github,
      `query ($size: Int!) { ${repository} { pullRequests(first: $size) { nodes { files(first: ${inner}) { totalCount } } } } }`,
      { size },
    );
  expect(await page(50, 100)).toMatchObject({ status: 502, data: null });
  expect(await page(25, 100)).toMatchObject({ status: 200, errors: [] });
  expect(github.requests.at(-1)).toMatchObject({ nodeCount: 25 + 25 * 100, cost: 1 });
});

test('answers a missing repository with an error on its alias beside the rest of the data', async () => {
  const github = await githubForTest();
  const query = `{ mine: ${repository} { name } base: repository(owner: "acme", name: ".github") { name } }`;
  expect(await askGraphQL(github, query)).toEqual({
    status: 200,
    data: { mine: { name: 'shop' }, base: null },
    errors: [
      {
        type: 'NOT_FOUND',
        path: ['base'],
        locations: [{ line: 1, column: 58 }],
        message: "Could not resolve to a Repository with the name 'acme/.github'.",
      },
    ],
  });
});

test('lets an updated pull request jump ahead of a walk that goes on behind the old place', async () => {
  const github = await githubForTest();
  for (const title of ['one', 'two', 'three', 'four']) {
    github.advance(10);
    mergePull(github.state, shop, openPull(github.state, shop, { title }).number);
  }
  const page = async (after: string | null) => {
    const { data } = await askGraphQL<Pulls>(
      github,
      `query ($after: String) { ${repository} { pullRequests(
        states: MERGED, first: 2, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }
      ) { totalCount nodes { number } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    return data.repository.pullRequests;
  };
  const first = await page(null);
  github.advance(1);
  updatePull(github.state, shop, 1);
  const second = await page(first.pageInfo.endCursor);
  expect([first, second].map(({ nodes }) => nodes.map(({ number }) => number))).toEqual([[4, 3], [2]]);
  expect(second).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
  expect((await page(null)).nodes.map(({ number }) => number)).toEqual([1, 4]);
});

test('names every pull request of a commit, late for what just merged', async () => {
  const github = await githubForTest({ indexLagMs: 5 * 60_000 });
  const { state } = github;
  const { number, headOid } = openPull(state, shop, { title: 'shared work' });
  placeBranch(state, shop, 'release/1.x');
  openPull(state, shop, { title: 'the same for old users', head: 'pull-1', base: 'release/1.x' });
  mergePull(state, shop, number, { how: 'merge', keepsBranch: true });
  const named = async () => {
    const { data } = await askGraphQL<{
      repository: { object: { associatedPullRequests: { nodes: object[] } } };
    }>(
      github,
      `{ ${repository} { object(oid: "${headOid}") { ... on Commit {
        associatedPullRequests(first: 5) { nodes { number state baseRefName } } } } } }`,
    );
    return data.repository.object.associatedPullRequests.nodes;
  };
  const open = { number: 2, state: 'OPEN', baseRefName: 'release/1.x' };
  expect(await named()).toEqual([open]);
  github.advance(6);
  expect(await named()).toEqual([{ number: 1, state: 'MERGED', baseRefName: 'main' }, open]);
});

test('knows the merge commit of a rebase only by its last commit, and may know none', async () => {
  const github = await githubForTest();
  const { state } = github;
  const { number } = openPull(state, shop, { title: 'rebased', commits: ['one', 'two'] });
  const { mergeCommit, landed, commits } = mergePull(state, shop, number, { how: 'rebase' });
  expect([landed.length, landed.at(-1)]).toEqual([2, mergeCommit]);
  expect(commits.filter((oid) => landed.includes(oid))).toEqual([]);
  const query = `{ ${repository} { pullRequest(number: ${number}) { mergeCommit { oid authoredDate } } } }`;
  expect((await askGraphQL(github, query)).data).toMatchObject({
    repository: { pullRequest: { mergeCommit: { oid: mergeCommit } } },
  });
  updatePull(state, shop, number, { mergeCommit: null });
  expect((await askGraphQL(github, query)).data).toMatchObject({
    repository: { pullRequest: { mergeCommit: null } },
  });
});

test('shows an annotated tag as an object of its own that leads to the commit', async () => {
  const github = await githubForTest();
  const { state } = github;
  placeTag(state, shop, 'v1.0.0');
  github.advance(60);
  const { oid } = push(state, shop, 'second');
  const tag = placeTag(state, shop, 'v1.1.0', { annotated: true });
  publishRelease(state, shop, 'v1.1.0', { isPrerelease: true });
  publishRelease(state, shop, 'v1.0.0');
  const { data } = await askGraphQL(
    github,
    `{ ${repository} {
      refs(refPrefix: "refs/tags/", first: 5, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
        nodes { name target { __typename oid ... on Tag { target { oid } } } }
      }
      peeled: object(expression: "v1.1.0^{}") { __typename oid }
      latestRelease { tagName isLatest }
      ref(qualifiedName: "v1.0.0") { prefix compare(headRef: "main") { status aheadBy commits(first: 9) { nodes { oid } } } }
    } }`,
  );
  expect(data).toMatchObject({
    repository: {
      refs: {
        nodes: [
          { name: 'v1.1.0', target: { __typename: 'Tag', oid: tag.annotation?.oid, target: { oid } } },
          { name: 'v1.0.0', target: { __typename: 'Commit' } },
        ],
      },
      peeled: { __typename: 'Commit', oid },
      latestRelease: { tagName: 'v1.0.0', isLatest: true },
      ref: { prefix: 'refs/tags/', compare: { status: 'AHEAD', aheadBy: 1, commits: { nodes: [{ oid }] } } },
    },
  });
});

test('reads files, people, labels and deleted branches', async () => {
  const github = await githubForTest();
  const { state } = github;
  push(state, shop, 'rules', { files: { '.github/zenpulse.yml': 'version: 1\n' } });
  const author = 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>';
  openPull(state, shop, { title: 'bump', author, milestone: 'v2', files: { 'a.ts': 'x' } });
  labelPull(state, shop, 1, 'bug');
  deleteBranch(state, shop, 'pull-1');
  const { data, errors } = await askGraphQL(
    github,
    `{ ${repository} {
      rules: object(expression: "HEAD:.github/zenpulse.yml") { ... on Blob { text isTruncated byteSize } }
      none: object(expression: "HEAD:.github/other.yml") { oid }
      pullRequest(number: 1) {
        author { __typename login } headRef { name } headRefName milestone { title } labels(first: 3) { nodes { name } }
        commits(last: 1) { totalCount nodes { commit { author { name user { login } } } } }
        files(first: 3) { nodes { path changeType } } closingIssuesReferences(first: 1) { totalCount }
      }
    } search(type: ISSUE, first: 5, query: "repo:${shop} is:pr is:open label:bug") { issueCount } }`,
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    repository: {
      rules: { text: 'version: 1\n', isTruncated: false, byteSize: 11 },
      none: null,
      pullRequest: {
        author: { __typename: 'Bot', login: 'renovate' },
        headRef: null,
        headRefName: 'pull-1',
        milestone: { title: 'v2' },
        labels: { nodes: [{ name: 'bug' }] },
        commits: { totalCount: 1, nodes: [{ commit: { author: { name: 'renovate[bot]', user: null } } }] },
        files: { nodes: [{ path: 'a.ts', changeType: 'ADDED' }] },
        closingIssuesReferences: { totalCount: 0 },
      },
    },
    search: { issueCount: 1 },
  });
});

test('walks backwards, and finds nodes by their ids', async () => {
  const github = await githubForTest();
  for (const title of ['one', 'two', 'three']) openPull(github.state, shop, { title });
  addRepository(github.state, 'acme/empty');
  const last = `{ ${repository} { pullRequests(last: 2) { nodes { id number } pageInfo { startCursor hasPreviousPage } } } }`;
  interface Last {
    repository: {
      pullRequests: { nodes: { id: string; number: number }[]; pageInfo: { startCursor: string } };
    };
  }
  const { nodes, pageInfo } = (await askGraphQL<Last>(github, last)).data.repository.pullRequests;
  expect(nodes.map(({ number }) => number)).toEqual([2, 3]);
  const query = `query ($before: String, $ids: [ID!]!) {
    ${repository} { pullRequests(last: 2, before: $before) { nodes { number } } }
    nodes(ids: $ids) { ... on PullRequest { title } }
    empty: repository(owner: "acme", name: "empty") { isEmpty defaultBranchRef { name } }
  }`;
  const variables = { before: pageInfo.startCursor, ids: nodes.map(({ id }) => id) };
  expect((await askGraphQL(github, query, variables)).data).toEqual({
    repository: { pullRequests: { nodes: [{ number: 1 }] } },
    nodes: [{ title: 'two' }, { title: 'three' }],
    empty: { isEmpty: true, defaultBranchRef: null },
  });
});
