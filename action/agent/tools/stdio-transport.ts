import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  deserializeMessage,
  type JSONRPCMessage,
  serializeMessage,
  type Transport,
} from '@modelcontextprotocol/client';
import { lineReader } from './line-reader.ts';

export interface ChildCommand {
  command: string;
  args: readonly string[];
  /** All that the child gets to see of the environment. */
  environment: Readonly<Record<string, string>>;
}

/** Largest line of stdout; an answer beyond it ends the server. */
const maxLineBytes = 32 * 1024 * 1024;
/** How much of stderr is kept, from its end. */
const stderrKept = 2_000;
/** What a child gets to end by itself, each time it is asked. */
const graceMs = 500;

const isWindows = process.platform === 'win32';

/** Ends a process with all its children. Posix: the child leads a group of its own. */
function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * MCP over a child's stdin and stdout. The SDK's own transport ends only the child itself, gives it more of the
 * environment, and lets it fill this process's stderr.
 */
export interface StdioTransport extends Transport {
  /** The end of what it wrote to stderr; untrusted. */
  stderr(): string;
}

export function createStdioTransport({ command, args, environment }: ChildCommand): StdioTransport {
  let child: ChildProcess | null = null;
  let errorTail = '';
  let hasExited: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const closed = () => {
    if (isClosed) return;
    isClosed = true;
    transport.onclose?.();
  };

  const readLine = (line: string) => {
    if (line.trim() === '') return;
    let message: JSONRPCMessage;
    try {
      message = deserializeMessage(line);
    } catch (error) {
      // Noise between the messages: told, and passed over.
      transport.onerror?.(error as Error);
      return;
    }
    transport.onmessage?.(message);
  };

  const transport: StdioTransport = {
    stderr: () => errorTail,

    start: () =>
      new Promise((resolve, reject) => {
        const started = spawn(command, args, {
          env: environment,
          stdio: 'pipe',
          detached: !isWindows,
          windowsHide: true,
        });
        child = started;
        hasExited = new Promise((exited) => {
          started.once('exit', exited);
          started.once('error', exited);
        });
        started.once('spawn', resolve);
        started.on('error', (error) => {
          reject(error);
          transport.onerror?.(error);
          closed();
        });
        // `exit`, not `close`: a grandchild that holds the pipes must not make a crash look like a hang.
        started.once('exit', () => {
          signalTree(started, 'SIGKILL');
          setImmediate(closed);
        });
        started.stdin.on('error', (error) => transport.onerror?.(error));
        started.stderr.setEncoding('utf8').on('data', (text: string) => {
          errorTail = (errorTail + text).slice(-stderrKept);
        });
        const reader = lineReader(maxLineBytes, readLine);
        started.stdout.on('data', (chunk: Buffer) => {
          if (reader(chunk)) return;
          transport.onerror?.(new Error(`a line of more than ${maxLineBytes} bytes`));
          void transport.close();
        });
      }),

    async send(message) {
      const input = child?.stdin;
      if (!input || isClosed) throw new Error('The server is not running.');
      if (!input.write(serializeMessage(message))) {
        await Promise.race([new Promise((drained) => input.once('drain', drained)), hasExited]);
      }
    },

    async close() {
      const ending = child;
      child = null;
      if (ending) {
        ending.stdin?.end();
        const hasEnded = () => ending.exitCode !== null || ending.signalCode !== null;
        for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
          await Promise.race([hasExited, sleep(graceMs)]);
          if (hasEnded()) break;
          signalTree(ending, signal);
        }
        await Promise.race([hasExited, sleep(graceMs)]);
        // Children of its own may have outlived it.
        signalTree(ending, 'SIGKILL');
        for (const stream of [ending.stdin, ending.stdout, ending.stderr]) stream?.destroy();
      }
      closed();
    },
  };
  return transport;
}
