import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { type Mailmap, noMailmap } from './people.ts';

/** Runs git in one repository. Output is decoded as UTF-8, bad bytes becoming U+FFFD. */
export interface Git {
  path: string;
  /** What `%aN` and `%aE` print follows it, and nothing else on this machine. */
  mailmap: Mailmap;
  /** All of stdout. @throws ZenPulseError `git_failed` and its kin */
  text(args: readonly string[], input?: string): Promise<string>;
  /** The first characters of stdout; git is ended once there are enough. The same errors. */
  textUpTo(
    args: readonly string[],
    most: number,
    input?: string,
  ): Promise<{ text: string; isWhole: boolean }>;
  /** Stdout cut at NUL bytes as it arrives, without the last cut; the same errors. */
  fields(args: readonly string[], input?: string): AsyncIterable<string>;
  /** The same git, whose commands a signal ends. Without a signal, as it is. */
  until(signal: AbortSignal | undefined): Git;
  /** The same git, which names people as a `.mailmap` does. */
  namedBy(mailmap: Mailmap): Git;
}

/**
 * Settings that would change what is read or how it prints, or reach a network: a partial clone must fail with a
 * clear error rather than fetch.
 */
const settings = [
  'core.quotePath=false',
  'core.fsmonitor=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.showSignature=false',
  'log.showRoot=true',
  'color.ui=false',
].flatMap((setting) => ['-c', setting]);

/** Replaced and grafted parents would tell another history than GitHub's, in one clone and not in the next. */
const shielded = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: devNull,
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** Variables that would point git at another repository than the one asked for, as inside a git hook. */
const misleading = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_SHALLOW_FILE',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
];

const mailmapSettings = ({ blob }: Mailmap) => ['-c', 'mailmap.file=', '-c', `mailmap.blob=${blob}`];

const maxStderr = 2_000;

function failure(path: string, args: readonly string[], status: string, stderr: string): ZenPulseError {
  if (/dubious ownership/.test(stderr)) return new ZenPulseError('repository_owner', { path });
  if (/alternate object path|objects\/info\/alternates/.test(stderr))
    return new ZenPulseError('repository_alternates', { path });
  if (/not a git repository/i.test(stderr)) return new ZenPulseError('repository_not_git', { path });
  if (
    /promisor|lazy fetch|transport '.*' not allowed|unable to read tree|missing (?:blob|tree)/i.test(stderr)
  ) {
    return new ZenPulseError('repository_partial', { path });
  }
  return new ZenPulseError('git_failed', {
    command: args.join(' ').slice(0, 200),
    status,
    stderr: stderr.trim(),
  });
}

interface GitOptions {
  /** The repository's own folder, once it is known and checked. Without it git looks for the repository from `path`. */
  folder?: string | undefined;
  mailmap?: Mailmap;
  /** Ends every command. */
  signal?: AbortSignal | undefined;
}

/** @param environment what git inherits; variables that point at another repository are dropped */
export function createGit(path: string, environment: NodeJS.ProcessEnv, options: GitOptions = {}): Git {
  const { folder, mailmap = noMailmap, signal } = options;
  const inherited = Object.entries(environment).filter(([name]) => !misleading.includes(name));
  const env = {
    ...Object.fromEntries(inherited),
    ...shielded,
    ...(folder !== undefined && { GIT_DIR: folder }),
  };
  // In the folder of the repository itself git finds no `.mailmap` of a checkout.
  const place = ['--no-pager', '-C', folder ?? path, ...settings, ...mailmapSettings(mailmap)];

  async function* chunks(args: readonly string[], input: string): AsyncIterable<string> {
    const child = spawn('git', [...place, ...args], {
      env,
      stdio: 'pipe',
      ...(signal && { signal }),
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < maxStderr) stderr += text;
    });
    // A failed start is a value until someone waits for it: a rejection nobody awaits yet would end the process.
    const ended = new Promise<string | Error>((resolve) => {
      child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
      child.on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ENOENT' ? new ZenPulseError('git_missing', {}, { cause: error }) : error),
      );
    });
    // git may leave before it has read its input, as when an argument is refused: its exit code says why.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') stderr += error.message;
    });
    child.stdin.end(input);
    try {
      for await (const chunk of child.stdout.setEncoding('utf8')) yield chunk as string;
      const status = await ended;
      signal?.throwIfAborted();
      if (status instanceof Error) throw status;
      if (status !== 'exit code 0') throw failure(path, args, status, stderr);
    } finally {
      child.kill();
    }
  }

  return {
    path,
    mailmap,
    until: (ending) => createGit(path, environment, { ...options, signal: ending }),
    namedBy: (named) => createGit(path, environment, { ...options, mailmap: named }),
    async text(args, input = '') {
      const parts: string[] = [];
      for await (const chunk of chunks(args, input)) parts.push(chunk);
      return parts.join('');
    },
    async textUpTo(args, most, input = '') {
      let text = '';
      for await (const chunk of chunks(args, input)) {
        text += chunk;
        if (text.length > most) return { text: text.slice(0, most), isWhole: false };
      }
      return { text, isWhole: true };
    },
    async *fields(args, input = '') {
      let rest = '';
      for await (const chunk of chunks(args, input)) {
        const cut = (rest + chunk).split('\0');
        rest = cut.pop() ?? '';
        yield* cut;
      }
    },
  };
}
