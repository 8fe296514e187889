import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import ipaddr from 'ipaddr.js';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { bearerOf } from '../http/bearer-of.ts';
import { errorAnswer } from '../http/error-answer.ts';
import { isSameSecret } from '../http/is-same-secret.ts';

export interface AdminAccess {
  /** A bearer token that lets in from everywhere; null: only this machine gets in. */
  token: string | null;
  /** Whether this machine gets in without a token. Not behind a proxy on the same machine: all come from here then. */
  trustsLoopback: boolean;
}

/** What a proxy adds; a request that has one of them comes from elsewhere, whatever its socket says. */
const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'cf-connecting-ip',
];

const isLoopback = (address: string | undefined) =>
  address !== undefined && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

/** By this name only who means this machine asks; a foreign page whose name leads here has another one. */
const isLocalHost = (host: string | undefined) => {
  const hostname = URL.parse(`http://${host ?? ''}`)?.hostname ?? '';
  return hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
};

const isLocal = (context: Context) =>
  isLoopback(getConnInfo(context).remote.address) &&
  isLocalHost(context.req.header('host')) &&
  forwarding.every((name) => context.req.header(name) === undefined);

/** A page of another site can have a browser send anything but these. */
function isSameOrigin({ req }: Context): boolean {
  const site = req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = URL.parse(req.header('origin') ?? '');
  return origin !== null && origin.host === req.header('host');
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD';

const refusal = (why: string, next: string) => new ZenPulseError('admin_refused', { why, next });
const tokenAdvice = 'Send ZENPULSE_ADMIN_TOKEN as "Authorization: Bearer …".';

/** Lets operators in: with the token, or from this machine; then only pages of the App's own may change anything. */
export function adminAccess({ token, trustsLoopback }: AdminAccess): MiddlewareHandler {
  return async (context, next) => {
    const given = bearerOf(context.req.header('authorization'));
    if (given !== null && token !== null && isSameSecret(given, token)) return next();
    if (given !== null)
      return errorAnswer(context, refusal('the token is not the right one', tokenAdvice), { status: 401 });
    if (!trustsLoopback || !isLocal(context))
      return errorAnswer(context, refusal('it takes a token', tokenAdvice), { status: 401 });
    if (!isSafe(context.req.method) && !isSameOrigin(context))
      return errorAnswer(
        context,
        refusal('the request may come from a page of another site', `${tokenAdvice} Or send Origin.`),
        { status: 403 },
      );
    return next();
  };
}
