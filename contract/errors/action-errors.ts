import type { Problem } from '../problems.ts';
import { entry, lines } from './entry.ts';

/** What goes wrong around a run of the action and between its two jobs. */
export const actionErrors = {
  artifact_failed: entry<{ cause: string }>({
    kind: 'upstream',
    message: ({ cause }) => `The run's files could not be stored as a workflow artifact: ${cause}`,
    nextStep: () => "Run the failed jobs again; the report is in this job's summary.",
  }),
  inputs_invalid: entry<{ problems: Problem[] }>({
    kind: 'input',
    message: ({ problems }) => `The inputs cannot be used:${lines(problems)}`,
    nextStep: () => 'Correct the inputs named, under "with:" in the workflow.',
  }),
  run_ended: entry<{ result: string }>({
    kind: 'upstream',
    message: ({ result }) =>
      `The job that writes the report ended before it could say what came of it (result: ${result}).`,
    nextStep: () =>
      'Open the run: the log of that job says where it stopped. Then run the failed jobs again, or all if it was cancelled.',
  }),
  handover_missing: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'The job that writes the report succeeded, but its payload did not arrive.',
    nextStep: () =>
      'Hand it on as the template does: payload among the outputs of that job, and under "with:" here. GitHub withholds an output that holds the value of a secret; the log of that job says so then.',
  }),
  handover_invalid: entry<{ what: string }>({
    kind: 'input',
    message: ({ what }) =>
      `What the job that writes the report handed on cannot be used: ${what}. Nothing was posted.`,
    nextStep: () =>
      'Pin both actions to the same commit, hand on the outputs as the template does, and run all jobs again.',
  }),
  artifact_unavailable: entry<{ id: string; cause: string }>({
    kind: 'upstream',
    message: ({ id, cause }) => `The run artifact ${id} could not be fetched: ${cause}`,
    nextStep: () =>
      'See https://www.githubstatus.com and run the failed jobs again; if the artifact was deleted or has expired, run all jobs again.',
  }),
  artifact_altered: entry<{ what: string }>({
    kind: 'refused',
    message: ({ what }) =>
      `The run artifact is not what the job that writes the report handed on: ${what}. Nothing was posted.`,
    nextStep: () =>
      'Look who may write to this run: only its own jobs can. Then run all jobs again; if it stays, please open an issue.',
  }),
  slack_with_app: entry<Record<never, never>>({
    kind: 'input',
    message: () =>
      'Nothing was posted to Slack from here: this run was dispatched with a callback_url, and only whoever dispatched it posts.',
    nextStep: () =>
      'Take the Slack inputs out of the workflow that is dispatched; where no App is used, take zenpulse-standalone.yml.',
  }),
} as const;
