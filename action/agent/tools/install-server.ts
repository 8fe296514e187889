import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PinnedServer, pinnedServer } from './pinned-server.ts';

/** What `@actions/tool-cache` does here. */
export interface ToolCache {
  find(tool: string, version: string, arch?: string): string;
  downloadTool(url: string): Promise<string>;
  cacheFile(source: string, name: string, tool: string, version: string, arch?: string): Promise<string>;
  extractTar(file: string, folder: string): Promise<string>;
  extractZip(file: string, folder: string): Promise<string>;
}

export interface InstallEdges {
  cache: ToolCache;
  /** Folder for what lives as long as the job. */
  tempFolder: string;
  /** Of Node.js: `linux`, `x64`. */
  platform: string;
  arch: string;
}

const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

/**
 * The pinned server's binary. The archive is kept in the runner's tool cache and checked before each extraction, so
 * neither a changed download nor a changed cache is run.
 * @returns path of the binary, in a folder of its own
 * @throws Error for a platform without a release, a failed download or a wrong checksum
 */
export async function installServer(
  { cache, tempFolder, platform, arch }: InstallEdges,
  { tool, version, releases, archives }: PinnedServer = pinnedServer,
): Promise<string> {
  const archive = archives[`${platform}-${arch}`];
  if (!archive) throw new Error(`there is no release of ${tool} ${version} for ${platform} on ${arch}`);
  const { file, sha256: expected } = archive;
  const cached = cache.find(tool, version, arch);
  const path =
    cached === '' ? await cache.downloadTool(`${releases}/v${version}/${file}`) : join(cached, file);
  const found = await sha256(path);
  if (found !== expected) throw new Error(`${file} has the SHA-256 ${found}, pinned is ${expected}`);
  if (cached === '') await cache.cacheFile(path, file, tool, version, arch);
  const folder = await mkdtemp(join(tempFolder, 'mcp-server-'));
  await (file.endsWith('.zip') ? cache.extractZip(path, folder) : cache.extractTar(path, folder));
  return join(folder, platform === 'win32' ? `${tool}.exe` : tool);
}
