import { readFileSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ServerTool } from '../../action/agent/tools/tool-server.ts';
import { tempFolder } from '../git/temp-folder.ts';

export interface Behaviour {
  /** File where it writes down what happened to it. */
  log: string;
  tools: ServerTool[];
  start?: 'hang' | 'exit';
  /** What a call comes to; `crash-once` in the first process only. */
  call?: 'hang' | 'crash' | 'crash-once';
  /** Set in every process but the first. */
  wasStarted?: boolean;
  /** Lines on stdout that are no messages, before every answer. */
  noise?: boolean;
  /** Bytes on stderr before every answer. */
  stderrBytes?: number;
  /** Has a process of its own, which holds its pipes. */
  hasChild?: boolean;
  ignoresSignals?: boolean;
  /** Goes on when its stdin has ended. */
  outlivesInput?: boolean;
  content?: { type: string; [field: string]: unknown }[];
  /** Length of a text added to every answer. */
  bytes?: number;
  isError?: boolean;
}

export interface Started {
  pid: number;
  child: number | null;
  args: string[];
  env: Record<string, string>;
}

export interface FakeServer {
  /** Path of the binary. */
  path: string;
  /** Processes started so far. */
  starts(): Promise<Started[]>;
  /** Parameters of the calls that reached it. */
  calls(): Promise<unknown[]>;
}

const text = { type: 'string' };

/** Tools as GitHub's server describes them, as far as they are used. */
export const fakeTools = (): ServerTool[] => [
  {
    name: 'pull_request_read',
    description: 'Get information on a specific pull request in GitHub repository.',
    inputSchema: {
      type: 'object',
      properties: {
        method: { type: 'string', enum: ['get', 'get_diff', 'get_status', 'get_files', 'get_commits'] },
        owner: text,
        repo: text,
        pullNumber: { type: 'number' },
        page: { type: 'number' },
        perPage: { type: 'number' },
      },
      required: ['method', 'owner', 'repo', 'pullNumber'],
    },
  },
  {
    name: 'get_commit',
    description: 'Get details for a commit from a GitHub repository',
    inputSchema: {
      type: 'object',
      properties: {
        owner: text,
        repo: text,
        sha: text,
        detail: { type: 'string', enum: ['none', 'stats', 'full_patch'] },
        perPage: { type: 'number' },
      },
      required: ['owner', 'repo', 'sha'],
    },
  },
];

async function eventsIn(log: string, wanted: string): Promise<unknown[]> {
  const lines = (await readFile(log, 'utf8')).split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as { event: string; data: unknown })
    .flatMap(({ event, data }) => (event === wanted ? [data] : []));
}

const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A binary in a folder of its own that behaves as asked. */
export async function fakeStdioServer(
  behaviour: Partial<Omit<Behaviour, 'log' | 'wasStarted'>> = {},
): Promise<FakeServer> {
  const folder = await tempFolder();
  const log = path.join(folder, 'log.jsonl');
  const binary = path.join(folder, 'server');
  const script = path.join(import.meta.dirname, 'fake-server.ts');
  const command = (wasStarted: boolean) =>
    [
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      script,
      JSON.stringify({ tools: fakeTools(), ...behaviour, log, wasStarted }),
    ]
      .map(quoted)
      .join(' ');
  await writeFile(log, '');
  await writeFile(
    binary,
    `#!/bin/sh\nif [ -s ${quoted(log)} ]; then exec ${command(true)} "$@"; else exec ${command(false)} "$@"; fi\n`,
  );
  await chmod(binary, 0o755);
  return {
    path: binary,
    starts: async () => (await eventsIn(log, 'start')) as Started[],
    calls: async () => eventsIn(log, 'call'),
  };
}

/** False once the process has ended, also where nobody has asked yet how. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    if (['ESRCH', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
