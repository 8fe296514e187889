import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { intakePath } from '../../app/intake/create-intake.ts';
import { secret, webhookHeaders } from './intake/intake-for-test.ts';

export interface AppChildOptions {
  database: { url: string } | { folder: string };
  secret: string;
  /** Where the process kills itself. */
  dieAt?:
    | 'before-commit'
    | 'before-answer'
    | 'before-handler'
    | 'after-handler'
    | 'before-job-ends'
    | 'after-pulse';
  /** Leases of jobs whose process died have ended. */
  isLater?: boolean;
  /** What it prints to stderr is expected. */
  isQuiet?: boolean;
}

/** Told by the parent at any time. */
export type Wish = 'state' | 'stop' | 'disk-full' | 'disk-free';

export interface AppState {
  /** Ids of deliveries. */
  deliveries: string[];
  handled: string[];
  /** Business keys. */
  messages: string[];
  /** Numbers that messages name. */
  triggers: number[];
  /** Numbers of merges. */
  merges: number[];
}

export interface AppChild {
  pid: number;
  /** Sends a signed webhook. @returns the status; 0 when the connection broke */
  send(event: string, payload: object, deliveryId: string): Promise<number>;
  state(): Promise<AppState>;
  /** From now on no file can be written, or again. */
  fillDisk(isFull: boolean): void;
  /** Resolves with the signal or the code it ended with. */
  ended: Promise<string | number | null>;
  kill(): Promise<void>;
  /** Stops in order. */
  stop(): Promise<void>;
}

/** Starts the App in a process of its own; it ends with the test. @throws Error with what it said when it refuses */
export async function startAppChild(options: Omit<AppChildOptions, 'secret'>): Promise<AppChild> {
  const file = new URL('./app-child.ts', import.meta.url);
  const child: ChildProcess = fork(file, [JSON.stringify({ ...options, secret })], {
    stdio: ['ignore', 'inherit', options.isQuiet ? 'ignore' : 'inherit', 'ipc'],
    execArgv: ['--import', new URL('./full-disk.ts', import.meta.url).href],
  });
  const ended = new Promise<string | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  const [first] = (await Promise.race([
    once(child, 'message'),
    ended.then((end) => [{ refused: `it ended with ${end}` }]),
  ])) as [{ port: number } | { refused: string }];
  if ('refused' in first) throw new Error(first.refused);
  const ask = async (question: 'state'): Promise<AppState> => {
    child.send(question);
    const [answer] = (await once(child, 'message')) as [AppState];
    return answer;
  };
  return {
    pid: child.pid ?? 0,
    ended,
    kill,
    state: () => ask('state'),
    fillDisk: (isFull) => void child.send(isFull ? 'disk-full' : 'disk-free'),
    async send(event, payload, deliveryId) {
      const body = JSON.stringify(payload);
      try {
        const response = await fetch(`http://127.0.0.1:${first.port}${intakePath}`, {
          method: 'POST',
          headers: webhookHeaders(body, event, deliveryId),
          body,
        });
        await response.arrayBuffer();
        return response.status;
      } catch {
        return 0;
      }
    },
    async stop() {
      child.send('stop');
      await ended;
    },
  };
}
