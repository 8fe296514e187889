import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const server = fileURLToPath(new URL('../../../app/server.ts', import.meta.url));

export type Environment = Readonly<Record<string, string>>;

export interface ServerProcess {
  pid: number;
  /** All that it printed, both streams. */
  output(): string;
  /** What went to standard error. */
  errors(): string;
  /** How it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Sends a signal; default SIGTERM. */
  signal(name?: NodeJS.Signals): void;
  /** Resolves once it printed that; rejects with its output when it ends before. */
  printed(text: string): Promise<void>;
}

/** Runs `node app/server.ts` with nothing but this environment; it ends with the test. */
export function spawnServer(environment: Environment, folder?: string): ServerProcess {
  const child: ChildProcess = spawn(process.execPath, [server], {
    env: { PATH: process.env['PATH'], ...environment },
    ...(folder !== undefined && { cwd: folder }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  const hearers = new Set<() => void>();
  const hear = () => {
    for (const hearer of hearers) hearer();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    hear();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    errors += text;
    hear();
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    errors: () => errors,
    ended,
    signal: (name = 'SIGTERM') => void child.kill(name),
    printed: (text) =>
      new Promise((resolve, reject) => {
        const hearer = () => {
          if (!output.includes(text)) return;
          hearers.delete(hearer);
          resolve();
        };
        hearers.add(hearer);
        hearer();
        void ended.then(({ code, signal }) => {
          if (!output.includes(text)) reject(new Error(`it ended with ${code ?? signal}:\n${output}`));
        });
      }),
  };
}

export interface AppProcess extends ServerProcess {
  /** Where it listens. */
  url: string;
}

/** Starts the App and waits until it serves. @throws Error with what it printed when it refuses to */
export async function startAppProcess(environment: Environment, folder?: string): Promise<AppProcess> {
  const child = spawnServer({ HOST: '127.0.0.1', PORT: '0', ...environment }, folder);
  await child.printed('"ZenPulse is up"');
  const line = child
    .output()
    .split('\n')
    .find((each) => each.includes('"ZenPulse is up"'));
  const { url } = JSON.parse(line ?? '') as { url: string };
  return { ...child, url };
}

let key: string | undefined;

/** A private key for an App; one a process, since it takes a while to make. */
export const testKey = (): string =>
  (key ??= generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey);

export const testSecret = 'webhook-secret-canary-4b1d';
export const testPublicUrl = 'https://zenpulse.example.com';

/** Everything an App needs to work with a GitHub of the test's own, but for its database. */
export const appEnvironment = (github: { apiUrl: string; oidc: { issuer: string } }): Environment => ({
  APP_ID: '4242',
  PRIVATE_KEY: testKey(),
  WEBHOOK_SECRET: testSecret,
  ZENPULSE_URL: testPublicUrl,
  GITHUB_API_URL: github.apiUrl,
  ZENPULSE_OIDC_ISSUER: github.oidc.issuer,
});
