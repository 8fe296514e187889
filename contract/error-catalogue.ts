import { formatProblem, type Problem } from './problems.ts';

/** Exit codes of the CLI; 0 is "done", 1 a fault of ZenPulse itself. */
export const exitCodes = { internal: 1, input: 2, upstream: 3, refused: 4, gate: 5 } as const;
export type ErrorKind = keyof typeof exitCodes;

interface Entry<Data> {
  kind: ErrorKind;
  message: (data: Data) => string;
  nextStep: (data: Data) => string;
}

const entry = <Data>(value: Entry<Data>) => value;

const list = (names: readonly string[], none: string) => (names.length === 0 ? none : names.join(', '));
const lines = (problems: readonly Problem[]) =>
  problems.map((each) => `\n  - ${formatProblem(each)}`).join('');

/** Every error a user can meet: what failed and why, and the next step. */
export const errorCatalogue = {
  request_invalid: entry<{ problems: Problem[] }>({
    kind: 'input',
    message: ({ problems }) => `The pulse request cannot be used:${lines(problems)}`,
    nextStep: () => 'Correct the fields named; "zenpulse report --help" shows every option with examples.',
  }),
  repository_file_invalid: entry<{ source: string; problems: Problem[] }>({
    kind: 'input',
    message: ({ source, problems }) => `The rules in ${source} cannot be used:${lines(problems)}`,
    nextStep: () => 'Correct the fields named; "zenpulse validate FILE" checks the file alone.',
  }),
  repository_not_found: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `There is no folder "${path}".`,
    nextStep: () => 'Give --repo the path of a git clone, such as "--repo ." or "--repo ../shop".',
  }),
  repository_not_git: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" is not a git repository.`,
    nextStep: () =>
      'Give --repo the top folder of a clone, or clone the repository first with "git clone URL".',
  }),
  repository_not_top: entry<{ path: string; top: string }>({
    kind: 'input',
    message: ({ path, top }) => `"${path}" lies inside the clone at "${top}", it is not the clone itself.`,
    nextStep: ({ top }) =>
      `Use "--repo ${top}"; to report on one folder of it, set includes.paths in its .github/zenpulse.yml.`,
  }),
  repository_shallow: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" is a shallow clone: merges before its cut are not there to be counted.`,
    nextStep: ({ path }) =>
      `Run "git -C ${path} fetch --unshallow --tags"; in a workflow set fetch-depth: 0 on actions/checkout.`,
  }),
  repository_partial: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" is a partial clone that lacks objects this report needs.`,
    nextStep: ({ path }) =>
      `Run "git -C ${path} fetch --refetch --filter=blob:none", which brings all folders of all commits.`,
  }),
  repository_empty: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" has no commits on any branch.`,
    nextStep: () => 'Fetch its history first ("git fetch --all --tags"), or report on another repository.',
  }),
  repository_owner: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `git refuses to read "${path}": the folder belongs to another user.`,
    nextStep: ({ path }) => `If you trust it: git config --global --add safe.directory "${path}"`,
  }),
  repository_twice: entry<{ key: string; paths: string[] }>({
    kind: 'input',
    message: ({ key, paths }) => `Two repositories have the same key ${key}: ${paths.join(' and ')}.`,
    nextStep: () => 'Name each repository once; a clone is keyed by its origin, else by its folder name.',
  }),
  not_in_this_version: entry<{ what: string; instead: string }>({
    kind: 'input',
    message: ({ what }) => `${what} is not in this version of ZenPulse.`,
    nextStep: ({ instead }) => instead,
  }),
  branch_unknown: entry<{ branch: string; repository: string; known: string[] }>({
    kind: 'input',
    message: ({ branch, repository }) => `base_branch: ${repository} has no branch "${branch}".`,
    nextStep: ({ known }) =>
      `Branches there: ${list(known, 'none')}. If a clone lacks it, run "git fetch" there first.`,
  }),
  branch_undetermined: entry<{ repository: string; known: string[] }>({
    kind: 'input',
    message: ({ repository }) => `base_branch: the default branch of ${repository} cannot be told.`,
    nextStep: ({ known }) => `Name one with --base-branch: ${list(known, 'none found')}.`,
  }),
  tag_unknown: entry<{ tag: string; repository: string; known: string[] }>({
    kind: 'input',
    message: ({ tag, repository }) => `tag_range: ${repository} has no tag "${tag}".`,
    nextStep: ({ known }) =>
      `Newest tags there: ${list(known, 'none')}. If a clone lacks it, run "git fetch --tags" there first.`,
  }),
  tag_missing: entry<{ repository: string; type: string }>({
    kind: 'input',
    message: ({ repository, type }) =>
      `${repository} has no version tag, which analysis_type ${type} starts from.`,
    nextStep: () => 'Fetch tags ("git fetch --tags"), or use analysis_type shipped with a date_range.',
  }),
  tag_range_reversed: entry<{ base: string; head: string }>({
    kind: 'input',
    message: ({ base, head }) =>
      `tag_range: ${base}..${head} runs backwards, ${head} is contained in ${base}.`,
    nextStep: ({ base, head }) => `Did you mean ${head}..${base}?`,
  }),
  date_range_future: entry<{ spec: string; start: string; now: string }>({
    kind: 'input',
    message: ({ spec, start, now }) => `date_range: ${spec} starts at ${start}, but it is ${now} now.`,
    nextStep: () => 'Give a range that has begun, such as 7d or 2026-11-01..2026-11-15.',
  }),
  file_unreadable: entry<{ path: string; cause: string }>({
    kind: 'input',
    message: ({ path, cause }) => `"${path}" cannot be read (${cause}).`,
    nextStep: () => 'Check the path and its permissions.',
  }),
  output_unwritable: entry<{ path: string; cause: string }>({
    kind: 'input',
    message: ({ path, cause }) => `The run's files cannot be written to "${path}" (${cause}).`,
    nextStep: () => 'Give --out a folder you may write to; nothing was left half written.',
  }),
  git_missing: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'git is not installed, or not on the PATH.',
    nextStep: () => 'Install git 2.33 or later from https://git-scm.com and try again.',
  }),
  git_failed: entry<{ command: string; status: string; stderr: string }>({
    kind: 'upstream',
    message: ({ command, status, stderr }) =>
      `"git ${command}" failed (${status}): ${stderr || 'it said nothing'}`,
    nextStep: () => 'Run "git fsck" in the clone; if it is sound, please open an issue with this message.',
  }),
  private_source: entry<{ repository: string }>({
    kind: 'input',
    message: ({ repository }) =>
      `${repository} is private, but this run is hosted in a public repository, where its report would be public.`,
    nextStep: () =>
      'Run the workflow in a private repository, or set allow_private_sources: true if that is meant.',
  }),
  github_token_missing: entry<{ repository: string }>({
    kind: 'input',
    message: ({ repository }) => `There is no folder "${repository}", and no token to read it from GitHub.`,
    nextStep: ({ repository }) =>
      `Set GITHUB_TOKEN in the environment (github_token in a workflow) to a token that may read ${repository}, or give the path of a clone.`,
  }),
  artifact_failed: entry<{ cause: string }>({
    kind: 'upstream',
    message: ({ cause }) => `The run's files could not be stored as a workflow artifact: ${cause}`,
    nextStep: () => "Run the failed jobs again; the report is in this job's summary.",
  }),
  github_not_found: entry<{ what: string }>({
    kind: 'upstream',
    message: ({ what }) => `${what} was not found on GitHub, or the token has no access to it.`,
    nextStep: ({ what }) =>
      `Check the name and that the token may read ${what}; the job's own token reads only its repository and public ones.`,
  }),
  github_forbidden: entry<{ repository: string; permission: string; message: string }>({
    kind: 'upstream',
    message: ({ repository, permission, message }) =>
      `GitHub refuses to show ${repository}: the token lacks the permission ${permission} (${message}).`,
    nextStep: ({ permission }) => `Grant ${permission} under "permissions:" in the workflow, or to the App.`,
  }),
  github_unauthorized: entry<Record<never, never>>({
    kind: 'upstream',
    message: () => 'GitHub refuses the token: it has expired, was revoked or is not whole.',
    nextStep: () =>
      'Start the run again; with a token of your own, make a new one and store it as the secret.',
  }),
  github_rate_limited: entry<{ resetAt: string }>({
    kind: 'upstream',
    message: ({ resetAt }) => `GitHub's rate limit is spent until ${resetAt}.`,
    nextStep: ({ resetAt }) => `Run again after ${resetAt}; a GitHub App's token has a higher limit.`,
  }),
  github_unavailable: entry<{ what: string; tries: number }>({
    kind: 'upstream',
    message: ({ what, tries }) => `GitHub did not answer after ${tries} tries: ${what}.`,
    nextStep: () => 'See https://www.githubstatus.com and run again.',
  }),
  github_bad_answer: entry<{ what: string; why: string }>({
    kind: 'upstream',
    message: ({ what, why }) => `GitHub's answer to ${what} cannot be used: ${why}.`,
    nextStep: () =>
      'Run again; if it stays, a proxy may stand between, or please open an issue with this message.',
  }),
  github_refused: entry<{ what: string; status: number; message: string }>({
    kind: 'upstream',
    message: ({ what, status, message }) => `GitHub refused ${what} with ${status}: ${message}.`,
    nextStep: () => 'Trying again does not help; check the request against what GitHub says.',
  }),
  model_unavailable: entry<{ model: string; tries: number; why: string }>({
    kind: 'upstream',
    message: ({ model, tries, why }) => `The model ${model} gave no answer (tries: ${tries}): ${why}.`,
    nextStep: () =>
      "Run again later; if it stays, see the provider's status page, or check llm_base_url and the network.",
  }),
  model_refused_request: entry<{
    model: string;
    api: string;
    status: number;
    /** The server's own code, such as `context_length_exceeded`; null when it gave none. */
    code: string | null;
    message: string;
  }>({
    kind: 'upstream',
    message: ({ model, api, status, message }) =>
      `The server of the model ${model} refused the request over the ${api} API with ${status}: ${message}.`,
    nextStep: ({ api }) =>
      `Trying again does not help: check llm_model and llm_base_url, and where the server has no ${api} API set llm_api to the other one (chat or responses).`,
  }),
  model_unauthorized: entry<{ host: string; status: number; message: string }>({
    kind: 'upstream',
    message: ({ host, status, message }) => `${host} refuses the key with ${status}: ${message}.`,
    nextStep: ({ host }) =>
      `Check that llm_api_key is whole, is one for ${host}, was not revoked, and may use llm_model.`,
  }),
  model_bad_answer: entry<{ model: string; why: string }>({
    kind: 'upstream',
    message: ({ model, why }) => `The answer for the model ${model} cannot be used: ${why}.`,
    nextStep: () =>
      "Check that llm_base_url is the address of an OpenAI-compatible API, most often ending in /v1; then the server's own log.",
  }),
  destination_refused: entry<{ host: string; why: string; next: string }>({
    kind: 'input',
    message: ({ host, why }) => `Nothing was sent to ${host}: ${why}.`,
    nextStep: ({ next }) => next,
  }),
  destination_unreachable: entry<{ host: string; cause: string }>({
    kind: 'upstream',
    message: ({ host, cause }) => `${host} could not be reached (${cause}); nothing was sent.`,
    nextStep: ({ host }) => `Check that ${host} is up and that this network may reach it, then send again.`,
  }),
  destination_silent: entry<{ host: string; cause: string }>({
    kind: 'upstream',
    message: ({ host, cause }) => `${host} gave no whole answer (${cause}); it may have got the request.`,
    nextStep: ({ host }) => `Look at ${host} whether it arrived before you send again.`,
  }),
  callback_unproven: entry<{ host: string }>({
    kind: 'input',
    message: ({ host }) => `No callback was sent to ${host}: nothing would prove who sends it.`,
    nextStep: () =>
      'Give the job "permissions: id-token: write", which is all ZenPulse needs; for other receivers set callback_signing_secret, or webhook_token where the receiver gave a one-time token.',
  }),
  callback_secret_invalid: entry<{ input: string; why: string; next: string }>({
    kind: 'input',
    message: ({ input, why }) => `No callback was sent: ${input} ${why}.`,
    nextStep: ({ next }) => next,
  }),
  callback_identity_missing: entry<{ host: string; cause: string }>({
    kind: 'upstream',
    message: ({ host, cause }) =>
      `No callback was sent to ${host}: GitHub issued no identity token (${cause}).`,
    nextStep: () =>
      'Check that the job has "permissions: id-token: write" and see https://www.githubstatus.com, then run the failed job again.',
  }),
  callback_refused: entry<{ host: string; status: number; answer: string; next: string }>({
    kind: 'upstream',
    message: ({ host, status, answer }) =>
      `${host} refused the callback with ${status}: ${answer || 'it said nothing'}`,
    nextStep: ({ next }) => next,
  }),
  callback_already_used: entry<{ host: string; answer: string }>({
    kind: 'upstream',
    message: ({ host, answer }) =>
      `${host} has a callback of this request already, or its token was used (409): ${answer || 'it said nothing'}`,
    nextStep: ({ host }) =>
      `Look at ${host}: if the result is there, nothing is left to do; if it is not, send a new request.`,
  }),
  callback_clock_skew: entry<{ host: string; status: number; skew: string; answer: string }>({
    kind: 'upstream',
    message: ({ host, status, skew, answer }) =>
      `${host} refused the callback with ${status} (${answer || 'it said nothing'}), and its clock is ${skew} that of this machine: signatures and tokens are good for about five minutes.`,
    nextStep: ({ host }) =>
      `Set the clock of ${host}, or that of this runner, by a time server (NTP); then run the failed job again.`,
  }),
  callback_undelivered: entry<{ host: string; tries: number; why: string }>({
    kind: 'upstream',
    message: ({ host, tries, why }) =>
      `${host} did not confirm the callback (tries: ${tries}); at last: ${why}.`,
    nextStep: ({ host }) =>
      `When ${host} works again, run the failed job again; the payload is in the dead letter. A receiver tells a repeated callback by its webhook-id.`,
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
  app_unconfigured: entry<{ problems: { field: string; accepts: string; isSet: boolean }[] }>({
    kind: 'input',
    message: ({ problems }) =>
      `The App cannot start; its environment lacks or has wrong:${problems
        .map(
          ({ field, accepts, isSet }) =>
            `\n  - ${field} ${isSet ? 'is set, but' : 'is not set;'} it ${accepts}`,
        )
        .join('')}`,
    nextStep: () =>
      'Set them as .env.example describes. With none of APP_ID, PRIVATE_KEY and WEBHOOK_SECRET set, the App starts its set-up page, which makes them.',
  }),
  data_folder_locked: entry<{ folder: string; holder: string }>({
    kind: 'input',
    message: ({ folder, holder }) => `The data folder ${folder} is in use by ${holder}.`,
    nextStep: () =>
      'Stop that process, or set DATABASE_URL: one PostgreSQL serves any number of processes, the embedded one only one.',
  }),
  database_unusable: entry<{ database: string; cause: string }>({
    kind: 'upstream',
    message: ({ database, cause }) => `${database} cannot be used: ${cause}.`,
    nextStep: () =>
      'Check that it runs, that its address and password are right and that there is space left; then start the App again.',
  }),
  database_newer: entry<{ migration: string }>({
    kind: 'input',
    message: ({ migration }) =>
      `The database belongs to a newer version of the App: it has the migration ${migration}, which this one does not know.`,
    nextStep: () => 'Start the newer version, or restore the back-up that was made before the upgrade.',
  }),
  address_unavailable: entry<{ address: string; cause: string }>({
    kind: 'input',
    message: ({ address, cause }) => `The App cannot listen on ${address}: ${cause}.`,
    nextStep: () => 'Stop what listens there, or set HOST and PORT to another address.',
  }),
  setup_unwritable: entry<{ folder: string }>({
    kind: 'input',
    message: ({ folder }) =>
      `No GitHub App is set up, and the set-up page could not keep what it makes: ${folder} cannot be written to.`,
    nextStep: () =>
      'Set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET as .env.example describes, or run the set-up page ("npm run app") where .env can be written.',
  }),
  data_folder_failed: entry<{ folder: string; cause: string }>({
    kind: 'upstream',
    message: ({ folder, cause }) => `The embedded database in ${folder} had to stop: ${cause}.`,
    nextStep: () =>
      'Make room on its disk and start again; what was acknowledged is there, and the hourly sweep fetches the rest.',
  }),
  webhook_unverified: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'The signature of the webhook does not fit any of the secrets set here.',
    nextStep: () =>
      "Put the same webhook secret into the App's settings on GitHub and into WEBHOOK_SECRET; while it changes, keep the old one as WEBHOOK_SECRET_PREVIOUS.",
  }),
  webhook_malformed: entry<{ why: string }>({
    kind: 'input',
    message: ({ why }) => `The webhook cannot be read: ${why}.`,
    nextStep: () => "Set the webhook's content type to application/json in the App's settings on GitHub.",
  }),
  webhook_unreadable: entry<{ event: string; problems: Problem[] }>({
    kind: 'input',
    message: ({ event, problems }) =>
      `The webhook ${event} lacks what the App reads of it:${lines(problems)}`,
    nextStep: () =>
      'Nothing to do for a proxy test; if GitHub itself sent it, please open an issue: its format has changed.',
  }),
  webhook_too_large: entry<{ limit: string }>({
    kind: 'input',
    message: ({ limit }) => `The webhook is larger than ${limit}, which is GitHub's own limit.`,
    nextStep: () => 'Nothing: GitHub sends none of this size.',
  }),
  webhook_slow: entry<{ seconds: number }>({
    kind: 'upstream',
    message: ({ seconds }) => `The webhook did not arrive in ${seconds} seconds.`,
    nextStep: () => 'Look at the network before the App; the hourly sweep asks GitHub for it again.',
  }),
  webhook_not_stored: entry<{ why: string }>({
    kind: 'upstream',
    message: ({ why }) => `The webhook was not stored: ${why}.`,
    nextStep: () =>
      'Look at the database and its load (/readyz); the hourly sweep asks GitHub for the webhook again.',
  }),
  callback_too_large: entry<{ limit: string }>({
    kind: 'input',
    message: ({ limit }) => `The callback is larger than ${limit}.`,
    nextStep: () => 'Report on a shorter window; the whole report stays in the artifact of the run.',
  }),
  callback_malformed: entry<{ why: string }>({
    kind: 'input',
    message: ({ why }) => `The callback cannot be read: ${why}.`,
    nextStep: () => 'Send the payload as JSON in UTF-8, with content-type: application/json.',
  }),
  callback_invalid: entry<{ problems: Problem[]; total: number }>({
    kind: 'input',
    message: ({ problems, total }) =>
      `The callback does not follow the contract${
        problems.length < total ? ` (truncated: ${problems.length} of ${total} problems)` : ''
      }:${lines(problems)}`,
    nextStep: () =>
      'Use an action of the same contract version as the App: docs/contract.md describes every field.',
  }),
  callback_proof_missing: entry<{ accepted: readonly string[] }>({
    kind: 'input',
    message: ({ accepted }) =>
      `Nothing proves where the callback comes from. Accepted here: ${accepted.join(', or ')}.`,
    nextStep: () => 'Give the job that reports back "permissions: id-token: write", as the template does.',
  }),
  callback_proof_refused: entry<{ why: string; next: string }>({
    kind: 'input',
    message: ({ why }) => `The proof of the callback is not accepted: ${why}.`,
    nextStep: ({ next }) => next,
  }),
  callback_proof_untimely: entry<{ what: string; now: string; next: string }>({
    kind: 'input',
    message: ({ what, now }) => `The identity token ${what}; it is ${now} here.`,
    nextStep: ({ next }) => next,
  }),
  callback_proof_expired: entry<{ expiredAt: string }>({
    kind: 'input',
    message: ({ expiredAt }) => `The one-time token of this request expired at ${expiredAt}.`,
    nextStep: () => 'Start a new request; the report of this run stays in its artifact.',
  }),
  callback_proof_used: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'The proof of this callback was used before, with another body.',
    nextStep: () =>
      'If the result of this request is in the App, nothing is left to do; else start a new one.',
  }),
  callback_not_from_run: entry<{ what: string; next: string }>({
    kind: 'input',
    message: ({ what }) => `The callback does not come from the run that was asked for: ${what}.`,
    nextStep: ({ next }) => next,
  }),
  callback_request_unknown: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'No request with this id waits for a callback here.',
    nextStep: () => 'Check that callback_url leads to the App that dispatched the run.',
  }),
  method_not_allowed: entry<{ allowed: string }>({
    kind: 'input',
    message: ({ allowed }) => `This address answers only to ${allowed}.`,
    nextStep: ({ allowed }) => `Send the request with ${allowed}.`,
  }),
  app_unavailable: entry<{ what: string }>({
    kind: 'upstream',
    message: ({ what }) => `The App cannot answer now: ${what}. Nothing was stored.`,
    nextStep: () => 'Send the same again a little later.',
  }),
  post_waits: entry<{ why: string; next: string }>({
    kind: 'input',
    message: ({ why }) => `The report waits for a person: ${why}.`,
    nextStep: ({ next }) => next,
  }),
  post_not_possible: entry<{ why: string; next: string }>({
    kind: 'input',
    message: ({ why }) => `The report cannot be posted: ${why}.`,
    nextStep: ({ next }) => next,
  }),
  post_interrupted: entry<Record<never, never>>({
    kind: 'upstream',
    message: () => 'The App stopped while it posted the report; nobody knows whether Slack has it.',
    nextStep: () => 'Look in the channel; post it again only if it is not there.',
  }),
  slack_partly_posted: entry<{ posted: number; total: number; why: string }>({
    kind: 'upstream',
    message: ({ posted, total, why }) => `Only ${posted} of ${total} messages are in the channel: ${why}`,
    nextStep: () => 'Take out what is in the channel before you post it again, or leave it as it is.',
  }),
  slack_credential_missing: entry<{ repository: string }>({
    kind: 'input',
    message: ({ repository }) => `There is no Slack credential to post reports of ${repository} with.`,
    nextStep: () =>
      'Store one for the repository or its installation, or set SLACK_WEBHOOK_URL for the whole App.',
  }),
  sealing_key_missing: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'Credentials cannot be stored: there is no key to seal them with.',
    nextStep: () =>
      'Set ZENPULSE_SEALING_KEYS, which "openssl rand -base64 32" makes, and start the App again.',
  }),
  sealed_unreadable: entry<{ scope: string; why: string }>({
    kind: 'input',
    message: ({ scope, why }) => `The credential stored for ${scope} cannot be opened: ${why}.`,
    nextStep: () =>
      'Add the key it was sealed with to ZENPULSE_SEALING_KEYS, after the one in use, or store the credential anew.',
  }),
  admin_refused: entry<{ why: string; next: string }>({
    kind: 'input',
    message: ({ why }) => `The App shows this to nobody but its operators: ${why}.`,
    nextStep: ({ next }) => next,
  }),
  admin_request_invalid: entry<{ problems: Problem[] }>({
    kind: 'input',
    message: ({ problems }) => `The request cannot be used:${lines(problems)}`,
    nextStep: () => 'Correct the fields named.',
  }),
  message_unknown: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'There is no message with this id here.',
    nextStep: () => 'Take an id from GET /admin/pulse/messages.',
  }),
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
  slack_unsafe: entry<{ findings: string[] }>({
    kind: 'refused',
    message: ({ findings }) => `The messages for Slack did not pass the last check: ${findings.join('; ')}.`,
    nextStep: () => 'Nothing was posted. Please open an issue with this message.',
  }),
  slack_refused: entry<{ reason: string; next: string }>({
    kind: 'upstream',
    message: ({ reason }) => `Slack refused the message: ${reason}.`,
    nextStep: ({ next }) => next,
  }),
  slack_rate_limited: entry<{ wait: string }>({
    kind: 'upstream',
    message: ({ wait }) => `Slack takes no more messages for now, and asks to wait ${wait}.`,
    nextStep: ({ wait }) => `Send again after ${wait}; something else may be posting with the same app.`,
  }),
  slack_unclear: entry<{ answer: string }>({
    kind: 'upstream',
    message: ({ answer }) => `Slack's answer does not tell whether the message was posted (${answer}).`,
    nextStep: () => 'Look in the channel before you send again: it may be there already.',
  }),
  slack_stopped: entry<Record<never, never>>({
    kind: 'upstream',
    message: () => 'The run was stopped before all messages were sent to Slack.',
    nextStep: () => 'Run it again if the message is still wanted.',
  }),
  demo_stopped: entry<{ step: string; why: string }>({
    kind: 'upstream',
    message: ({ step, why }) => `The demo stopped while ${step}: ${why}`,
    nextStep: () => 'Run it again; if it stops there again, please open an issue with this output.',
  }),
  report_refused: entry<{ findings: string[] }>({
    kind: 'refused',
    message: ({ findings }) => `No report passed the check against the facts: ${findings.join('; ')}.`,
    nextStep: () => 'Nothing was written. Please open an issue and attach the findings.',
  }),
  unexpected: entry<{ cause: string }>({
    kind: 'internal',
    message: ({ cause }) => `ZenPulse met a fault of its own: ${cause}`,
    nextStep: () => 'Please open an issue; set ZENPULSE_DEBUG=1 to see where it came from.',
  }),
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorData<Code extends ErrorCode> = Parameters<(typeof errorCatalogue)[Code]['message']>[0];
