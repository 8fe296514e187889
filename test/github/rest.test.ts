import { expect, test } from 'vitest';
import { askRest } from './ask-github.ts';
import { githubForTest, shop } from './github-for-test.ts';
import { route } from './rest/route.ts';
import type { Schemas } from './rest/shapes/schemas.ts';
import { mergePull, openPull, placeBranch, placeTag, publishRelease, push, repositoryOf } from './state.ts';

type Comparison = Schemas['commit-comparison'];

test('compares by the merge base, over side branches too', async () => {
  const github = await githubForTest();
  const { state } = github;
  const root = repositoryOf(state, shop).branches.get('main');
  placeBranch(state, shop, 'release/1.x');
  const side = openPull(state, shop, { title: 'feature', commits: ['one', 'two'] });
  const direct = push(state, shop, 'direct');
  const { mergeCommit } = mergePull(state, shop, side.number, { how: 'merge' });
  const hotfix = push(state, shop, 'hotfix', { branch: 'release/1.x' });
  placeTag(state, shop, 'v1.0.1', { on: 'release/1.x', annotated: true });

  const compare = async (range: string) =>
    (await askRest<Comparison>(github, `/repos/${shop}/compare/${range}`)).body;
  const ahead = await compare('v1.0.1...main');
  expect(ahead).toMatchObject({ status: 'diverged', ahead_by: 4, behind_by: 1, total_commits: 4 });
  expect(ahead.base_commit.sha).toBe(hotfix.oid);
  expect(ahead.merge_base_commit.sha).toBe(root);
  expect(ahead.commits.map(({ sha }) => sha)).toEqual(expect.arrayContaining([...side.commits, direct.oid]));
  expect(ahead.commits.at(-1)?.sha).toBe(mergeCommit);
  expect(await compare('main...release/1.x')).toMatchObject({ ahead_by: 1, behind_by: 4 });
  expect(await compare(`${mergeCommit?.slice(0, 8)}...main`)).toMatchObject({
    status: 'identical',
    commits: [],
  });
  expect((await askRest(github, `/repos/${shop}/compare/v9...main`)).status).toBe(404);
});

test('gives 250 commits of a comparison unless it is paged, and 300 files on the first page only', async () => {
  const github = await githubForTest();
  placeTag(github.state, shop, 'start');
  for (let count = 0; count < 320; count += 1) push(github.state, shop, `commit ${count}`);
  const compare = async (query: string) => {
    const path = `/repos/${shop}/compare/start...main${query}`;
    const { body, headers } = await askRest<Comparison>(github, path);
    const messages = body.commits.map(({ commit }) => commit.message);
    return [messages.length, messages[0], body.total_commits, body.files?.length, headers.get('link')];
  };
  expect(await compare('')).toEqual([250, 'commit 70', 320, 300, null]);
  expect(await compare('?per_page=100')).toEqual([
    100,
    'commit 0',
    320,
    300,
    expect.stringContaining('page=2>; rel="next"'),
  ]);
  const last = expect.not.stringContaining('next');
  expect(await compare('?per_page=100&page=4')).toEqual([20, 'commit 300', 320, undefined, last]);
  expect(await compare('?per_page=250')).toEqual([
    100,
    'commit 0',
    320,
    300,
    expect.stringContaining('page=4>; rel="last"'),
  ]);
});

test('reads pull requests, commits, tags, releases and files', async () => {
  const github = await githubForTest({ indexLagMs: 60_000 });
  const { state } = github;
  push(state, shop, 'rules', { files: { '.github/zenpulse.yml': 'version: 1\n' } });
  openPull(state, shop, {
    title: 'open',
    author: 'renovate[bot] <1+renovate[bot]@users.noreply.github.com>',
  });
  openPull(state, shop, { title: 'merged', labels: ['bug'], files: { 'a b.ts': 'text' } });
  const { mergeCommit } = mergePull(state, shop, 2, { how: 'squash' });
  const { annotation } = placeTag(state, shop, 'v1.0.0', { annotated: true });
  publishRelease(state, shop, 'v1.0.0', { body: 'first' });

  const read = async (path: string) => (await askRest<unknown>(github, `/repos/${shop}${path}`)).body;
  expect(await read('/pulls')).toMatchObject([
    { number: 1, merged_at: null, user: { login: 'renovate[bot]', type: 'Bot' } },
  ]);
  expect(await read('/pulls?state=closed&sort=updated&direction=desc')).toMatchObject([{ number: 2 }]);
  expect(await read('/pulls/2')).toMatchObject({
    merged: true,
    merge_commit_sha: mergeCommit,
    labels: [{ name: 'bug' }],
  });
  expect(await read('/pulls/2/files')).toMatchObject([{ filename: 'a b.ts', status: 'added' }]);
  expect(await read('/pulls/2/commits')).toMatchObject([{ commit: { message: 'merged' } }]);
  expect(await read(`/commits/${mergeCommit}`)).toMatchObject({
    commit: { message: 'merged (#2)' },
    files: [{}],
  });
  expect(await read(`/commits?per_page=1`)).toMatchObject([{ sha: mergeCommit }]);
  expect(await read(`/commits/${mergeCommit}/pulls`)).toEqual([]);
  github.advance(2);
  expect(await read(`/commits/${mergeCommit}/pulls`)).toMatchObject([{ number: 2 }]);
  expect(await read('/git/ref/tags/v1.0.0')).toMatchObject({ object: { type: 'tag', sha: annotation?.oid } });
  expect(await read(`/git/tags/${annotation?.oid}`)).toMatchObject({
    object: { type: 'commit', sha: mergeCommit },
  });
  expect(await read('/tags')).toMatchObject([{ name: 'v1.0.0', commit: { sha: mergeCommit } }]);
  expect(await read('/releases/latest')).toEqual(await read('/releases/tags/v1.0.0'));
  const content = Buffer.from('version: 1\n').toString('base64');
  expect(await read('/contents/.github/zenpulse.yml')).toMatchObject({ type: 'file', content });
  expect(await read('/contents/.github')).toMatchObject([{ type: 'file', path: '.github/zenpulse.yml' }]);
  expect(await (await fetch(`${github.url}/raw/${shop}/main/.github/zenpulse.yml`)).text()).toBe(
    'version: 1\n',
  );
  expect(await read('/contents/nothing.md')).toMatchObject({ message: 'Not Found' });
});

test('searches late, and never past 1,000 results', async () => {
  const github = await githubForTest({ indexLagMs: 3_600_000 });
  const { state } = github;
  const repository = repositoryOf(state, shop);
  const merged = mergePull(state, shop, openPull(state, shop, { title: 'one' }).number);
  for (let number = 2; number <= 1_001; number += 1) repository.pulls.set(number, { ...merged, number });
  const search = (page: number) =>
    askRest<{ total_count: number; items: unknown[]; message?: string }>(
      github,
      `/search/issues?per_page=100&page=${page}&q=${encodeURIComponent(`repo:${shop} is:merged merged:2026-11-20..2026-11-21`)}`,
    );
  expect((await search(1)).body.total_count).toBe(0);
  github.advance(61);
  const { body } = await search(10);
  expect([body.total_count, body.items.length]).toEqual([1_001, 100]);
  expect(await search(11)).toMatchObject({ status: 422 });
});

test('compiles only handlers that answer in the published shape', () => {
  const tags = '/repos/{owner}/{repo}/tags';
  const nameless = { status: 200 as const, body: [{ name: 'v1' }] };
  // @ts-expect-error a tag has more than a name
  route('get', tags, () => nameless);
  // @ts-expect-error 201 is not among its answers
  route('get', tags, () => ({ status: 201, body: [] }));
  // @ts-expect-error there is no such path
  route('get', `${tags}s`, () => ({ status: 200, body: [] }));
  // @ts-expect-error the path has no such parameter
  route('get', tags, ({ params }) => ({ status: 200, body: [], headers: { x: params.tag } }));
  expect(route('get', tags, () => ({ status: 200, body: [] })).template).toBe(tags);
});
