import { z } from 'zod';
import { problemsOf } from '../contract/problems.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';

/** The secret Probot falls back to; whoever knows Probot knows it. */
const knownSecrets = ['development', 'secret', 'changeme'];

const address = z
  .url({ protocol: /^https?$/, error: 'accepts an address, such as https://zenpulse.example.com' })
  .transform((url) => url.replace(/\/+$/, ''));

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Thirty-two bytes, as `openssl rand -base64 32` prints them. */
const sealingKey = z
  .base64('accepts 32 bytes in base64; "openssl rand -base64 32" makes some')
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'accepts exactly 32 bytes in base64');

const webhookSecret = z
  .string('accepts the secret of the App, at least 16 characters')
  .min(16, 'accepts at least 16 characters')
  .refine((text) => !knownSecrets.includes(text), 'accepts no secret that everybody knows');

const environment = z.object({
  APP_ID: z
    .string('accepts the id of the GitHub App')
    .regex(/^\d+$/, 'accepts the numeric id of the GitHub App'),
  PRIVATE_KEY: z
    .string("accepts the App's private key (PEM)")
    .transform((text) => text.replaceAll('\\n', '\n').replace(/^"|"$/g, ''))
    .refine((text) => text.includes('PRIVATE KEY-----'), 'accepts a private key in PEM, newlines or \\n'),
  WEBHOOK_SECRET: webhookSecret,
  WEBHOOK_SECRET_PREVIOUS: webhookSecret.optional(),
  ZENPULSE_URL: address,
  GITHUB_SERVER_URL: address.default('https://github.com'),
  GITHUB_API_URL: address.optional(),
  ZENPULSE_OIDC_ISSUER: address.optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'accepts postgres://user:password@host/database' })
    .optional(),
  ZENPULSE_DATA: z.string().min(1).default('data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('accepts a port').int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace'],
      'accepts fatal, error, warn, info, debug, trace',
    )
    .default('info'),
  ZENPULSE_CALLBACK_PROOF: z.enum(['oidc', 'token'], 'accepts oidc, token').default('oidc'),
  ZENPULSE_WORKFLOW: z
    .string()
    .regex(/^[\w.-]+\.ya?ml$/, 'accepts the name of a file in .github/workflows, such as zenpulse.yml')
    .default('zenpulse.yml'),
  ZENPULSE_ADMIN_TOKEN: z.string().min(32, 'accepts at least 32 characters').optional(),
  ZENPULSE_SEALING_KEYS: list.pipe(z.array(sealingKey)).default([]),
  SLACK_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SLACK_BOT_TOKEN: z.string().min(1).optional(),
  SLACK_CHANNEL: z.string().min(1).optional(),
  SLACK_API_URL: address.default('https://slack.com/api'),
  ZENPULSE_ALLOWED_HOSTS: list.default([]),
});

function checkSlack(
  {
    SLACK_WEBHOOK_URL: webhook,
    SLACK_BOT_TOKEN: token,
    SLACK_CHANNEL: channel,
  }: z.output<typeof environment>,
  context: z.RefinementCtx,
): void {
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (webhook && token) refuse('SLACK_WEBHOOK_URL', 'accepts a value only without SLACK_BOT_TOKEN');
  if (token && !channel) refuse('SLACK_CHANNEL', 'accepts the id of a channel, which SLACK_BOT_TOKEN needs');
}

const checkedEnvironment = environment.superRefine(checkSlack);

export type SlackCredential =
  | { kind: 'webhook'; url: string }
  | { kind: 'bot'; token: string; channel: string };

/** How an App is set up; each field comes from one variable of `.env.example`. */
export interface Configuration {
  appId: string;
  privateKey: string;
  /** The one in use first, then the one before while it is being changed. */
  webhookSecrets: string[];
  publicUrl: string;
  serverUrl: string;
  apiUrl: string;
  oidcIssuer: string;
  database: { kind: 'postgres'; url: string } | { kind: 'embedded'; folder: string };
  host: string;
  port: number;
  logLevel: string;
  callbackProof: 'oidc' | 'token';
  /** Name of the file in `.github/workflows` of every repository. */
  workflowFile: string;
  adminToken: string | null;
  /** The first one seals, all of them open. */
  sealingKeys: string[];
  /** Where reports of repositories without a credential of their own go. */
  slack: SlackCredential | null;
  slackApiUrl: string;
  allowedHosts: string[];
}

/** What GitHub's own addresses are on github.com and on a server of one's own. */
function githubAddresses({
  GITHUB_SERVER_URL: server,
  GITHUB_API_URL: api,
  ZENPULSE_OIDC_ISSUER: issuer,
}: z.output<typeof environment>) {
  const isPublic = server === 'https://github.com';
  return {
    serverUrl: server,
    apiUrl: api ?? (isPublic ? 'https://api.github.com' : `${server}/api/v3`),
    oidcIssuer:
      issuer ?? (isPublic ? 'https://token.actions.githubusercontent.com' : `${server}/_services/token`),
  };
}

function slackOf({
  SLACK_WEBHOOK_URL: url,
  SLACK_BOT_TOKEN: token,
  SLACK_CHANNEL: channel,
}: z.output<typeof environment>): SlackCredential | null {
  if (url) return { kind: 'webhook', url };
  return token && channel ? { kind: 'bot', token, channel } : null;
}

/** An empty variable is one that is not set. */
const given = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));

/** @throws ZenPulseError `app_unconfigured` that names everything missing or wrong at once, and no value */
export function readConfiguration(variables: NodeJS.ProcessEnv): Configuration {
  const read = given(variables);
  const parsed = checkedEnvironment.safeParse(read);
  if (!parsed.success) {
    const fields = Object.keys(environment.shape);
    const problems = problemsOf(parsed.error, read, fields).map(({ field, accepts }) => ({
      field,
      accepts,
      isSet: field in read,
    }));
    throw new ZenPulseError('app_unconfigured', { problems });
  }
  const { data } = parsed;
  return {
    appId: data.APP_ID,
    privateKey: data.PRIVATE_KEY,
    webhookSecrets: [data.WEBHOOK_SECRET, data.WEBHOOK_SECRET_PREVIOUS].filter(
      (secret) => secret !== undefined,
    ),
    publicUrl: data.ZENPULSE_URL,
    ...githubAddresses(data),
    database: data.DATABASE_URL
      ? { kind: 'postgres', url: data.DATABASE_URL }
      : { kind: 'embedded', folder: data.ZENPULSE_DATA },
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    callbackProof: data.ZENPULSE_CALLBACK_PROOF,
    workflowFile: data.ZENPULSE_WORKFLOW,
    adminToken: data.ZENPULSE_ADMIN_TOKEN ?? null,
    sealingKeys: data.ZENPULSE_SEALING_KEYS,
    slack: slackOf(data),
    slackApiUrl: data.SLACK_API_URL,
    allowedHosts: data.ZENPULSE_ALLOWED_HOSTS,
  };
}

/** Values that must never be printed. */
export const secretsOf = ({
  privateKey,
  webhookSecrets,
  database,
  adminToken,
  sealingKeys,
  slack,
}: Configuration): string[] =>
  [
    privateKey,
    ...webhookSecrets,
    ...(database.kind === 'postgres' ? [database.url, new URL(database.url).password] : []),
    ...(adminToken ? [adminToken] : []),
    ...sealingKeys,
    ...(slack ? [slack.kind === 'webhook' ? slack.url : slack.token] : []),
  ].filter((secret) => secret !== '');
