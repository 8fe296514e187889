import { entry } from './entry.ts';

/** What keeps the App from starting a workflow, or from hearing of its end. */
export const dispatchErrors = {
  workflow_missing: entry<{
    path: string;
    repository: string;
    /** What has to be copied by hand; null where the link brings it. */
    template: string | null;
  }>({
    kind: 'input',
    message: ({ path, repository }) => `${repository} has no workflow ${path} on its default branch.`,
    nextStep: ({ template }) =>
      template === null
        ? 'Open the link, look the file over and commit it to the default branch.'
        : `Open the link, paste ${template} into it, change callback_allowed_hosts and commit it to the default branch.`,
  }),
  workflow_unreadable: entry<{ path: string; cause: string }>({
    kind: 'input',
    message: ({ path, cause }) => `${path} cannot be read as a workflow: ${cause}.`,
    nextStep: () => 'Correct the file, or take the template again.',
  }),
  workflow_not_dispatchable: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `${path} has no workflow_dispatch among its triggers, so the App cannot start it.`,
    nextStep: () => 'Take "on:" over from the template.',
  }),
  workflow_inputs_missing: entry<{ path: string; inputs: string[] }>({
    kind: 'input',
    message: ({ path, inputs }) =>
      `${path} does not declare inputs that the App sends: ${inputs.join(', ')}. GitHub would refuse to start it.`,
    nextStep: () => 'Add them under workflow_dispatch, as the template has them.',
  }),
  workflow_inputs_required: entry<{ path: string; inputs: string[] }>({
    kind: 'input',
    message: ({ path, inputs }) =>
      `${path} requires inputs that the App does not send: ${inputs.join(', ')}.`,
    nextStep: () => 'Take "required: true" from them, or give them a default.',
  }),
  workflow_options_missing: entry<{ path: string; input: string; options: string[] }>({
    kind: 'input',
    message: ({ path, input, options }) =>
      `${path} does not offer what the App sends as ${input}: ${options.join(', ')}.`,
    nextStep: ({ input }) => `Add them to the options of ${input}, as the template has them.`,
  }),
  workflow_run_name: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) =>
      `The run-name of ${path} does not hold inputs.request_id, so the App could not find a run whose start GitHub left unanswered.`,
    nextStep: () => "Take run-name over from the template: ZenPulse ${{ inputs.request_id || 'by hand' }}",
  }),
  workflow_action_missing: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `No job of ${path} uses the ZenPulse action, so nothing would write the report.`,
    nextStep: () => 'Take the jobs over from the template.',
  }),
  workflow_reports_nowhere: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) =>
      `No step of ${path} hands callback_url on, so the App would never hear of the report.`,
    nextStep: () => 'Take the job report_back over from the template.',
  }),
  workflow_id_token_missing: entry<{ path: string; job: string }>({
    kind: 'input',
    message: ({ path, job }) =>
      `The job ${job} of ${path} may not ask for the identity token that proves its callback.`,
    nextStep: ({ job }) => `Give the job ${job} "permissions: id-token: write", as the template does.`,
  }),
  workflow_host_missing: entry<{ path: string; why: string; host: string }>({
    kind: 'input',
    message: ({ path, why }) => `${path} sends no callback to this App: ${why}.`,
    nextStep: ({ host }) => `Set "callback_allowed_hosts: ${host}" in the step that calls back.`,
  }),
  workflow_standalone_too: entry<{ path: string; repository: string }>({
    kind: 'input',
    message: ({ path, repository }) =>
      `${repository} also has ${path}, which reports by itself: with it everything is told twice.`,
    nextStep: ({ path }) => `Delete ${path}; the App needs only its own workflow.`,
  }),
  dispatch_forbidden: entry<{ repository: string; message: string }>({
    kind: 'upstream',
    message: ({ repository, message }) =>
      `GitHub does not let the App start workflows of ${repository}: it lacks the permission Actions: write (${message}).`,
    nextStep: () =>
      'An owner accepts the permission under Settings, GitHub Apps, Configure; Actions must be enabled in the repository.',
  }),
  dispatch_refused: entry<{ repository: string; status: number; message: string }>({
    kind: 'upstream',
    message: ({ repository, status, message }) =>
      `GitHub refused to start the workflow of ${repository} with ${status}: ${message}.`,
    nextStep: () =>
      'Enable the workflow under Actions where it is disabled; else bring its inputs in line with the template.',
  }),
  dispatch_lost: entry<{ tries: number }>({
    kind: 'upstream',
    message: ({ tries }) =>
      `GitHub never confirmed that it started the workflow, and no run of it was found (tries: ${tries}).`,
    nextStep: () => 'See https://www.githubstatus.com; what was to be told is in the next report.',
  }),
  run_ended_silently: entry<{ conclusion: string }>({
    kind: 'upstream',
    message: ({ conclusion }) => `The run ended (${conclusion}) without telling the App what came of it.`,
    nextStep: () =>
      'Open the run: its jobs say where it stopped. Run its failed jobs again and the report still arrives.',
  }),
  run_gone: entry<Record<never, never>>({
    kind: 'upstream',
    message: () => 'The run is no longer on GitHub, and it had told nothing.',
    nextStep: () => 'Nothing: what was to be told is in the next report.',
  }),
  repository_gone: entry<{ repository: string }>({
    kind: 'upstream',
    message: ({ repository }) => `The App can no longer see ${repository}.`,
    nextStep: () => 'Install the App on the repository again, or resume its installation.',
  }),
} as const;
