import { expect, test } from 'vitest';
import { addRepository, repositoryOf } from '../../../github/state/github-state.ts';
import { push } from '../../../github/state/push.ts';
import { labelPull, updatePull } from '../../../github/state/update-pull.ts';
import type { GitHubServer } from '../../../github/github-server.ts';
import { decisions, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { pulseOver, read, wholeYear } from './pulse-over-hub.ts';

const path = '.github/zenpulse.yml';

/** A story whose rules file is on main, as in a real repository. */
function withRules(...lines: string[]) {
  const history = startedHistory();
  history.commit('Add rules', { files: { [path]: `${lines.join('\n')}\n` } });
  return history;
}

function organisationRules(github: GitHubServer, text: string): void {
  addRepository(github.state, 'acme/.github');
  push(github.state, 'acme/.github', 'Add rules', { files: { [path]: text } });
}

const label = ({ state }: GitHubServer, number: number, name: string) =>
  labelPull(state, 'acme/shop', number, name);

test('labels leave out, by default zenpulse:ignore and skip-changelog, and the manifest says which', async () => {
  const history = startedHistory();
  for (const number of [12, 13, 14]) history.squash(number, `feat: ${number}`);
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history);
  label(github, 12, 'skip-changelog');
  label(github, 13, 'ZenPulse:Ignore');
  label(github, 14, 'bug');

  for (const request of [wholeYear, { tag_range: 'v1.0.0..v1.1.0' }]) {
    const result = await pulseOver([source], request);
    expect(decisions(result)).toEqual(['12 excluded label', '13 excluded label', '14 included']);
    expect(result.manifest.pull_requests.map(({ reason, labels }) => [reason?.detail, labels])).toEqual([
      ['label skip-changelog', ['skip-changelog']],
      ['label ZenPulse:Ignore', ['ZenPulse:Ignore']],
      [undefined, ['bug']],
    ]);
    expect(result.manifest.repositories[0]?.labels_known).toBe(true);
  }
});

test('a label counts also when a pull request has more than fifty', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: much labelled');
  const { github, source } = await onGitHub(history);
  for (let at = 1; at <= 80; at += 1) label(github, 12, `area/${at}`);
  label(github, 12, 'skip-changelog');

  expect(decisions(await pulseOver([source], wholeYear))).toEqual(['12 excluded label']);
});

test('more labels than GitHub gives at once leave the reading incomplete', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: much labelled');
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history);
  for (let at = 1; at <= 101; at += 1) label(github, 12, `area/${at}`);

  for (const window of [undefined, tags('v1.1.0')]) {
    const reading = await read(source, window);
    expect(reading.complete).toBe(false);
    expect(reading.notices[0]?.text).toContain('100 of 101 labels of #12');
  }
});

test('the rules ride in the same request', async () => {
  const history = withRules('excludes:', "  titles: ['^chore']", "  authors: ['dependabot']");
  history.squash(12, 'chore: bump');
  history.squash(13, 'feat: a');
  history.squash(14, 'build: bump', {
    author: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
  });
  const { github, source } = await onGitHub(history);

  expect(decisions(await pulseOver([source], wholeYear))).toEqual([
    '12 excluded title',
    '13 included',
    '14 excluded author',
  ]);
  expect(github.requests).toHaveLength(1);
});

test("the organisation's rules are the base, the repository's own have the last word", async () => {
  const history = withRules('excludes:', '  labels: [internal]');
  for (const number of [12, 13, 14]) history.squash(number, `feat: ${number}`);
  history.squash(15, 'chore: bump');
  const { github, source } = await onGitHub(history);
  organisationRules(github, 'excludes:\n  labels: [secret]\n  titles: ["^chore"]\n');
  label(github, 12, 'internal');
  label(github, 13, 'secret');
  label(github, 14, 'skip-changelog');

  expect(decisions(await pulseOver([source], wholeYear))).toEqual([
    '12 excluded label',
    '13 included',
    '14 included',
    '15 excluded title',
  ]);
});

test("without a file of its own a repository has the organisation's rules, also in a tag window", async () => {
  const history = startedHistory();
  history.squash(12, 'chore: bump');
  history.tag('v1.1.0');
  const { github, source } = await onGitHub(history);
  organisationRules(github, 'excludes:\n  titles: ["^chore"]\n');

  expect(decisions(await pulseOver([source], { tag_range: 'v1.1.0' }))).toEqual(['12 excluded title']);
});

test('rules files that are not read ride in the same request, those of the organisation too', async () => {
  const history = startedHistory();
  history.commit('Add rules', { files: { '.github/ZenPulse.yml': 'x: 1\n' } });
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  const { github, source, asked } = await onGitHub(history);
  organisationRules(github, '{}');
  push(github.state, 'acme/.github', 'Add more', { files: { 'zenpulse.yml': 'x: 1\n' } });
  push(github.state, 'acme/shop', 'Add more', { files: { '.zenpulse.yml': 'x: 1\n' } });

  for (const request of [wholeYear, { tag_range: 'v1.0.0..v1.1.0' }]) {
    const { manifest } = await pulseOver([source], request);
    expect(manifest.notices.map(({ text }) => text)).toEqual([
      `acme/.github: zenpulse.yml is not read beside ${path}; delete it, or move its rules there.`,
      `acme/shop: .github/ZenPulse.yml is not read; rename it to ${path}.`,
      `acme/shop: .zenpulse.yml is not read; rename it to ${path}.`,
    ]);
  }
  expect(asked().filter((request) => !/Pulls|compare/.test(request))).toEqual(['DateWindow', 'TagWindow']);
});

test("rules that matched nothing are told of the repository's own file, not of the organisation's", async () => {
  const history = withRules('excludes:', '  labels: [wip, internal]');
  history.squash(12, 'feat: a');
  const { github, source } = await onGitHub(history);
  organisationRules(github, 'excludes:\n  titles: ["^chore"]\n');
  label(github, 12, 'Internal');

  expect((await pulseOver([source], wholeYear)).manifest.notices.map(({ text }) => text)).toEqual([
    'acme/shop: nothing in this window matched excludes.labels "wip".',
  ]);
});

test('broken rules are refused, each problem by its field, and by whose file it is', async () => {
  const { github, source } = await onGitHub(withRules('excludes:', "  titles: ['(']", '  author: [ada]'));
  await expect(pulseOver([source], wholeYear)).rejects.toMatchObject({
    code: 'repository_file_invalid',
    message: expect.stringMatching(/acme\/shop: \.github\/zenpulse\.yml.*excludes\.titles/s) as string,
  });

  const own = repositoryOf(github.state, 'acme/shop');
  push(github.state, 'acme/shop', 'Remove rules', { files: { [path]: null }, branch: own.defaultBranch });
  organisationRules(github, 'excludes: 12\n');
  await expect(pulseOver([source], wholeYear)).rejects.toMatchObject({
    code: 'repository_file_invalid',
    message: expect.stringContaining('acme/.github') as string,
  });
});

test('a rules file too large to be one is refused', async () => {
  const { source } = await onGitHub(withRules(`# ${'x'.repeat(200_000)}`));

  await expect(pulseOver([source], wholeYear)).rejects.toMatchObject({ code: 'repository_file_invalid' });
});

test('a rules file that is not text is refused, not overlooked', async () => {
  const { source } = await onGitHub(withRules('a\u0000b'));

  await expect(pulseOver([source], wholeYear)).rejects.toMatchObject({ code: 'github_bad_answer' });
});

test('path rules cost pages of files, and work for pull requests of more than a hundred and for direct pushes', async () => {
  const history = withRules('excludes:', "  paths: ['docs/**', '.github/**']");
  const many = Array.from({ length: 250 }, (_, at) => `docs/${at}.md`);
  history.squash(12, 'docs only', { files: many });
  history.squash(13, 'docs and code', { files: [...many, 'src/z.ts'] });
  history.mergePull(14, 'docs by merge', { files: ['docs/d.md'], commits: ['one'] });
  history.rebase(15, [
    { subject: 'docs', files: ['docs/e.md'] },
    { subject: 'code', files: ['src/e.ts'] },
  ]);
  history.commit('Docs pushed', { files: ['docs/pushed.md'] });
  history.commit('Many docs pushed', { files: Array.from({ length: 320 }, (_, at) => `docs/p${at}.md`) });
  const { source, asked } = await onGitHub(history);
  const result = await pulseOver([source], wholeYear);

  expect(decisions(result)).toEqual(['12 excluded path', '13 included', '14 excluded path', '15 included']);
  expect(result.manifest.direct_pushes.map(({ title, decision }) => [title, decision])).toEqual([
    ['Initial commit', 'included'],
    ['Add rules', 'excluded'],
    ['Docs pushed', 'excluded'],
    ['Many docs pushed', 'excluded'],
  ]);
  expect(asked().filter((each) => each === 'PathsOfPulls')).toHaveLength(3);
});

test('a file moved out of an included path still touches it', async () => {
  const history = withRules('includes:', "  paths: ['packages/ui/**']");
  const text = 'the same text, long enough to be known again\n'.repeat(5);
  history.commit('start', { files: { 'packages/ui/a.ts': text } });
  history.squash(12, 'move', { files: { 'packages/ui/a.ts': null, 'packages/api/a.ts': text } });
  history.squash(13, 'api', { files: ['packages/api/b.ts'] });
  const { source } = await onGitHub(history);

  expect(decisions(await pulseOver([source], wholeYear))).toEqual([
    '12 included',
    '13 excluded outside_paths',
  ]);
});

test('a bot is written with its mark, as in a clone, and is no person', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.squash(13, 'chore: tidy');
  const { github, source } = await onGitHub(history);
  updatePull(github.state, 'acme/shop', 13, { author: 'mergify[bot]' });
  const { manifest, results } = await pulseOver([source], wholeYear);

  expect(manifest.pull_requests.map(({ author }) => author)).toEqual(['ada-lovelace', 'mergify[bot]']);
  expect(results.summary_message).toContain('from one person');
});
