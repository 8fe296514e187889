import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createGitSource } from '../../../../action/sources/git.ts';
import { gitHistory } from '../../../git/git-history.ts';
import { gitEnvironment, runGit } from '../../../git/run-git.ts';
import { tempFolder } from '../../../git/temp-folder.ts';
import { always, numbers, pulseOver, readRepository, startedHistory, tags, written } from './read-story.ts';

const environment = { ...gitEnvironment };

function shopStory(options = {}) {
  const history = startedHistory(options);
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  return history;
}

test('a bare clone reads like one with files', async () => {
  const history = shopStory({ bare: true });
  const reading = await readRepository((await written(history)).path, always);

  expect(numbers(reading)).toEqual([12]);
  expect(reading.repository).toMatchObject({ key: 'acme/shop', base_branch: 'main' });
});

test('what the remote last showed counts, not a local branch that lags behind', async () => {
  const repo = await written(shopStory());
  await repo.git('reset', '--quiet', '--hard', 'HEAD~1');

  expect(numbers(await readRepository(repo.path, always))).toEqual([12]);
});

test('origin/HEAD names the default branch, whatever is checked out', async () => {
  const history = shopStory({ defaultBranch: 'trunk' });
  history.branch('work');
  history.checkout('work');
  history.squash(13, 'feat: elsewhere');
  const repo = await written(history);
  await repo.git('checkout', '--quiet', 'work');
  const reading = await readRepository(repo.path, always);

  expect([reading.repository.base_branch, numbers(reading)]).toEqual(['trunk', [12]]);
});

test('a detached HEAD without origin/HEAD falls back to main', async () => {
  const history = gitHistory();
  history.squash(12, 'feat: gifts');
  history.branch('other');
  const repo = await written(history);
  await repo.git('checkout', '--quiet', '--detach');

  expect((await readRepository(repo.path, always)).repository.base_branch).toBe('main');
});

test('a HEAD that points at a branch without commits is no obstacle', async () => {
  const history = gitHistory({ bare: true, defaultBranch: 'trunk' });
  history.squash(12, 'feat: gifts');
  const repo = await written(history);
  await repo.git('symbolic-ref', 'HEAD', 'refs/heads/master');

  expect((await readRepository(repo.path, always)).repository.base_branch).toBe('trunk');
});

test('several branches and no default is an error that names them', async () => {
  const history = gitHistory({ defaultBranch: 'one' });
  history.squash(12, 'feat: gifts');
  history.branch('two');
  const repo = await written(history);
  await repo.git('checkout', '--quiet', '--detach');

  await expect(readRepository(repo.path, always)).rejects.toMatchObject({
    code: 'branch_undetermined',
    data: { known: ['one', 'two'] },
  });
});

test('a linked work tree and a link to a clone are clones', async () => {
  const repo = await written(shopStory());
  const folder = await tempFolder();
  await repo.git('worktree', 'add', '--quiet', '--detach', join(folder, 'tree'));
  await symlink(repo.path, join(folder, 'link'));

  expect(numbers(await readRepository(join(folder, 'tree'), always))).toEqual([12]);
  expect(numbers(await readRepository(join(folder, 'link'), always))).toEqual([12]);
});

test('folders inside a clone, its .git among them, are refused with its top', async () => {
  const repo = await written(shopStory());
  await mkdir(join(repo.path, 'src'));

  for (const inside of ['src', '.git']) {
    await expect(createGitSource(join(repo.path, inside), { environment })).rejects.toMatchObject({
      code: 'repository_not_top',
      data: { top: repo.path },
    });
  }
});

test('a folder name may hold white space, also at its end', async () => {
  const path = join(await tempFolder(), 'my shop ');
  await mkdir(path);
  const history = gitHistory();
  history.squash(12, 'feat: gifts');
  await history.write(path);
  const reading = await readRepository(path, always);

  expect([reading.repository.key, numbers(reading)]).toEqual(['local/my-shop-', [12]]);
});

test('variables of a surrounding git hook do not lead elsewhere', async () => {
  const [shop, other] = [await written(shopStory()), await written(gitHistory())];
  const hook = { ...environment, GIT_DIR: join(other.path, '.git'), GIT_WORK_TREE: other.path };
  const source = await createGitSource(shop.path, { environment: hook });

  expect(source.key).toBe('acme/shop');
});

test('the settings of a user change nothing that is read', async () => {
  const repo = await written(shopStory());
  for (const [name, value] of [
    ['color.ui', 'always'],
    ['log.showSignature', 'true'],
    ['log.follow', 'true'],
    ['grep.patternType', 'fixed'],
    ['i18n.logOutputEncoding', 'ISO-8859-1'],
    ['format.pretty', 'oneline'],
    ['diff.renames', 'copies'],
    ['core.quotePath', 'true'],
  ] as const)
    await repo.git('config', name, value);

  expect(numbers(await readRepository(repo.path, always, { triggerPulls: [12] }))).toEqual([12]);
});

test('credentials in the address of origin are in nothing that is kept', async () => {
  const repo = await written(shopStory());
  const secret = 'ghp_0123456789abcdef';
  await repo.git('remote', 'set-url', 'origin', `https://ada:${secret}@github.com/acme/shop.git`);
  const result = await pulseOver([repo.path], { date_range: '2026-11-01..2026-11-30' });

  expect(result.files).toHaveLength(5);
  expect(result.files.filter(({ content }) => content.includes(secret))).toEqual([]);
  expect(result.manifest.repositories[0]).toMatchObject({
    key: 'acme/shop',
    url: 'https://github.com/acme/shop',
  });
});

test('without an origin the key is the folder, and nothing links to anywhere', async () => {
  const history = gitHistory();
  history.squash(12, 'feat: gifts');
  const repo = await written(history);
  const { repository, changes } = await readRepository(repo.path, always);

  expect(repository).toMatchObject({ key: `local/${basename(repo.path)}`, url: null });
  expect(changes[0]?.url).toBeNull();
});

test('an origin without an address is no origin', async () => {
  const history = gitHistory();
  history.squash(12, 'feat: gifts');
  const repo = await written(history);
  await repo.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');

  expect((await readRepository(repo.path, always)).repository.key).toMatch(/^local\//);
});

test('replaced and grafted parents hide nothing of the real history', async () => {
  const [replaced, grafted] = [await written(shopStory()), await written(shopStory())];
  await replaced.git('replace', '--graft', 'main');
  const base = await grafted.git('rev-parse', 'main');
  await mkdir(join(grafted.path, '.git', 'info'), { recursive: true });
  await writeFile(join(grafted.path, '.git', 'info', 'grafts'), `${base}\n`);

  for (const { path } of [replaced, grafted]) {
    const reading = await readRepository(path, tags('v1.0.0..v1.1.0'));
    expect([numbers(reading), reading.timeframe.start]).toEqual([[12], '2026-11-01T09:00:00Z']);
  }
});

test('a folder whose .git names a bare repository is the clone', async () => {
  const repo = await written(shopStory());
  const folder = join(await tempFolder(), 'shop');
  await mkdir(folder);
  await runGit(folder, 'clone', '--quiet', '--bare', `file://${repo.path}`, '.bare');
  await writeFile(join(folder, '.git'), 'gitdir: ./.bare\n');
  const { repository, changes } = await readRepository(folder, always);

  expect([repository.key, changes.length]).toEqual(['local/shop', 2]);
});

test('a submodule is a clone of its own', async () => {
  const repo = await written(shopStory());
  const folder = await tempFolder();
  await runGit(folder, 'init', '--quiet', 'outer');
  const outer = join(folder, 'outer');
  await runGit(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.path, 'shop');

  expect(numbers(await readRepository(join(outer, 'shop'), always))).toEqual([12]);
});

test('settings of one work tree are followed', async () => {
  const repo = await written(shopStory());
  await repo.git('config', 'extensions.worktreeConfig', 'true');
  const folder = await tempFolder();
  await repo.git('worktree', 'add', '--quiet', '--detach', join(folder, 'tree'));

  expect(numbers(await readRepository(join(folder, 'tree'), always))).toEqual([12]);
});

test('a repository with SHA-256 names is read', async () => {
  const folder = await tempFolder();
  await runGit(folder, 'init', '--quiet', '--object-format=sha256', '--initial-branch=main');
  await runGit(folder, 'commit', '--quiet', '--allow-empty', '--message=feat: gifts (#12)');
  const { changes } = await readRepository(folder, always);

  expect(changes).toMatchObject([{ number: 12, commit: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
});

test('a clone that borrows objects from one that is gone is told so', async () => {
  const repo = await written(shopStory());
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--shared', repo.path, 'borrower');
  await rename(repo.path, `${repo.path}-gone`);
  onTestFinished(() => rm(`${repo.path}-gone`, { recursive: true }));

  await expect(readRepository(join(folder, 'borrower'), always)).rejects.toMatchObject({
    code: 'repository_alternates',
    exitCode: 2,
  });
});

test('a branch that a clone of a single branch lacks is an error with the command that brings it', async () => {
  const repo = await written(shopStory());
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--single-branch', `file://${repo.path}`, 'single');
  await repo.git('branch', 'release/1.x', 'v1.0.0');
  const asked = { baseBranch: 'release/1.x' };

  await expect(readRepository(join(folder, 'single'), always, asked)).rejects.toMatchObject({
    code: 'branch_unknown',
    nextStep: expect.stringContaining("git remote set-branches origin '*'") as string,
  });
  await runGit(join(folder, 'single'), 'remote', 'set-branches', 'origin', '*');
  await runGit(join(folder, 'single'), 'fetch', '--quiet');
  expect(numbers(await readRepository(join(folder, 'single'), always, asked))).toEqual([]);
});

test('a clone without tags names the command that brings them', async () => {
  const repo = await written(shopStory());
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--no-tags', `file://${repo.path}`, 'bare-of-tags');

  await expect(readRepository(join(folder, 'bare-of-tags'), tags('v1.0.0'))).rejects.toMatchObject({
    code: 'tag_unknown',
    nextStep: expect.stringContaining('git fetch --tags') as string,
  });
});

test('an address that settings abbreviate is read as git rewrites it', async () => {
  const repo = await written(shopStory());
  await repo.git('remote', 'set-url', 'origin', 'gh:acme/shop');
  await repo.git('config', 'url.https://github.com/.insteadOf', 'gh:');

  expect((await readRepository(repo.path, always)).repository.url).toBe('https://github.com/acme/shop');
});

test('a mirror in front of GitHub, an address to push to and a second one change no key', async () => {
  const repo = await written(shopStory());
  await repo.git('config', 'url.https://mirror.example.com/cache/.insteadOf', 'https://github.com/');
  await repo.git('remote', 'set-url', '--push', 'origin', 'https://example.com/ada/fork.git');
  await repo.git('remote', 'set-url', '--add', 'origin', 'https://example.com/other/place.git');

  expect((await readRepository(repo.path, always)).repository).toMatchObject({
    key: 'acme/shop',
    url: 'https://github.com/acme/shop',
  });
});

test('a shallow clone and an empty repository are refused by name', async () => {
  const repo = await written(shopStory());
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--depth=1', `file://${repo.path}`, 'shallow');
  await runGit(folder, 'init', '--quiet', 'empty');

  await expect(createGitSource(join(folder, 'shallow'), { environment })).rejects.toMatchObject({
    code: 'repository_shallow',
  });
  await expect(readRepository(join(folder, 'empty'), always)).rejects.toMatchObject({
    code: 'repository_empty',
  });
});
