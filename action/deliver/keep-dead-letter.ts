import { join } from 'node:path';
import type { DeadLetter } from '../../contract/dead-letter.ts';
import { canonicalJson } from '../lineage/canonical-json.ts';
import { uploadArtifact, writeFiles } from '../publish/upload-artifact.ts';
import { artifactUrl, type RunContext } from '../run-context.ts';

/**
 * Stores a callback that did not arrive as an artifact of its own.
 * @param id unique in the attempt of the run
 * @returns web address of the artifact
 * @throws ZenPulseError `artifact_failed`
 */
export async function keepDeadLetter(
  letter: DeadLetter,
  id: string,
  context: RunContext,
  retentionDays: number | undefined,
): Promise<string> {
  const folder = join(context.tempFolder, `zenpulse-dead-letter-${id}`);
  const paths = await writeFiles(folder, [{ name: 'dead-letter.json', content: canonicalJson(letter) }]);
  const name = `zenpulse-dead-letter-${context.attempt}-${id}`;
  return artifactUrl(context, await uploadArtifact(name, folder, [...paths.values()], retentionDays));
}
