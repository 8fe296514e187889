import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Makes an empty temporary folder that is removed when the running test ends, passed or failed.
 * Returns its real path: on macOS the temporary folder is a link and git answers with the real one.
 * Throws outside a test; in `beforeAll` use {@link makeTempFolder} and remove it in `afterAll`.
 */
export async function tempFolder(): Promise<string> {
  const folder = await makeTempFolder();
  onTestFinished(folder.remove);
  return folder.path;
}

/** Makes an empty temporary folder that lives until `remove` is called. */
export async function makeTempFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'zenpulse-test-')));
  // Windows and git's background work may hold a file for a moment: rm tries again.
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  return { path, remove };
}
