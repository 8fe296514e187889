import { expect, onTestFinished, test } from 'vitest';
import { openToolBox } from '../../../action/agent/tools/open-tool-box.ts';
import { createTrace } from '../../../action/lineage/trace.ts';
import { guardTools } from '../../../action/left-out/guard-tools.ts';
import { decideAll } from '../../../action/preflight/decide.ts';
import { survey } from '../../../action/preflight/survey.ts';
import { createGitSource } from '../../../action/sources/git.ts';
import type { Source } from '../../../action/sources/source.ts';
import { resolveWindows } from '../../../action/window/resolve-windows.ts';
import { pulseRequest } from '../../../contract/pulse-request.ts';
import type { GitHistory } from '../../git/git-history-api.ts';
import { gitEnvironment } from '../../git/run-git.ts';
import { labelPull } from '../../github/state/update-pull.ts';
import { startedHistory, written } from '../sources/git/read-story.ts';
import { type HubStory, onGitHub } from '../sources/github/hub-story.ts';

const inner = ['summary', 'files', 'diff', 'commits'] as const;

/** #13 came to `develop`, which came to main as #30; #31 came alone, and a direct push after it. */
function nested(more: { body?: string; push?: string } = {}): GitHistory {
  const history = startedHistory();
  history.branch('develop');
  history.checkout('develop');
  history.squash(13, 'embargo: merger with Initech', {
    body: 'EMBARGOED body',
    files: { 'secret.txt': 'EMBARGOED patch\n' },
  });
  history.checkout('main');
  history.mergePull(30, 'Release train', { branch: 'develop', ...(more.body ? { body: more.body } : {}) });
  history.squash(31, 'feat: vouchers', { files: { 'src/vouchers.ts': 'vouchers\n' } });
  history.commit('Tidy up', { body: more.push ?? 'Plain words.', files: { 'tidy.txt': 'PUSHED patch\n' } });
  history.tag('v1.1.0');
  return history;
}

const byTags = { tag_range: 'v1.0.0..v1.1.0' };
const byDates = { date_range: '2026-11-01..2026-11-30' };
const byTitle = "excludes:\n  titles: ['^embargo:']\n";

async function toolsOf(source: Source, request: Record<string, unknown>, rules = '') {
  const parsed = pulseRequest.parse({ repo: [source.key], ...request });
  const [query] = resolveWindows(parsed, [source.key], new Date('2026-12-01T00:00:00Z'));
  const trace = createTrace(() => new Date(0));
  const text = rules === '' ? null : { text: rules, source: 'rules' };
  const { manifest, repositories } = await decideAll(parsed, [await survey(source, query!, text, trace)]);
  const box = await openToolBox({
    manifest,
    sources: [source],
    mcpServer: 'builtin',
    github: null,
    environment: {},
    fetch: globalThis.fetch,
    install: () => Promise.reject(new Error('nothing is installed')),
    onNotice: () => {},
  });
  onTestFinished(() => box.close());
  const tools = guardTools(box, manifest, repositories);
  let id = 0;
  const call = async (name: string, input: object) =>
    (
      await tools.call(
        { id: String(++id), name, arguments: JSON.stringify(input) },
        new AbortController().signal,
      )
    ).content;
  const push = manifest.direct_pushes.find(({ title }) => title === 'Tidy up')?.commit ?? '';
  return {
    manifest,
    read: (key: string, what: string) => call('read_pull_request', { key, what }),
    readAll: async (key: string) =>
      Promise.all(inner.map((what) => call('read_pull_request', { key, what }))),
    readPush: () => call('read_commit', { commit: push }),
  };
}

const inClone = async (history: GitHistory) =>
  createGitSource((await written(history)).path, { environment: { ...gitEnvironment } });

const kinds: readonly (readonly [string, (history: GitHistory) => Promise<Source>])[] = [
  ['a clone', inClone],
  ['GitHub', async (history) => (await onGitHub(history)).source],
];
const holds = 'left_out: It holds changes that are left out; only its summary may be read.';

for (const [where, open] of kinds) {
  test.each([
    ['a tag window and ignored_prs', { ...byTags, ignored_prs: '13' }, ''],
    ['a tag window and a title rule', byTags, byTitle],
    ['a date window that did not count it, and ignored_prs', { ...byDates, ignored_prs: '13' }, ''],
    ['a date window that did not count it, and a title rule', byDates, byTitle],
  ])(
    `of ${where} in %s, only the summary of what holds an excluded one is told`,
    async (_, request, rules) => {
      const { read, readAll } = await toolsOf(await open(nested()), request, rules);
      const [summary, ...others] = await readAll('#30');

      expect(summary).toContain('title: Release train');
      expect(others).toEqual([holds, holds, holds]);
      expect(`${summary}`).not.toMatch(/EMBARGOED|Initech|secret/);
      expect(await read('#31', 'diff')).toContain('vouchers');
    },
  );

  test(`of ${where}, what is not excluded is read as ever`, async () => {
    const { readAll } = await toolsOf(await open(nested()), byTags);

    expect((await readAll('#30')).join('\n')).toContain('EMBARGOED body');
  });
}

test.each([
  ['its number', 'It contains #13 at last'],
  ['its key', 'It contains acme/shop#13'],
  ['its address', 'See https://github.com/acme/shop/pull/13 for more'],
  ['its number in words', 'It contains PR 13'],
  ['its title', 'It contains the merger, with Initech'],
])('a line of a description that names an excluded one by %s is taken out', async (_, line) => {
  const body = `Before\n\n${line}\n\nAfter`;
  const { read } = await toolsOf(await inClone(nested({ body })), { ...byTags, ignored_prs: '13' });
  const summary = await read('#30', 'summary');

  expect(summary).toMatch(/Before\n\n?\[left out\]\n\n? *After/);
});

test.each(['other/shop#13', 'https://github.com/other/shop/pull/13', '#130', 'step 13'])(
  'a line that says %s names another one, and stays',
  async (line) => {
    const { read } = await toolsOf(await inClone(nested({ body: line })), { ...byTags, ignored_prs: '13' });

    expect(await read('#30', 'summary')).toContain(line);
  },
);

test('a list in the description is held against the rules also where the window did not count what it lists', async () => {
  const body = '- embargo: merger with Initech (#13)\n- feat: gifts (#12)';
  const { read } = await toolsOf(await inClone(nested({ body })), byDates, byTitle);
  const summary = await read('#30', 'summary');

  expect(summary).toContain('feat: gifts (#12)');
  expect(summary).not.toContain('Initech');
});

test('a direct push that names an excluded one is not shown at all, another is', async () => {
  const request = { ...byTags, ignored_prs: '13' };
  const naming = await toolsOf(await inClone(nested({ push: 'Also * merger with Initech (#13)' })), request);
  expect(await naming.readPush()).toBe(
    'left_out: It names changes that are left out, so it may not be read.',
  );

  const plain = await toolsOf(await inClone(nested()), request);
  expect(await plain.readPush()).toContain('PUSHED patch');
});

test('a line that only mentions a number is none of a title rule, and none of GitHub is asked', async () => {
  const { source, asked } = await onGitHub(nested({ body: 'embargo: no, see #12 and #99' }));
  const { read } = await toolsOf(source, byDates, byTitle);
  const before = asked().length;

  expect(await read('#31', 'summary')).toContain('title: feat: vouchers');
  expect(await read('#30', 'summary')).toContain('see #12 and #99');
  expect(asked().slice(before)).toEqual(['PullDetails', 'PullDetails']);
});

test('a number that is named and is no pull request leaves nothing out', async () => {
  const history = startedHistory();
  history.mergePull(30, 'Fixes', { commits: ['Fix the totals (#99)', 'Fix more (#9999999999)'] });
  const { read } = await toolsOf((await onGitHub(history)).source, byDates);

  expect(await read('#30', 'commits')).toContain('Fix the totals (#99)');
});

test('more pull requests than are looked up are taken as left out', async () => {
  const history = startedHistory();
  const body = Array.from({ length: 201 }, (_, at) => `* Fix a part (#${100 + at})`).join('\n');
  history.mergePull(30, 'Many fixes', { commits: [{ subject: 'Fix many parts', body }] });
  const { read } = await toolsOf((await onGitHub(history)).source, byDates);

  expect(await read('#30', 'commits')).toBe(holds);
});

async function labelled(): Promise<HubStory> {
  const hub = await onGitHub(nested());
  labelPull(hub.github.state, 'acme/shop', 13, 'skip-changelog');
  return hub;
}

test('on GitHub a label leaves out what a date window did not count', async () => {
  const { source } = await labelled();
  const { readAll } = await toolsOf(source, byDates);

  expect((await readAll('#30')).slice(1)).toEqual([holds, holds, holds]);
});

test('what a pull request holds is looked up once', async () => {
  const { source, asked } = await labelled();
  const { readAll } = await toolsOf(source, byDates);
  const before = asked().length;
  await readAll('#30');

  // Its commits, #13, and the summary that was asked for.
  expect(asked().slice(before).sort()).toEqual(['PullCommits', 'PullDetails', 'PullsByNumber']);
});

test('a pull request whose commits are not all listed may hold anything', async () => {
  const source = await inClone(nested());
  const listed = { ...source.details, commits: async () => ({ items: [], total: 101 }) };
  const { read } = await toolsOf({ ...source, details: listed }, { ...byTags, ignored_prs: '13' });

  expect(await read('#31', 'files')).toBe(holds);
});

test('a look-up that fails shows nothing, and may be made again', async () => {
  const source = await inClone(nested());
  let fails = true;
  const details = {
    ...source.details,
    commits: async (number: number) => {
      if (fails) throw new Error('no answer');
      return source.details.commits(number);
    },
  };
  const { read } = await toolsOf({ ...source, details }, { ...byTags, ignored_prs: '13' });
  expect(await read('#31', 'files')).toBe(
    'left_out: It could not be checked against what is left out, so it may not be read.',
  );

  fails = false;
  expect(await read('#31', 'files')).toContain('src/vouchers.ts');
});

test('a revert and what it takes back hide nothing: what holds them may be read', async () => {
  const history = startedHistory();
  history.branch('develop');
  history.checkout('develop');
  const gifts = history.squash(13, 'feat: gifts for all', { files: { 'gifts.txt': 'gifts\n' } });
  history.revert(gifts, { number: 14 });
  history.checkout('main');
  history.mergePull(30, 'Release train', { branch: 'develop' });
  history.tag('v1.1.0');
  const { manifest, read } = await toolsOf(await inClone(history), byTags);

  expect(manifest.pull_requests.map(({ reason }) => reason?.code)).toEqual([
    'reverted',
    'reverts',
    undefined,
  ]);
  expect(await read('#30', 'commits')).toContain('feat: gifts for all');
});
