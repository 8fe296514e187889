import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createGitSource } from '../../../action/sources/git.ts';
import type { Reading, Source, WindowQuery } from '../../../action/sources/source.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { asksForNotes } from '../../../rules/tags/asks-for-notes.ts';
import { type GitHistory, gitHistory } from '../../git/git-history.ts';
import { gitEnvironment } from '../../git/run-git.ts';
import { startGitHub } from '../../github/github-server.ts';
import { seedFromHistory } from '../../github/seed/seed-from-history.ts';
import { publishRelease } from '../../github/state/publish-release.ts';
import { numbers, origin, startedHistory, tags, written } from './git/read-story.ts';
import { onGitHub, sourceAt } from './github/hub-story.ts';
import { pulseOver, read } from './github/pulse-over-hub.ts';

const unreleased: WindowQuery = { kind: 'unreleased', spec: 'since the last release' };
const newest: WindowQuery = { kind: 'tags', spec: 'the newest tag', base: null, head: null };

/** A story behind both sources. */
async function bothSources(history: GitHistory) {
  const { source: github, repo, github: server } = await onGitHub(history);
  const git = await createGitSource(repo.path, { environment: { ...gitEnvironment } });
  return { git, github, state: server.state };
}

/** What must be the same for both. */
const seen = (reading: Reading) => ({
  base: reading.repository.window.base?.ref ?? null,
  head: reading.repository.window.head?.ref ?? null,
  pulls: numbers(reading),
  notices: reading.notices,
});

/** Reads one window through both sources, which must agree. */
async function readBoth(history: GitHistory, window: WindowQuery) {
  const { git, github } = await bothSources(history);
  const [one, two] = [seen(await read(git, window)), seen(await read(github, window))];
  expect(two).toEqual(one);
  return { ...one, codes: one.notices.map(({ code }) => code), text: one.notices[0]?.text ?? '' };
}

const squashes = (history: GitHistory, ...given: readonly (number | string)[]) => {
  for (const each of given)
    if (typeof each === 'number') history.squash(each, `feat: ${each}`);
    else history.tag(each);
  return history;
};

/** A release commit beside the branch, which only its tag holds. */
function beside(history: GitHistory, tag: string) {
  history.branch(`build-${tag}`);
  history.checkout(`build-${tag}`);
  history.commit(`Build ${tag}`);
  history.tag(tag);
  history.checkout('main');
}

test.each([
  ['build numbers', ['v1.4.0+14', 'v1.4.0+15', 'v1.4.0+16']],
  ['qualifiers behind a dot', ['4.1.0.Final', '4.1.1.Final', '4.1.2.Final']],
  ['post-releases', ['1.0.0', '1.0.1', '1.0.1.post1']],
  ['dates without dashes', ['20251101', '20251201', '20260105']],
  ['dates with dashes', ['release-2025-11-01', 'release-2025-12-01', 'release-2026-01-05']],
  ['dates of changing style', ['20251101', '2025-12-01', '2026.01.05']],
  ['underscores', ['rel_1_4_1', 'rel_1_4_2', 'rel_1_5_0']],
] as const)('%s are versions for notes, for the newest release and for what comes next', async (_, names) => {
  const [first, second, third] = names;
  const history = squashes(gitHistory({ origin }), 1, first, 2, second, 3, third, 4);

  expect(await readBoth(history, tags(third))).toMatchObject({ base: second, head: third, pulls: [3] });
  expect(await readBoth(history, newest)).toMatchObject({ base: second, head: third, pulls: [3] });
  expect(await readBoth(history, unreleased)).toMatchObject({ base: third, head: 'main', pulls: [4] });
});

test('a moving major tag gives the notes of the release on its commit, and says so', async () => {
  const history = squashes(gitHistory({ origin }), 1, 'v4.0.0', 2, 'v5.0.0', 3, 'v5.1.1', 'v5');

  expect(await readBoth(history, tags('v5'))).toMatchObject({
    base: 'v5.0.0',
    head: 'v5.1.1',
    pulls: [3],
    codes: ['moving_tag'],
  });
});

test('whole numbers are releases where there are no longer versions', async () => {
  expect(await readBoth(squashes(gitHistory({ origin }), 1, 'v4', 2, 'v5'), tags('v5'))).toMatchObject({
    base: 'v4',
    head: 'v5',
    pulls: [2],
  });
});

test('a release `latest` that moves with each push is no version', async () => {
  const { git, github, state } = await bothSources(
    squashes(gitHistory({ origin }), 1, 'v1.0.0', 2, 'v1.1.0', 3, 'latest'),
  );
  publishRelease(state, 'acme/shop', 'v1.1.0', { createdAt: '2026-11-02T00:00:00Z' });
  publishRelease(state, 'acme/shop', 'latest');

  expect(seen(await read(github, unreleased))).toMatchObject({ base: 'v1.1.0', pulls: [3] });
  expect(seen(await read(git, unreleased))).toMatchObject({ base: 'v1.1.0', pulls: [3] });
});

test('what a release made beside the branch holds does not wait', async () => {
  const history = squashes(gitHistory({ origin }), 1, 'v1.0.0', 2, 3);
  beside(history, 'v1.1.0');
  squashes(history, 4);

  expect(await readBoth(history, unreleased)).toMatchObject({ base: 'v1.1.0', pulls: [4] });
});

test('where all releases are made beside the branch, the last one is the base', async () => {
  const history = squashes(gitHistory({ origin }), 1);
  beside(history, 'v1.0.0');
  squashes(history, 2);
  beside(history, 'v1.1.0');
  squashes(history, 3);

  expect(await readBoth(history, unreleased)).toMatchObject({ base: 'v1.1.0', pulls: [3] });
  expect(await readBoth(history, newest)).toMatchObject({ base: 'v1.0.0', head: 'v1.1.0', pulls: [2] });
});

test('a lower version made beside the branch later than the highest holds what it holds', async () => {
  const history = squashes(gitHistory({ origin }), 1);
  beside(history, 'v2.0.0');
  squashes(history, 2);
  beside(history, 'v1.9.0');
  squashes(history, 3);

  expect(await readBoth(history, unreleased)).toMatchObject({ base: 'v1.9.0', pulls: [3] });
});

test('a base that holds the head, tagged late, is passed over', async () => {
  const history = gitHistory({ origin });
  history.squash(1, 'feat: one');
  history.tag('v1.0.0');
  const release = history.squash(2, 'feat: two');
  history.squash(3, 'feat: three');
  history.tag('v1.0.1');
  history.tag('v1.1.0', { on: release });

  expect(await readBoth(history, tags('v1.1.0'))).toMatchObject({ base: 'v1.0.0', pulls: [2] });
});

test('a first release says that it is the first', async () => {
  const history = squashes(gitHistory({ origin }), 1, 'v1.0.0-rc.1', 2, 'v1.0.0');

  expect(await readBoth(history, tags('v1.0.0'))).toMatchObject({
    base: null,
    pulls: [1, 2],
    codes: ['first_release'],
  });
});

test('where no predecessor is found though versions came before, the range to ask for is named', async () => {
  const found = await readBoth(
    squashes(gitHistory({ origin }), 1, 'v0.9.0', 2, '2026-01-05'),
    tags('2026-01-05'),
  );

  expect(found).toMatchObject({ base: null, pulls: [1, 2], codes: ['previous_tag_missing'] });
  expect(found.text).toContain('--tag-range v0.9.0..2026-01-05');
});

test('a predecessor with a higher release between is doubted, and the nearer one named', async () => {
  const history = squashes(gitHistory({ origin }), 1, 'v0.20.0', 2, 'v2.33.0', 3, 'v2.34.0', 4, 'v0.35.0');
  const found = await readBoth(history, tags('v0.35.0'));

  expect(found).toMatchObject({ base: 'v0.20.0', codes: ['previous_tag_doubtful'] });
  expect(found.text).toContain('--tag-range v2.34.0..v0.35.0');
});

test('a predecessor of another history is doubted', async () => {
  const repo = await written(startedHistory());
  const anew = (await repo.git('commit-tree', '-m', 'Begin anew', 'main^{tree}')).trim();
  await repo.git('tag', 'v2.0.0', anew);
  const server = await startGitHub();
  onTestFinished(() => server.close());
  await seedFromHistory(server.state, repo, []);
  const git = await createGitSource(repo.path, { environment: { ...gitEnvironment } });

  for (const source of [git, sourceAt(server)])
    expect(seen(await read(source, tags('v2.0.0')))).toMatchObject({
      base: 'v1.0.0',
      notices: [{ code: 'previous_tag_unrelated' }],
    });
});

/** Two packages, `web` released last. */
function monorepo(rules: string | null) {
  const history = gitHistory({ origin });
  const files = rules === null ? {} : { '.github/zenpulse.yml': rules };
  history.commit('Start', { files: { ...files, 'README.md': 'shop\n' } });
  history.squash(1, 'feat: api one', { files: { 'api/a': '1\n' } });
  history.tag('api@1.0.0');
  history.squash(2, 'feat: api two', { files: { 'api/a': '2\n' } });
  history.squash(3, 'feat: web one', { files: { 'web/a': '3\n' } });
  history.tag('web@1.0.0');
  history.squash(4, 'feat: web two', { files: { 'web/a': '4\n' } });
  return history;
}

test.each([
  ['the folder that the report keeps to', "includes:\n  paths: ['packages/api/**', 'api/**']\n", [2]],
  ['report.tags', "report:\n  tags: ['api@*']\n", [2, 3, 4]],
])('%s chooses the series of a monorepo', async (_, rules, expected) => {
  const { git, github } = await bothSources(monorepo(rules));
  for (const source of [git, github]) {
    const { manifest, results } = await pulseOver([source], { analysis_type: 'upcoming' });
    expect(manifest.repositories[0]?.window.base?.ref).toBe('api@1.0.0');
    expect(results.included_pull_requests).toEqual(expected.map((number) => `acme/shop#${number}`));
    expect(manifest.notices.filter(({ code }) => code === 'series_chosen')).toEqual([]);
  }
});

test('rules given from outside choose the series in place of the repository’s own', async () => {
  const { git } = await bothSources(monorepo("report:\n  tags: ['web@*']\n"));
  const rules = { text: "report:\n  tags: ['api@*']\n", source: 'other.yml' };
  const { manifest } = await pulseOver([git], { analysis_type: 'upcoming' }, { rules });

  expect(manifest.repositories[0]?.window.base?.ref).toBe('api@1.0.0');
});

test('where nothing chooses, a notice names the series taken and the setting', async () => {
  const found = await readBoth(monorepo(null), unreleased);

  expect(found).toMatchObject({ base: 'web@1.0.0', codes: ['series_chosen'] });
  expect(found.text).toMatch(/web@1\.0\.0.*api@1\.0\.0.*report\.tags/);
});

const tagNames =
  'v1 v1.0 v1.0.0 v1.0.1 1.0.1 v1.1.0 v1.1.0-rc.1 v2 v2.0.0 v2.0.0+3 2026-01-05 20260106 2026.2.1 ui@1.0.0 ui@1.1.0 ui-v1.1.1 latest 1.1.0-jre 2.0.0-jre';
const tagName = fc.constantFrom(...tagNames.split(' '));
const tagged = fc.uniqueArray(fc.tuple(tagName, fc.nat({ max: 5 }), fc.boolean()), {
  selector: ([name]) => name,
  minLength: 2,
  maxLength: 9,
});

/** What a source reads, or the code of its refusal. */
const outcome = (source: Source, window: WindowQuery) =>
  read(source, window).then(seen, (error: unknown) => {
    if (error instanceof ZenPulseError) return error.code as string;
    throw error;
  });

test('both sources agree over any tags, and the App asks for notes of no tag that stands for another', async () => {
  await fc.assert(
    fc.asyncProperty(tagged, async (list) => {
      const history = gitHistory({ origin });
      for (let at = 0; at <= 5; at += 1) {
        history.squash(at + 1, `feat: ${at}`);
        for (const [name, place, isBeside] of list)
          if (place === at && isBeside) beside(history, name);
          else if (place === at) history.tag(name);
      }
      const { git, github } = await bothSources(history);
      const rows = list.map(([name, place, isBeside]) => ({ name, commit: isBeside ? name : `${place}` }));
      for (const window of [unreleased, newest, ...list.map(([name]) => tags(name))]) {
        const [one, two] = [await outcome(git, window), await outcome(github, window)];
        expect(two).toEqual(one);
        if (
          typeof one === 'string' ||
          window.kind !== 'tags' ||
          window.head === null ||
          one.head === window.head
        )
          continue;
        const commit = rows.find(({ name }) => name === window.head)?.commit ?? '';
        expect(asksForNotes(window.head, commit, rows)).toBe(false);
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);
