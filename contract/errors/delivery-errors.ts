import { entry } from './entry.ts';

/** What keeps a report from its receiver. */
export const deliveryErrors = {
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
} as const;
