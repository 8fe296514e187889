import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../../scripts/lint-workflows/run-command.ts';

export interface GoProgram {
  /** Name of the program, and of the module's last part. */
  tool: string;
  module: string;
  /** Without the `v`. */
  version: string;
  /** Folder of its builds in the cache. */
  cache: string;
}

const cacheHome = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');

/** What go says when it cannot get a module; anything else is a fault of ours. */
const unreachable = /403 Forbidden|404 Not Found|410 Gone|no such host|dial tcp|i\/o timeout|TLS handshake/;

/** A program in its pinned version, built once into a folder that is kept; or why it cannot be had. */
export async function goBinary({
  tool,
  module,
  version,
  cache,
}: GoProgram): Promise<{ path: string } | { skipped: string }> {
  const folder = path.join(cacheHome, 'zenpulse', cache, version);
  const binary = path.join(folder, tool);
  if ((await runCommand(binary, ['--version'])).code === 0) return { path: binary };
  if ((await runCommand('go', ['version'])).code !== 0) return { skipped: 'Go is not installed' };
  await mkdir(folder, { recursive: true });
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '' };
  const { code, output } = await runCommand('go', ['install', `${module}@v${version}`], { env });
  if (code === 0) return { path: binary };
  if (!unreachable.test(output)) throw new Error(`go install of ${module} failed (${code}):\n${output}`);
  return {
    skipped: `go cannot get ${module}@v${version} here (${output.trim().split('\n').at(-1)?.trim()})`,
  };
}
