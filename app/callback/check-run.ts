import type { Selectable } from 'kysely';
import type { CallbackPayload } from '../../contract/callback-payload.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Db } from '../store/store.ts';
import type { DispatchTable } from '../store/tables.ts';
import type { RunClaims } from './check-oidc.ts';

const stranger = (what: string, next: string) => new ZenPulseError('callback_not_from_run', { what, next });

type Dispatch = Pick<Selectable<DispatchTable>, 'run_id' | 'state' | 'repo' | 'ref'>;

/**
 * A run that may exist for the request: one of its dispatches, by its id where GitHub told it. A dispatch whose answer
 * was unclear may have started one all the same.
 */
const mayBeOf = ({ run_id, state }: Dispatch, runId: string) =>
  run_id === null ? state !== 'refused' : run_id === runId;

/**
 * Forms of `owner/name/.github/workflows/zenpulse.yml@refs/heads/main` that are the App's workflow, the present one
 * first: repository and branch may have been renamed since the run was started.
 */
function workflowsOf(
  { repository, branch }: { repository: string; branch: string },
  dispatches: readonly Dispatch[],
  file: string,
): string[] {
  const repositories = [repository, ...dispatches.flatMap(({ repo }) => repo ?? [])];
  const branches = [branch, ...dispatches.flatMap(({ ref }) => ref ?? [])];
  return repositories.flatMap((name) =>
    branches.map((each) => `${name}/.github/workflows/${file}@refs/heads/${each}`),
  );
}

/**
 * Holds what GitHub says of a run against the request its callback answers.
 * @throws ZenPulseError `callback_request_unknown`, `callback_not_from_run`
 */
export async function checkRun(
  db: Db,
  claims: RunClaims,
  { request_id, pipeline_run_id }: CallbackPayload,
  workflowFile: string,
): Promise<void> {
  const message = await db
    .selectFrom('messages')
    .innerJoin('repositories', 'repositories.id', 'messages.repository_id')
    .select(['messages.id', 'messages.repository_id', 'repositories.default_branch'])
    .where('request_id', '=', request_id)
    .executeTakeFirst();
  if (!message) throw new ZenPulseError('callback_request_unknown', {});
  if (claims.repository_id !== message.repository_id)
    throw stranger('its token is of another repository', 'A request is answered only by its own repository.');
  const all = await db
    .selectFrom('dispatches')
    .select(['run_id', 'state', 'repo', 'ref'])
    .where('message_id', '=', message.id)
    .execute();
  const dispatches = all.filter((dispatch) => mayBeOf(dispatch, claims.run_id));
  if (claims.run_id !== pipeline_run_id.split('-')[0] || dispatches.length === 0)
    throw stranger(
      'its token is of another run',
      'A request is answered only by the run that the App started for it.',
    );
  if (claims.event_name !== 'workflow_dispatch')
    throw stranger(`its run was started by ${claims.event_name}`, 'Only a run the App started calls back.');
  const names = { repository: claims.repository, branch: message.default_branch };
  const expected = workflowsOf(names, dispatches, workflowFile);
  const named = [claims.workflow_ref, claims.job_workflow_ref ?? claims.workflow_ref];
  const strange = named.find((workflow) => !expected.includes(workflow));
  if (strange !== undefined)
    throw stranger(
      `its run is of ${strange}`,
      `The App expects ${expected[0]}, with the job that reports back in that very file.`,
    );
}
