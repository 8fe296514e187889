import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodes } from '../contract/exit-codes.ts';
import { toZenPulseError } from '../contract/zenpulse-error.ts';
import { playDemo, type PlayedDemo } from './demo/play-demo.ts';
import { printSteps } from './demo/print-steps.ts';
import { machineIo } from './machine-io.ts';
import { printError, safeLines } from './print-error.ts';

const help = `Plays the whole story on this machine, with no network, key or server: a merge on a stand-in for GitHub, its
signed webhook, the App, the workflow's two jobs with the real action, the callback, and the report.

  npm run demo                     a throw-away repository with a lively week
  npm run demo -- --repo ../shop   any clone; its last ten merged pull requests are the news
  npm run demo -- --serve          leave the App and the stand-in up until Ctrl-C

It ends by itself with exit code 0, and leaves nothing behind.
`;

const io = machineIo();
const stopping = new AbortController();
const printed = printSteps(io.stdout, () => performance.now());
const ends: (() => Promise<void>)[] = [];

function stopOnSignals(): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      // Asked a second time, it goes at once.
      if (stopping.signal.aborted) process.exit(1);
      process.exitCode = name === 'SIGINT' ? 130 : 143;
      stopping.abort(new Error('stopped'));
    });
}

/** However it ends, as when whoever reads its output has left: no process stays, and no file. */
function leaveNothing(folder: string): void {
  process.once('exit', () => {
    stopping.abort(new Error('the demo ends'));
    rmSync(folder, { recursive: true, force: true });
  });
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

async function serve({ app, github, message, deliveryId }: PlayedDemo): Promise<void> {
  printed.title('It stays up until Ctrl-C. Try');
  printed.text(
    [
      `curl ${app.url}/admin/pulse/messages`,
      `curl ${app.url}/admin/pulse/messages/${message.id}/status`,
      `curl ${app.url}/readyz`,
      `curl ${app.url}/metrics`,
      '',
      'The merge once more, as GitHub redelivers it: it is no news, and no second report.',
      `curl -X POST -H 'authorization: Bearer head.body.sign' ${github.url}/app/hook/deliveries/${deliveryId}/attempts`,
    ].join('\n'),
  );
  await aborted(stopping.signal);
  process.exitCode = 0;
}

async function demo(clone: string | null, isServing: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zenpulse-demo-'));
  leaveNothing(folder);
  stopOnSignals();
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const { environment } = io;
  const { signal } = stopping;
  const played = await playDemo(
    { printed, folder, environment, signal, defer: (end) => ends.push(end) },
    clone,
  );
  if (isServing) return serve(played);
  printed.text('\nNext: npm run demo -- --repo PATH-OF-YOUR-CLONE, or npm run app to set up your own.');
}

/** The last one first; every one of them, whatever becomes of the others. */
async function endAll(): Promise<void> {
  stopping.abort(new Error('the demo is over'));
  for (const end of ends.reverse()) {
    try {
      await end();
    } catch (error) {
      printError(toZenPulseError(error), io);
      process.exitCode = exitCodes.internal;
    }
  }
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        repo: { type: 'string' },
        serve: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    // It quotes what was typed.
    io.stderr.write(`${safeLines((error as Error).message)}\n\n${help}`);
    process.exitCode = exitCodes.input;
    return null;
  }
}

try {
  const options = readOptions();
  if (options?.help) io.stdout.write(help);
  else if (options) await demo(options.repo ?? null, options.serve);
} catch (thrown) {
  if (!stopping.signal.aborted) {
    const error = toZenPulseError(thrown);
    printError(error, io);
    process.exitCode = error.exitCode;
  }
} finally {
  await endAll();
}
