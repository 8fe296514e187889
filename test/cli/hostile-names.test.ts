import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasHiddenCodePoints } from '../../contract/reading/visible-text.ts';
import { gitHistory } from '../git/git-history.ts';
import { makeTempFolder } from '../git/temp-folder.ts';
import { runCli } from './run-cli.ts';

let temp: Awaited<ReturnType<typeof makeTempFolder>>;

beforeAll(async () => {
  temp = await makeTempFolder();
  const history = gitHistory();
  const rules = 'excludes:\n  authors: ["Ma\\e[31ml"]\n  titles: ["gifts|\\u202E"]\n';
  history.commit('Initial commit', { files: { '.github/zenpulse.yml': rules } });
  history.squash(12, 'feat: gifts \u202E\u001B[31m');
  history.squash(13, 'feat: totals', { author: 'Ma\u001B[31ml <mal@example.com>' });
  history.squash(14, 'feat: \u001B]0;title\u0007kept \u009B31m', { author: 'Ev\u202Ee <eve@example.com>' });
  await history.write(temp.path);
});
afterAll(async () => temp.remove());

const isTame = (text: string) => !hasHiddenCodePoints(text.replaceAll('\n', ''));

describe.concurrent('what would trick a terminal reaches it tamed', () => {
  test.each<[string, string[]]>([
    ['a path', ['report', '--repo', 'no\u001B]0;gotcha\u0007\u009B31m\u202Ewhere']],
    ['a tag', ['report', '--tag-range', 'v1\u202E\u009B31m']],
    ['a tag with an escape', ['report', '--tag-range', 'v1\u001B[31m']],
    ['a branch', ['report', '--base-branch', 'a\u202Eb']],
    ['a rules file', ['report', '--config-file', 'no\u001B[31mne.yml']],
  ])('%s, when refused', async (_, args) => {
    const { code, stderr } = await runCli(temp.path, args);

    expect([code, isTame(stderr)]).toEqual([2, true]);
  });

  test.each<[string, string[]]>([
    ['titles and authors in a report', ['report', '--date-range', '2026-11-01..2026-11-30', '--out', 'out']],
    ['rules in the reasons of a dry run', ['report', '--date-range', '2026-11-01..2026-11-30', '--dry-run']],
  ])('%s', async (_, args) => {
    const { code, stdout, stderr } = await runCli(temp.path, args);

    expect([code, isTame(stdout), isTame(stderr)]).toEqual([0, true, true]);
  });
});
