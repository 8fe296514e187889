import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Configuration, secretsOf } from '../../../app/configuration.ts';
import { intakePath } from '../../../app/intake/create-intake.ts';
import { createLog } from '../../../app/operate/create-log.ts';
import { type RunningApp, startApp } from '../../../app/start-app.ts';
import { freePort } from '../../github/http/free-port.ts';

export interface LoopbackAppOptions {
  /** For the embedded database; empty at the first start. */
  folder: string;
  /** REST of the GitHub it works with. */
  apiUrl: string;
  /** Who signs the identity tokens of runs; default nobody. */
  oidcIssuer?: string;
  /** Default `oidc`. */
  callbackProof?: Configuration['callbackProof'];
  /** Default 4242, the stand-in's. */
  appId?: number;
  /** PEM; default a new one. */
  privateKey?: string;
  /** Told of every line of the log. */
  onLog?: (line: string) => void;
}

export interface LoopbackApp extends RunningApp {
  /** What its webhooks are signed with. */
  webhookSecret: string;
  /** Where webhooks go. */
  webhookUrl: string;
}

const newKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

/** The whole App as `app/server.ts` starts it, on a port of the loopback address and its embedded database. */
export async function startAppOnLoopback(options: LoopbackAppOptions): Promise<LoopbackApp> {
  // Its address is part of every dispatch and proof, so the port is known before it starts.
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const webhookSecret = randomBytes(32).toString('hex');
  const configuration: Configuration = {
    appId: String(options.appId ?? 4_242),
    privateKey: options.privateKey ?? newKey(),
    webhookSecrets: [webhookSecret],
    publicUrl,
    serverUrl: 'https://github.com',
    apiUrl: options.apiUrl,
    oidcIssuer: options.oidcIssuer ?? 'http://127.0.0.1:9',
    database: { kind: 'embedded', folder: options.folder },
    host: '127.0.0.1',
    port,
    logLevel: 'info',
    callbackProof: options.callbackProof ?? 'oidc',
    workflowFile: 'zenpulse.yml',
    adminToken: null,
    sealingKeys: [],
    slack: null,
    slackApiUrl: 'https://slack.com/api',
    allowedHosts: [],
  };
  const log = createLog({
    level: configuration.logLevel,
    secrets: secretsOf(configuration),
    write: options.onLog ?? (() => undefined),
  });
  const app = await startApp(configuration, {
    log,
    fetch,
    resolve: (host) => lookup(host, { all: true }),
    clock: () => new Date(),
    monotonicMs: () => performance.now(),
    sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }),
    random: Math.random,
    newId: randomUUID,
    newToken: () => randomBytes(32).toString('base64url'),
    onLost: (error) => log.fatal({ code: error.code }, error.message),
    pollSeconds: 0.5,
  });
  return { ...app, webhookSecret, webhookUrl: `${app.url}${intakePath}` };
}
