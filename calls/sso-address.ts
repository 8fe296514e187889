import type { FailedAnswer } from './failed-answer.ts';

/**
 * The page on which a token is authorised for an organisation with single sign-on, as GitHub's header names it:
 * `required; url=https://github.com/orgs/acme/sso?authorization_request=…`. Null without such an address.
 */
export function ssoAddress(headers: FailedAnswer['headers']): string | null {
  const named = /^required;\s*url=(\S{1,500})$/.exec(String(headers['x-github-sso'] ?? ''))?.[1];
  const url = named === undefined ? null : URL.parse(named);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
