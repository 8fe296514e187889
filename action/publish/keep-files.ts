import { join } from 'node:path';
import type { RunFile } from '../lineage/run-files.ts';
import type { Run } from '../runner-edges.ts';
import { type UploadedArtifact, uploadArtifact, writeFiles } from './upload-artifact.ts';

/** Files of a run on this machine and in its artifact. */
export interface KeptFiles extends UploadedArtifact {
  /** Of each file by its name. */
  paths: Map<string, string>;
}

/**
 * Writes a run's files where later steps find them, and stores them as its artifact.
 * @throws ZenPulseError `artifact_failed`
 */
export async function keepFiles(
  { id, context, retentionDays }: Run,
  files: readonly RunFile[],
): Promise<KeptFiles> {
  const folder = join(context.tempFolder, `zenpulse-${id}`);
  const paths = await writeFiles(folder, files);
  const name = `zenpulse-report-${context.attempt}-${id}`;
  return { paths, ...(await uploadArtifact(name, folder, [...paths.values()], retentionDays)) };
}
