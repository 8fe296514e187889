import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenHistory } from './git-history-api.ts';
import { tempFolder } from './temp-folder.ts';

/** Writes a commit or tag as only broken tools do, past git's own checks. @returns its SHA */
export async function writeRawObject(
  repo: Pick<WrittenHistory, 'git'>,
  type: 'commit' | 'tag',
  text: string,
): Promise<string> {
  const file = join(await tempFolder(), type);
  await writeFile(file, text);
  return repo.git('hash-object', '--literally', '-t', type, '-w', file);
}

/** Puts a raw commit on top of main, here and as `origin` shows it. @param people its author and committer lines */
export async function pushRawCommit(
  repo: Pick<WrittenHistory, 'git'>,
  people: string,
  message: string,
): Promise<string> {
  const [tree, parent] = (await repo.git('log', '-1', '--format=%T %H', 'refs/heads/main')).split(' ');
  const commit = await writeRawObject(
    repo,
    'commit',
    `tree ${tree}\nparent ${parent}\n${people}\n${message}\n`,
  );
  await repo.git('update-ref', 'refs/heads/main', commit);
  await repo.git('update-ref', 'refs/remotes/origin/main', commit);
  return commit;
}
