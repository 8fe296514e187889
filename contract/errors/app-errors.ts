import type { Problem } from '../problems.ts';
import { entry, lines } from './entry.ts';

/** What the App refuses, or cannot do. */
export const appErrors = {
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
} as const;
