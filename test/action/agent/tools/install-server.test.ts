import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { installServer, type ToolCache } from '../../../../action/agent/tools/install-server.ts';
import { pinnedServer } from '../../../../action/agent/tools/pinned-server.ts';
import { tempFolder } from '../../../git/temp-folder.ts';

const file = 'server.tar.gz';
const archive = 'the archive';
const sha256 = createHash('sha256').update(archive).digest('hex');

/** The runner's tool cache over a folder, and what was asked of it. */
async function fakeCache(downloaded = archive) {
  const folder = await tempFolder();
  const steps: string[] = [];
  let isKept = false;
  const cache: ToolCache = {
    find: () => (isKept ? folder : ''),
    async downloadTool(url) {
      steps.push(`download ${url}`);
      const target = path.join(folder, 'download');
      await writeFile(target, downloaded);
      return target;
    },
    async cacheFile(source, name) {
      steps.push(`keep ${name}`);
      await writeFile(path.join(folder, name), await readFile(source));
      isKept = true;
      return folder;
    },
    async extractTar(_, into) {
      steps.push('extract');
      return into;
    },
    extractZip: async (_, into) => into,
  };
  const edges = { cache, tempFolder: folder, platform: 'linux', arch: 'x64' };
  const pinned = { ...pinnedServer, archives: { 'linux-x64': { file, sha256 } } };
  return { folder, steps, install: () => installServer(edges, pinned) };
}

test('the archive is checked, kept, and only then unpacked; the next time nothing is loaded', async () => {
  const { steps, install } = await fakeCache();
  const [first, second] = [await install(), await install()];

  expect(steps).toEqual([
    'download https://github.com/github/github-mcp-server/releases/download/v1.12.1/server.tar.gz',
    'keep server.tar.gz',
    'extract',
    'extract',
  ]);
  expect([first, second].map((binary) => path.basename(binary))).toEqual(Array(2).fill('github-mcp-server'));
  expect(first).not.toBe(second);
});

test('another archive is neither kept nor unpacked', async () => {
  const { steps, install } = await fakeCache('another archive');
  await expect(install()).rejects.toThrow(
    /server\.tar\.gz has the SHA-256 [0-9a-f]{64}, pinned is [0-9a-f]{64}$/,
  );
  expect(steps).toHaveLength(1);
});

test('an archive that was changed in the cache is not unpacked', async () => {
  const { folder, steps, install } = await fakeCache();
  await install();
  await writeFile(path.join(folder, file), 'another archive');
  await expect(install()).rejects.toThrow(/SHA-256/);
  expect(steps.filter((step) => step === 'extract')).toHaveLength(1);
});

test('a platform without a release is named', async () => {
  const { cache } = { cache: {} as ToolCache };
  await expect(installServer({ cache, tempFolder: '', platform: 'aix', arch: 'ppc64' })).rejects.toThrow(
    'there is no release of github-mcp-server 1.12.1 for aix on ppc64',
  );
});

test('every pinned checksum is one', () => {
  const { archives } = pinnedServer;
  expect(Object.values(archives).map(({ sha256: sum }) => /^[0-9a-f]{64}$/.test(sum))).toEqual(
    Array(5).fill(true),
  );
});
