import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callbackPayload } from '../../contract/callback-payload.ts';
import { gitHistory } from '../git/git-history.ts';
import { runGit } from '../git/run-git.ts';
import { makeTempFolder } from '../git/temp-folder.ts';
import { type CliRun, filesIn, runCli } from './run-cli.ts';

let temp: Awaited<ReturnType<typeof makeTempFolder>>;
/** Where the command runs; it holds the repositories and files below, and must hold no other afterwards. */
let folder = '';
let before: string[] = [];

beforeAll(async () => {
  temp = await makeTempFolder();
  folder = temp.path;
  const at = (name: string) => join(folder, name);
  await Promise.all(['shop', 'empty', 'plain'].map(async (name) => mkdir(at(name))));
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit', { files: ['src/a.ts'] });
  history.tag('v1.0.0');
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  await history.write(at('shop'));
  await runGit(folder, 'clone', '--quiet', '--depth=1', `file://${at('shop')}`, 'shallow');
  await runGit(at('empty'), 'init', '--quiet');
  await writeFile(at('notes.txt'), 'not a repository\n');
  await writeFile(at('unknown-field.yml'), 'excludes:\n  author: [ada]\nreports: {}\n');
  await writeFile(at('no-yaml.yml'), 'excludes: [\n');
  await writeFile(at('aliases.yml'), 'excludes: *nowhere\n');
  before = await filesIn(folder);
});
afterAll(async () => temp.remove());

/** An error with one clear message and a next step, and nothing else anywhere. */
function expectRefusal({ code, stdout, stderr }: CliRun, ...says: (string | RegExp)[]): void {
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^Error: \S[^\n]*\n(?: {2}- [^\n]+\n)*Next: \S[^\n]*\n$/);
  expect(stderr).not.toMatch(/\n {4}at /);
  for (const each of says) expect(stderr).toMatch(each);
}

const shop = ['report', '--repo', 'shop', '--out', 'out'];

describe.concurrent('bad input is refused with the fix', () => {
  test.each<[string, string[], (string | RegExp)[]]>([
    [
      'a clone that is not there',
      ['report', '--repo', 'nowhere'],
      ['There is no folder', 'nowhere', '--repo .'],
    ],
    ['a file', ['report', '--repo', 'notes.txt'], ['notes.txt" is not a git repository', 'git clone']],
    ['a folder that is no repository', ['report', '--repo', 'plain'], ['plain" is not a git repository']],
    [
      'a subfolder of a clone',
      ['report', '--repo', 'shop/src'],
      ['lies inside the clone', /--repo \S+\/shop"/],
    ],
    [
      'a shallow clone',
      ['report', '--repo', 'shallow'],
      ['shallow clone', 'fetch --unshallow', 'fetch-depth: 0'],
    ],
    ['an empty repository', ['report', '--repo', 'empty'], ['has no commits', 'git fetch']],
    ['owner/name', ['report', '--repo', 'acme/shop'], ['acme/shop', 'GITHUB_TOKEN']],
    [
      'an unknown branch',
      [...shop, '--base-branch', 'develop'],
      ['base_branch', 'no branch "develop"', 'main'],
    ],
    [
      'an unknown tag',
      [...shop, '--tag-range', 'v1.0.0..v9'],
      ['tag_range', 'no tag "v9"', 'v1.1.0, v1.0.0'],
    ],
    [
      'a reversed tag range',
      [...shop, '--tag-range', 'v1.1.0..v1.0.0'],
      ['backwards', 'Did you mean v1.0.0..v1.1.0'],
    ],
    [
      'a reversed date range',
      [...shop, '--date-range', '2026-11-15..2026-11-01'],
      ['date_range: got "2026-11-15..2026-11-01"', 'did you mean 2026-11-01..2026-11-15'],
    ],
    [
      'a range in the future',
      [...shop, '--date-range', '2999-01-01..2999-02-01'],
      ['date_range', 'starts at 2999'],
    ],
    ['both ranges', [...shop, '--date-range', '7d', '--tag-range', 'v1.1.0'], ['only without tag_range']],
    [
      'several bad fields at once',
      [...shop, '--max-iterations', '11', '--ignored-prs', 'abc', '--analysis-type', 'all'],
      [
        'max_iterations: got "11"; accepts a whole number from 1 to 10',
        'ignored_prs: got "abc"',
        'analysis_type: got "all"',
      ],
    ],
    [
      'rules with unknown fields',
      [...shop, '--config-file', 'unknown-field.yml'],
      ['excludes.author: got an unknown field', 'reports: got an unknown field', 'zenpulse validate'],
    ],
    [
      'rules that are no YAML',
      [...shop, '--config-file', 'no-yaml.yml'],
      ['no-yaml.yml', 'line 2, column 1'],
    ],
    ['rules with an alias that leads nowhere', [...shop, '--config-file', 'aliases.yml'], ['YAML aliases']],
    ['rules that are not there', [...shop, '--config-file', 'none.yml'], ['"none.yml" cannot be read']],
    [
      '--out that is a file',
      ['report', '--repo', 'shop', '--date-range', '2026-11-01..2026-11-02', '--out', 'notes.txt'],
      ['cannot be written', '--out'],
    ],
  ])('%s', async (_, args, says) => {
    expectRefusal(await runCli(folder, args), ...says);
    expect(await filesIn(folder)).toEqual(before);
  });

  test('an unknown option', async () => {
    const { code, stdout, stderr } = await runCli(folder, [...shop, '--tags', 'v1']);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain("unknown option '--tags'");
    expect(stderr).toContain('--help');
  });

  test.each(['callback-url', 'webhook-token'])('--%s, an input of the action', async (name) => {
    const { code, stdout, stderr } = await runCli(folder, [...shop, `--${name}`, 'https://ci.example.com']);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`unknown option '--${name}'`);
    expect(stderr).toContain(`${name.replace('-', '_')} is an input of the action`);
    expect(stderr).toContain('--json');
  });

  test('a machine without git', async () => {
    expectRefusal(
      await runCli(folder, shop, { PATH: join(folder, 'plain') }),
      'git is not installed',
      'git-scm.com',
    );
  });

  test('with --json the refusal is a payload of the contract, and on stderr too', async () => {
    const { code, stdout, stderr } = await runCli(folder, [...shop, '--tag-range', 'v9', '--json']);
    const payload = callbackPayload.parse(JSON.parse(stdout));

    expect(code).toBe(2);
    expect(stderr).toContain(payload.error?.message);
    expect(payload).toMatchObject({ status: 'failed', results: null, error: { code: 'tag_unknown' } });
    expect(await filesIn(folder)).toEqual(before);
  });
});
