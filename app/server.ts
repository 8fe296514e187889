import { randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { toZenPulseError, ZenPulseError } from '../contract/zenpulse-error.ts';
import { readConfiguration, secretsOf } from './configuration.ts';
import { createLog } from './operate/create-log.ts';
import { lineRedactor } from './operate/redact-line.ts';
import { serveHttp } from './operate/serve-http.ts';
import { needsSetup, readSetup } from './setup/read-setup.ts';
import { setupRoutes } from './setup/setup-routes.ts';
import { writeEnv } from './setup/write-env.ts';
import { startApp } from './start-app.ts';

const variables = process.env;
const write = (line: string) => process.stdout.write(line);

const newKey = () => randomBytes(32).toString('base64url');

/** Ends whatever runs by then, in order. */
let stop = async (): Promise<void> => undefined;
/** Reports what nobody caught. */
let report = (error: unknown): void => {
  const { message } = toZenPulseError(error);
  process.stderr.write(`${lineRedactor([])(message)}\n`);
};

/** @throws ZenPulseError `setup_unwritable` */
async function checkWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new ZenPulseError('setup_unwritable', { folder }, { cause });
  }
}

/** Serves the page that has GitHub register the App; the App itself starts with what it leaves in `.env`. */
async function serveSetup(): Promise<void> {
  const { host, port, publicUrl, serverUrl, apiUrl } = readSetup(variables);
  await checkWritable(process.cwd());
  const key = newKey();
  const routes = setupRoutes({
    appYaml: await readFile(join(import.meta.dirname, 'app.yml'), 'utf8'),
    publicUrl,
    serverUrl,
    apiUrl,
    key,
    fetch,
    // GitHub has learnt this address, so the App has to keep it.
    save: (values) => writeEnv('.env', { ...values, ZENPULSE_URL: publicUrl }),
    onDone: (installUrl) => {
      write(
        `\nThe App is registered and .env is written. Install it: ${installUrl}\nThen start again: npm run app\n`,
      );
      void server.close(5_000);
    },
  });
  const listener = getRequestListener(routes.fetch);
  const server = await serveHttp({
    host,
    port,
    handle: async (request, response) => listener(request, response),
    onError: (error) => report(error),
    sleep,
  });
  stop = () => server.close(5_000);
  write(`No GitHub App is set up yet. Open this address to register one:\n  ${publicUrl}/setup?key=${key}\n`);
}

async function serveApp(): Promise<void> {
  const configuration = readConfiguration(variables);
  const log = createLog({ level: configuration.logLevel, secrets: secretsOf(configuration), write });
  report = (error) => log.fatal({ err: error }, 'ZenPulse met a fault that nobody expected, and ends');
  const app = await startApp(configuration, {
    log,
    fetch,
    resolve: (host) => lookup(host, { all: true }),
    clock: () => new Date(),
    monotonicMs: () => performance.now(),
    sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }),
    random: Math.random,
    newId: randomUUID,
    newToken: () => `zpt_${newKey()}`,
    onLost: (error) => {
      log.fatal({ code: error.code, nextStep: error.nextStep }, error.message);
      process.exit(1);
    },
  });
  stop = () => app.stop();
}

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // Asked a second time, it goes at once; nothing that was acknowledged is lost by that.
    if (isStopping) process.exit(1);
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  });
process.on('uncaughtException', (error) => {
  report(error);
  process.exit(1);
});

try {
  await (needsSetup(variables) ? serveSetup() : serveApp());
} catch (thrown) {
  const error = toZenPulseError(thrown);
  const text = lineRedactor([])(`${error.message}\nNext: ${error.nextStep}\n`);
  process.stderr.write(text);
  process.exit(error.exitCode);
}
