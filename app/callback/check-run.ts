import type { CallbackPayload } from '../../contract/callback-payload.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Db } from '../store/store.ts';
import type { RunClaims } from './check-oidc.ts';

const stranger = (what: string, next: string) => new ZenPulseError('callback_not_from_run', { what, next });

/** `owner/name/.github/workflows/zenpulse.yml@refs/heads/main`, whatever the repository is called by now. */
const workflowOf = ({ repository }: RunClaims, file: string, branch: string) =>
  `${repository}/.github/workflows/${file}@refs/heads/${branch}`;

/**
 * A run that may exist for the request: one of its dispatches, by its id where GitHub told it. A dispatch whose answer
 * was unclear may have started one all the same.
 */
async function isOfRequest(db: Db, messageId: string, runId: string): Promise<boolean> {
  const dispatches = await db
    .selectFrom('dispatches')
    .select(['run_id', 'state'])
    .where('message_id', '=', messageId)
    .execute();
  return dispatches.some(({ run_id, state }) => (run_id === null ? state !== 'refused' : run_id === runId));
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
  if (claims.run_id !== pipeline_run_id.split('-')[0] || !(await isOfRequest(db, message.id, claims.run_id)))
    throw stranger(
      'its token is of another run',
      'A request is answered only by the run that the App started for it.',
    );
  if (claims.event_name !== 'workflow_dispatch')
    throw stranger(`its run was started by ${claims.event_name}`, 'Only a run the App started calls back.');
  const expected = workflowOf(claims, workflowFile, message.default_branch);
  const named = [claims.workflow_ref, claims.job_workflow_ref ?? expected];
  if (named.some((workflow) => workflow !== expected))
    throw stranger(
      `its run is of ${named.find((workflow) => workflow !== expected)}`,
      `The App expects ${expected}, with the job that reports back in that very file.`,
    );
}
