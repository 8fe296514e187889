import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

/** Bytes of one file; a report with its trace stays far below. */
const maxFileBytes = 128 * 1024 * 1024;

/**
 * Fetches an artifact of this run, of whatever attempt, by its id: its name says nothing that can be relied on.
 * @param digest of the archive, as `sha256:…`
 * @param folder fresh
 * @returns the bytes of each file by its name
 * @throws ZenPulseError `artifact_unavailable` · `artifact_altered` when it has another digest or holds what no report has
 */
export async function fetchArtifact(
  id: string,
  digest: string,
  folder: string,
): Promise<Map<string, Buffer>> {
  await download(id, digest, folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile())
      throw new ZenPulseError('artifact_altered', { what: 'it holds more than plain files' });
    const path = join(folder, entry.name);
    if ((await stat(path)).size > maxFileBytes)
      throw new ZenPulseError('artifact_altered', { what: `a file is larger than ${maxFileBytes} bytes` });
    files.set(entry.name, await readFile(path));
  }
  return files;
}

async function download(id: string, digest: string, folder: string): Promise<void> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const { digestMismatch } = await client
    .downloadArtifact(Number(id), { path: folder, expectedHash: digest })
    .catch((error: unknown) => {
      const cause = error instanceof Error ? error.message : String(error);
      throw new ZenPulseError('artifact_unavailable', { id, cause }, { cause: error });
    });
  if (digestMismatch === true)
    throw new ZenPulseError('artifact_altered', { what: `its digest is not ${digest}` });
}
