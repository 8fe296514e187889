import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { z } from 'zod';
import { problemsOf } from '../../contract/problems.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { errorAnswer } from '../http/error-answer.ts';
import { reachStore } from '../http/reach-store.ts';
import { deleteCredential, putCredential } from '../posting/credentials.ts';
import type { PostingEdges } from '../posting/posting-edges.ts';
import { credentialScope, slackCredential } from '../posting/slack-credential.ts';
import { type AdminAccess, adminAccess } from './admin-access.ts';
import { listMessages, listQuery } from './list-messages.ts';
import { messageDetail } from './message-detail.ts';

const credentialBody = z.strictObject({ scope: credentialScope, credential: slackCredential });
const credentialQuery = z.strictObject({ scope: credentialScope });

/** @throws ZenPulseError `admin_request_invalid` */
function read<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  throw new ZenPulseError('admin_request_invalid', { problems: problemsOf(error, value) });
}

/** The same for what holds a secret: no answer quotes anything of it but the scope. */
function readSecret<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const problems = problemsOf(error, value).map(({ field, got, accepts }) => {
    const isQuoted = field !== 'scope' && got !== 'nothing' && got !== 'an unknown field';
    return { field, got: isQuoted ? '(a secret, not shown)' : got, accepts };
  });
  throw new ZenPulseError('admin_request_invalid', { problems });
}

const notJson = (error: unknown) =>
  new ZenPulseError(
    'admin_request_invalid',
    { problems: [{ field: '(the whole)', got: 'something else', accepts: 'accepts JSON' }] },
    { cause: error },
  );

const smallBody: MiddlewareHandler = bodyLimit({
  maxSize: 16 * 1_024,
  onError: (context) => errorAnswer(context, notJson(null), { status: 413 }),
});

/**
 * What operators see and set, as JSON: `GET /admin/pulse/messages`, `GET /admin/pulse/messages/ID/status`,
 * `PUT` and `DELETE /admin/pulse/credentials`.
 */
export function createAdminRoutes(
  edges: Pick<PostingEdges, 'db' | 'sealer' | 'clock'>,
  { log, ...access }: AdminAccess & { log: Pick<Logger, 'info' | 'error'> },
): Hono {
  const routes = new Hono().basePath('/admin');
  routes.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
    async (context, next) => {
      context.header('cache-control', 'no-store');
      await next();
    },
    adminAccess(access),
  );
  routes.onError((error, context) => {
    const answer = errorAnswer(context, error);
    if (answer.status >= 500)
      log.error({ err: error, status: answer.status }, 'an operator could not be served');
    return answer;
  });

  routes.get('/pulse/messages', async ({ req, json }) => {
    const query = read(listQuery, req.query());
    return json(await reachStore(() => listMessages(edges.db, query)));
  });
  routes.get('/pulse/messages/:id/status', async ({ req, json }) => {
    const id = req.param('id');
    const detail = await reachStore(() => messageDetail(edges.db, id));
    if (!detail) throw new ZenPulseError('message_unknown', {});
    return json(detail);
  });

  routes.put('/pulse/credentials', smallBody, async ({ req, json }) => {
    const body: unknown = await req.json().catch((error: unknown) => {
      throw notJson(error);
    });
    const { scope, credential } = readSecret(credentialBody, body);
    await reachStore(() => putCredential(edges, scope, credential));
    log.info({ scope, kind: credential.kind }, 'a Slack credential was stored');
    return json({ scope, kind: credential.kind });
  });
  routes.delete('/pulse/credentials', async ({ req, json }) => {
    const { scope } = read(credentialQuery, req.query());
    const isDeleted = await reachStore(() => deleteCredential(edges.db, scope));
    log.info({ scope, isDeleted }, 'a Slack credential was deleted');
    return json({ scope, deleted: isDeleted });
  });
  routes.all('*', (context) => {
    const known =
      'accepts GET /admin/pulse/messages, GET …/ID/status, PUT and DELETE /admin/pulse/credentials';
    const problem = { field: 'path', got: `${context.req.method} ${context.req.path}`, accepts: known };
    const error = new ZenPulseError('admin_request_invalid', { problems: [problem] });
    return errorAnswer(context, error, { status: 404 });
  });
  return routes;
}
