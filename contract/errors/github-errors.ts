import { entry } from './entry.ts';

/** What GitHub refuses or fails to answer. */
export const githubErrors = {
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
  github_sso_required: entry<{ repository: string; url: string | null }>({
    kind: 'upstream',
    message: ({ repository }) =>
      `GitHub refuses to show ${repository}: its organisation asks for single sign-on (SAML), and the token was not authorised for it.`,
    nextStep: ({ url }) =>
      url === null
        ? 'Authorise the token for the organisation in its settings on GitHub ("Configure SSO"), then run again.'
        : `Authorise the token at ${url} and run again.`,
  }),
  github_repository_empty: entry<{ repository: string }>({
    kind: 'input',
    message: ({ repository }) => `${repository} is empty: it has no commit on any branch.`,
    nextStep: () => 'Push a first commit, or report on another repository.',
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
} as const;
