import type { AppEdges } from '../pulses/app-edges.ts';
import type { Repository } from '../triggers/know-repository.ts';
import { changeDefault } from './change-default.ts';
import { moveBranch } from './move-branch.ts';
import { lastSuccessor } from './successors.ts';

/** What GitHub calls a repository and its default branch now. */
export interface NamesNow {
  fullName: string;
  defaultBranch: string;
}

/**
 * Has the tables follow the names of a repository and of its default branch. A rename of that branch and the choice of
 * another one are the same event; they differ in whether the old branch is still there.
 * @returns whether one of the names was another one
 * @throws ZenPulseError `github_…` when GitHub could not be asked
 */
export async function followNames(
  edges: AppEdges,
  { id, installation_id: installationId, full_name, default_branch: before }: Repository,
  { fullName, defaultBranch }: NamesNow,
): Promise<boolean> {
  if (fullName === full_name && defaultBranch === before) return false;
  const isOther = before !== '' && before !== defaultBranch;
  const found = isOther ? await edges.github.findBranch({ installationId, fullName }, before) : null;
  await edges.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('repositories')
      .select('default_branch')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await trx.updateTable('repositories').set({ full_name: fullName }).where('id', '=', id).execute();
    // Another job was faster; what it did not know yet is the next one's.
    if (row.default_branch !== before) return;
    if (!isOther) {
      await trx
        .updateTable('repositories')
        .set({ default_branch: defaultBranch })
        .where('id', '=', id)
        .execute();
      return;
    }
    const standing = found ?? defaultBranch;
    if (standing !== before) await moveBranch(trx, edges, { repositoryId: id, from: before, to: standing });
    if (standing !== defaultBranch)
      await changeDefault(trx, edges, { repositoryId: id, from: standing, to: defaultBranch });
  });
  return true;
}

/**
 * Asks GitHub for those names and follows them; where the repository is out of reach they stay.
 * @returns its row as it is then
 */
export async function followRepository(edges: AppEdges, repository: Repository): Promise<Repository> {
  const { installation_id, id } = repository;
  const now = await edges.github.getRepository(installation_id, id);
  if (!now || !(await followNames(edges, repository, now))) return repository;
  return edges.db.selectFrom('repositories').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** What a pulse finds when it looks at its branch. */
export interface BaseNow {
  /** Of the repository, now. */
  fullName: string;
  /** False: the branch has another name, and its line has gone on under that. */
  isThere: boolean;
}

/**
 * Looks up the names that a pulse rests on, should the webhook that told of another one be lost or late. A branch that
 * is gone and has no successor counts as there: the run says what is wrong with it.
 * @throws ZenPulseError `github_…` when GitHub could not be asked
 */
export async function followBase(edges: AppEdges, repository: Repository, base: string): Promise<BaseNow> {
  const { db, github, enqueue } = edges;
  const { id: repositoryId, installation_id: installationId, full_name } = repository;
  const now = await github.getRepository(installationId, repositoryId);
  // Out of reach: the dispatch finds out and says so.
  if (!now) return { fullName: full_name, isThere: true };
  const { fullName, defaultBranch } = now;
  if (await followNames(edges, repository, now)) await enqueue(db, 'onboard', { repositoryId });
  if (base === defaultBranch) return { fullName, isThere: true };
  const found = await github.findBranch({ installationId, fullName }, base);
  const to = found ?? (await lastSuccessor(db, { repositoryId, name: base }));
  if (to === null || to === base) return { fullName, isThere: true };
  await db.transaction().execute(async (trx) => {
    await moveBranch(trx, edges, { repositoryId, from: base, to });
    await enqueue(trx, 'onboard', { repositoryId });
  });
  return { fullName, isThere: false };
}
