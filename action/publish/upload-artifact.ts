import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { RunFile } from '../lineage/run-files.ts';

/** An uploaded artifact: its id hands it on, its digest is that of the archive, as `sha256:…`. */
export interface UploadedArtifact {
  id: string;
  digest: string;
}

/** Writes a run's files to a folder. @returns the path of each by its name */
export async function writeFiles(folder: string, files: readonly RunFile[]): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true });
  const paths = new Map(files.map(({ name }) => [name, join(folder, name)]));
  await Promise.all(files.map(({ name, content }) => writeFile(join(folder, name), content)));
  return paths;
}

/** The client of the storage throws some answers without a word. */
const statusOf = (error: Error) =>
  'statusCode' in error ? `the storage answered ${String(error.statusCode)}` : error.name;

/**
 * Stores files as a workflow artifact.
 * @param name unique in the run, attempts included: artifacts cannot be replaced
 * @throws ZenPulseError `artifact_failed`
 */
export async function uploadArtifact(
  name: string,
  folder: string,
  paths: readonly string[],
  retentionDays: number | undefined,
): Promise<UploadedArtifact> {
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const options = retentionDays === undefined ? {} : { retentionDays };
    const { id, digest } = await new DefaultArtifactClient().uploadArtifact(
      name,
      [...paths],
      folder,
      options,
    );
    if (id === undefined || digest === undefined) throw new Error('the service gave no id or no digest');
    return { id: String(id), digest: `sha256:${digest}` };
  } catch (error) {
    const cause = error instanceof Error ? error.message || statusOf(error) : String(error);
    throw new ZenPulseError('artifact_failed', { cause }, { cause: error });
  }
}
