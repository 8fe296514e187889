import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { followNames } from '../branches/follow-branches.ts';
import { callbackPath } from '../pulses/create-message.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Problem } from '../store/tables.ts';
import { adoptPolicy } from '../triggers/adopt-policy.ts';
import { isListened, type Repository } from '../triggers/know-repository.ts';
import type { Policy } from '../triggers/policy.ts';
import { readPolicy } from '../triggers/read-policy.ts';
import { baselineTags } from './baseline-tags.ts';
import { checkSetup, type SetupTarget } from './check-setup.ts';
import type { DispatchOptions } from './dispatch-options.ts';
import { findTarget } from './find-target.ts';
import { problemOf } from './problem-of.ts';
import { resumeWork } from './resume-work.ts';

interface Look {
  policy: Policy | null;
  /** Any of these keeps the repository from working. */
  problems: Problem[];
  warnings: Problem[];
}

/** Errors that somebody at the repository has to repair; others pass. */
const repairable = new Set(['repository_file_invalid', 'github_forbidden', 'github_not_found']);

const asProblem = (error: unknown): Problem => {
  if (error instanceof ZenPulseError && repairable.has(error.code)) return problemOf(error);
  throw error;
};

async function readRules(
  edges: AppEdges,
  target: SetupTarget,
): Promise<{ policy: Policy | null; problems: Problem[] }> {
  try {
    return { policy: await readPolicy(edges.github, target), problems: [] };
  } catch (error) {
    return { policy: null, problems: [asProblem(error)] };
  }
}

async function look(
  edges: AppEdges,
  options: DispatchOptions,
  repository: Repository,
  target: SetupTarget,
): Promise<Look> {
  try {
    const { policy, problems } = await readRules(edges, target);
    const setup = await checkSetup(edges.github, target, options);
    await baselineTags(edges, repository, target);
    return { policy, problems: [...problems, ...setup.problems], warnings: setup.warnings };
  } catch (error) {
    return { policy: null, problems: [asProblem(error)], warnings: [] };
  }
}

/** Writes down how the repository is set up; what waited for a repair goes on. */
async function write(
  edges: AppEdges,
  repositoryId: string,
  { policy, problems, warnings }: Look,
): Promise<void> {
  await edges.db.transaction().execute(async (trx) => {
    const repository = await trx
      .selectFrom('repositories')
      .selectAll()
      .where('id', '=', repositoryId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // It left, or was put to sleep, meanwhile.
    if (!isListened(repository)) return;
    const state = problems.length > 0 ? 'needs_setup' : 'active';
    await trx
      .updateTable('repositories')
      .set({ state, problems: JSON.stringify([...problems, ...warnings]) })
      .where('id', '=', repositoryId)
      .execute();
    if (policy) await adoptPolicy(trx, edges, { ...repository, state }, policy);
    if (state === 'active' && repository.state !== 'active')
      await resumeWork(trx, edges, repositoryId, repository.problems);
  });
}

/**
 * Job: looks how a repository is set up: its rules, its workflow, its tags at first sight, its next slot. One that is
 * not set up gets the state `needs_setup` and what to repair; it is listened to all the same, so that what merges until
 * then is told after the repair. May be run at any time.
 * @throws ZenPulseError `github_…` where GitHub could not be asked; the job is tried again
 */
export async function onboard(
  edges: AppEdges,
  options: DispatchOptions,
  repositoryId: string,
): Promise<void> {
  const { db, github, publicUrl } = edges;
  const repository = await db
    .selectFrom('repositories')
    .selectAll()
    .where('id', '=', repositoryId)
    .executeTakeFirst();
  if (!repository || !isListened(repository)) return;
  const found = await findTarget(github, repository, `${publicUrl}${callbackPath}`);
  if ('target' in found) await followNames(edges, repository, found.target);
  const seen =
    'target' in found
      ? await look(edges, options, repository, found.target)
      : { policy: null, problems: [found.problem], warnings: [] };
  const all = [...seen.problems, ...seen.warnings];
  if (all.length > 0)
    options.log.warn(
      { repository: 'target' in found ? found.target.fullName : repository.full_name, problems: all },
      'the repository needs set-up',
    );
  await write(edges, repositoryId, seen);
}
