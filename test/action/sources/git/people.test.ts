import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGitSource } from '../../../../action/sources/git.ts';
import { gitEnvironment, runGit } from '../../../git/run-git.ts';
import { pushRawCommit } from '../../../git/raw-object.ts';
import { tempFolder } from '../../../git/temp-folder.ts';
import {
  always,
  decisions,
  numbers,
  pull,
  pulseOverStory,
  readRepository,
  readStory,
  startedHistory,
  written,
} from './read-story.ts';

const ada = 'Ada Lovelace <ada@example.com>';
const augusta = 'Augusta B <augusta@old.example>';

/** #12 by Augusta, #13 by Ada, under a map. */
function mappedStory(mailmap: string, options = {}) {
  const history = startedHistory(options);
  history.commit('chore: who is who', { files: { '.mailmap': mailmap } });
  history.squash(12, 'feat: gifts', { author: augusta });
  history.squash(13, 'feat: cards', { author: ada });
  return history;
}

const authors = async (history: ReturnType<typeof startedHistory>) => {
  const reading = await readStory(history, always);
  return [12, 13].map((number) => pull(reading, number).author);
};

test('.mailmap makes one person of two spellings', async () => {
  const [first, second] = await authors(mappedStory(`${ada} ${augusta}\n`));

  expect(first).toEqual({ login: null, name: 'Ada Lovelace' });
  expect(second).toEqual(first);
});

test('.mailmap of a bare clone counts like that of one with files', async () => {
  const [first] = await authors(mappedStory(`${ada} ${augusta}\n`, { bare: true }));

  expect(first?.name).toBe('Ada Lovelace');
});

test('an address that .mailmap maps to a no-reply address of GitHub gives the login', async () => {
  const history = mappedStory('Ada <1+ada@users.noreply.github.com> <augusta@old.example>\n');

  expect((await authors(history))[0]).toEqual({ login: 'ada', name: 'Ada' });
});

test('a no-reply address that .mailmap maps to another gives its login to the whole person', async () => {
  const history = mappedStory(
    `# who is who\n${ada} <1+ada@users.noreply.github.com>\n${ada} <augusta@old.example>\n`,
  );
  history.squash(14, 'feat: web', { author: 'ada <1+ada@users.noreply.github.com>' });
  const reading = await readStory(history, always);
  const found = [12, 13, 14].map((number) => pull(reading, number).author);

  expect(found).toEqual(Array(3).fill({ login: 'ada', name: 'Ada Lovelace' }));
});

test('people who share an address keep their own logins', async () => {
  const history = startedHistory();
  history.commit('chore: who is who', {
    files: {
      '.mailmap':
        'Ada <team@example.com> <1+ada@users.noreply.github.com>\nGrace <team@example.com> <2+grace@users.noreply.github.com>\n',
    },
  });
  history.squash(12, 'feat: gifts', { author: 'Grace <team@example.com>' });
  history.squash(13, 'feat: cards', { author: 'Someone <team@example.com>' });

  expect(await authors(history)).toEqual([
    { login: 'grace', name: 'Grace' },
    { login: null, name: 'Someone' },
  ]);
});

test("a checkout's .mailmap and a user's own change nothing", async () => {
  const repo = await written(mappedStory(`${ada} ${augusta}\n`));
  const before = await readRepository(repo.path, always);
  const other = 'Zed <zed@example.com> <augusta@old.example>\nZed <zed@example.com> <ada@example.com>\n';
  const home = join(await tempFolder(), 'mailmap');
  await writeFile(home, other);
  await writeFile(join(repo.path, '.mailmap'), other);
  await repo.git('config', 'mailmap.file', home);
  await repo.git('config', 'mailmap.blob', 'HEAD:other');

  expect(await readRepository(repo.path, always)).toEqual(before);
});

test('the .mailmap of the base branch counts, also where another branch is checked out', async () => {
  const history = mappedStory(`${ada} ${augusta}\n`);
  history.branch('work');
  history.checkout('work');
  history.commit('chore: another map', { files: { '.mailmap': 'Zed <augusta@old.example>\n' } });
  const repo = await written(history);
  await repo.git('checkout', '--quiet', 'work');

  expect(pull(await readRepository(repo.path, always), 12).author.name).toBe('Ada Lovelace');
});

test('a .mailmap that is a folder is none', async () => {
  const history = startedHistory();
  history.commit('chore: odd', { files: { '.mailmap/notes.txt': 'x' } });
  history.squash(12, 'feat: gifts', { author: augusta });

  expect(pull(await readStory(history, always), 12).author.name).toBe('Augusta B');
});

test('rules by author see the person that .mailmap names', async () => {
  const history = mappedStory(`${ada} ${augusta}\n`);
  history.commit('chore: rules', {
    files: { '.github/zenpulse.yml': 'excludes:\n  authors: [Ada Lovelace]\n' },
  });
  const result = await pulseOverStory(history, { date_range: '2026-11-01..2026-11-30' });

  expect(decisions(result)).toEqual(['12 excluded author', '13 excluded author']);
});

test('details show the same person as the report', async () => {
  const history = mappedStory(`Ada <1+ada@users.noreply.github.com> <augusta@old.example>\n`);
  history.mergePull(14, 'feat: lists', { author: augusta, commits: ['one', 'two'] });
  const repo = await written(history);
  const source = await createGitSource(repo.path, { environment: { ...gitEnvironment } });
  const reading = await source.read({ window: always, baseBranch: undefined, triggerPulls: [] });
  const commits = await source.details.commits(14);

  expect((await source.details.pull(12)).author).toBe('ada');
  expect(commits.items.map(({ author }) => author)).toEqual(['ada', 'ada']);
  expect((await source.details.commit(pull(reading, 12).commit ?? '')).author).toBe('ada');
});

test('a pull request that the trigger names has the mapped author as well', async () => {
  const history = mappedStory(`${ada} ${augusta}\n`);
  history.tag('v1.1.0');
  history.tag('v1.2.0');
  const repo = await written(history);
  const window = { kind: 'tags', spec: 'v1.1.0..v1.2.0', base: 'v1.1.0', head: 'v1.2.0' } as const;
  const reading = await readRepository(repo.path, window, { triggerPulls: [12] });

  expect([numbers(reading), pull(reading, 12).author.name]).toEqual([[12], 'Ada Lovelace']);
});

test('a clone that lacks the .mailmap of its branch is refused, not read without it', async () => {
  const repo = await written(mappedStory(`${ada} ${augusta}\n`));
  await repo.git('config', 'uploadpack.allowFilter', 'true');
  const folder = await tempFolder();
  await runGit(
    folder,
    'clone',
    '--quiet',
    '--bare',
    '--filter=blob:none',
    `file://${repo.path}`,
    'partial.git',
  );

  await expect(readRepository(join(folder, 'partial.git'), always)).rejects.toMatchObject({
    code: 'repository_partial',
  });
});

test('the repair of a partial clone repairs it', async () => {
  const repo = await written(mappedStory(`${ada} ${augusta}\n`));
  await repo.git('config', 'uploadpack.allowFilter', 'true');
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--bare', '--filter=tree:0', `file://${repo.path}`, 'partial.git');
  const path = join(folder, 'partial.git');
  await runGit(path, 'fetch', '--quiet', '--refetch', '--filter=blob:limit=1m');

  expect(numbers(await readRepository(path, always))).toEqual([12, 13]);
});

/** Author of a commit whose author line only broken tools write. */
async function authorOf(line: string) {
  const repo = await written(startedHistory({ bare: true }));
  await pushRawCommit(
    repo,
    `${line}committer Grace <grace@example.com> 1793600000 +0000\n`,
    'feat: gifts (#12)',
  );
  return pull(await readRepository(repo.path, always), 12).author;
}

test.each([
  ['no author line', '', null],
  ['an empty name', 'author  <ada@example.com> 1793600000 +0000\n', null],
  ['a name of hidden code points', 'author \u200b\u2060\u202e <ada@example.com> 1793600000 +0000\n', null],
  [
    'hidden code points in a name',
    'author Ada\u200b Love\u202elace <a@b> 1793600000 +0000\n',
    'Ada Lovelace',
  ],
])('%s leaves what can be seen of the author', async (_, line, name) => {
  expect(await authorOf(line)).toEqual({ login: null, name });
});

test('a name of a megabyte is cut with a mark', async () => {
  const { name } = await authorOf(`author ${'Ada '.repeat(250_000)}<a@b> 1793600000 +0000\n`);

  expect(name).toBe(`${'Ada '.repeat(250_000).slice(0, 255)}…`);
});
