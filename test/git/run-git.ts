import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** Largest output a test may read from git, in bytes: a log of 20,000 commits with bodies is about 10 MB. */
const maxOutputBytes = 256 * 1024 * 1024;

/**
 * The environment git runs in: nothing of the user's configuration and none of the parent's `GIT_*`
 * variables.
 * A test started from a git hook inherits `GIT_DIR`, and every command would then work on the wrong
 * repository.
 */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Grace Hopper',
  GIT_AUTHOR_EMAIL: 'grace@example.com',
  GIT_COMMITTER_NAME: 'Grace Hopper',
  GIT_COMMITTER_EMAIL: 'grace@example.com',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Runs git in `folder` with a clean environment and a fixed identity.
 * Returns standard output without its last newline.
 * Throws an error with the command and git's own words when git exits with anything but 0.
 */
export async function runGit(folder: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await execFileAsync('git', [...args], {
      cwd: folder,
      env: gitEnvironment,
      maxBuffer: maxOutputBytes,
    });
    return stdout.replace(/\n$/, '');
  } catch (error) {
    throw new Error(`git ${args.join(' ')} failed in ${folder}: ${stderrOf(error)}`, { cause: error });
  }
}

function stderrOf(error: unknown): string {
  if (
    error instanceof Error &&
    'stderr' in error &&
    typeof error.stderr === 'string' &&
    error.stderr !== ''
  ) {
    return error.stderr.trim();
  }
  return String(error);
}
