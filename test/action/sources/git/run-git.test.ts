import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGitSource } from '../../../../action/sources/git.ts';
import { createGit } from '../../../../action/sources/git/run-git.ts';
import { gitEnvironment, runGit } from '../../../git/run-git.ts';
import { tempFolder } from '../../../git/temp-folder.ts';
import { always, readRepository, startedHistory, written } from './read-story.ts';

const environment: Record<string, string> = { ...gitEnvironment };

test('a machine without git is told what to install', async () => {
  const { path } = await written(startedHistory());
  const opening = createGitSource(path, { environment: { ...environment, PATH: await tempFolder() } });

  await expect(opening).rejects.toMatchObject({ code: 'git_missing', exitCode: 2 });
});

test('a folder that belongs to someone else is told how to be trusted', async () => {
  const { path } = await written(startedHistory());
  const opening = createGitSource(path, {
    environment: { ...environment, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
  });

  await expect(opening).rejects.toMatchObject({ code: 'repository_owner', exitCode: 2 });
});

test('a partial clone that lacks what is asked for is an error, not a fetch', async () => {
  const history = startedHistory();
  history.commit('chore: rules', { files: { '.github/zenpulse.yml': 'excludes: {}\n' } });
  const repo = await written(history);
  await repo.git('config', 'uploadpack.allowFilter', 'true');
  const folder = await tempFolder();
  await runGit(folder, 'clone', '--quiet', '--bare', '--filter=tree:0', `file://${repo.path}`, 'partial.git');

  await expect(readRepository(join(folder, 'partial.git'), always)).rejects.toMatchObject({
    code: 'repository_partial',
    exitCode: 2,
  });
});

test('a damaged repository fails with what git says, and where to look', async () => {
  const history = startedHistory();
  history.commit('more');
  const repo = await written(history);
  const first = await repo.git('rev-list', '--max-parents=0', 'main');
  await rm(join(repo.path, '.git', 'objects', first.slice(0, 2)), { recursive: true });

  await expect(readRepository(repo.path, always)).rejects.toMatchObject({
    code: 'git_failed',
    exitCode: 3,
    nextStep: expect.stringContaining('git fsck') as string,
  });
});

test('a program that git would start for a pager or a signature is not started', async () => {
  const repo = await written(startedHistory());
  const marker = join(await tempFolder(), 'started');
  const program = join(await tempFolder(), 'program');
  await writeFile(program, `#!/bin/sh\ntouch '${marker}'\n`);
  await chmod(program, 0o700);
  for (const name of ['core.pager', 'core.fsmonitor', 'gpg.program', 'core.sshCommand', 'diff.external'])
    await repo.git('config', name, program);
  await repo.git('config', 'log.showSignature', 'true');
  await readRepository(repo.path, always);

  await expect(mkdir(marker)).resolves.toBeUndefined();
});

test('output is cut at NUL bytes wherever its chunks break', async () => {
  const repo = await written(startedHistory());
  const git = createGit(repo.path, environment);
  const input = `${'x'.repeat(200_000)}é`;
  const blob = (await git.text(['hash-object', '-w', '--stdin'], `${input}\0${input}\0rest`)).trim();
  const fields: string[] = [];
  for await (const field of git.fields(['cat-file', 'blob', blob])) fields.push(field);

  expect(fields).toEqual([input, input]);
});
