import { randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { toZenPulseError } from '../contract/zenpulse-error.ts';
import { readConfiguration, secretsOf } from './configuration.ts';
import { createLog } from './operate/create-log.ts';
import { readSetup } from './setup/read-setup.ts';
import { setupRoutes } from './setup/setup-routes.ts';
import { writeEnv } from './setup/write-env.ts';
import { startApp } from './start-app.ts';

const variables = process.env;
const newToken = () => randomBytes(32).toString('base64url');
const write = (line: string) => process.stdout.write(line);

/** Serves the page that has GitHub register the App; the App itself starts with what it leaves in `.env`. */
async function serveSetup({ host, port, publicUrl, serverUrl, apiUrl }: ReturnType<typeof readSetup>) {
  const key = newToken();
  const routes = setupRoutes({
    appYaml: await readFile(join(import.meta.dirname, 'app.yml'), 'utf8'),
    publicUrl,
    serverUrl,
    apiUrl,
    key,
    fetch,
    save: (values) => writeEnv('.env', values),
    onDone: (installUrl) => {
      write(
        `\nThe App is registered and .env is written. Install it: ${installUrl}\nThen start again: npm run app\n`,
      );
      server.close();
    },
  });
  const server = createServer(getRequestListener(routes.fetch));
  server.listen(port, host, () =>
    write(
      `No GitHub App is set up yet. Open this address to register one:\n  ${publicUrl}/setup?key=${key}\n`,
    ),
  );
}

async function serve(): Promise<void> {
  const setup = readSetup(variables);
  if (setup.isNew) return serveSetup(setup);
  const configuration = readConfiguration(variables);
  const log = createLog({ level: configuration.logLevel, secrets: secretsOf(configuration), write });
  const app = await startApp(configuration, {
    log,
    fetch,
    resolve: (host) => lookup(host, { all: true }),
    clock: () => new Date(),
    monotonicMs: () => performance.now(),
    sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }),
    random: Math.random,
    newId: randomUUID,
    newToken,
    onLost: (error) => {
      log.fatal({ code: error.code }, error.message);
      process.exit(1);
    },
  });
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Asked a second time, it goes at once; nothing that was acknowledged is lost by that.
      if (isStopping) process.exit(1);
      isStopping = true;
      log.info({ signal }, 'ZenPulse stops');
      void app.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'ZenPulse could not stop in order');
          process.exit(1);
        },
      );
    });
}

try {
  await serve();
} catch (thrown) {
  const error = toZenPulseError(thrown);
  process.stderr.write(`${error.message}\nNext: ${error.nextStep}\n`);
  process.exitCode = error.exitCode;
}
