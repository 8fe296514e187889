import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createGitSource, type GitSourceEdges } from '../action/sources/git.ts';
import type { Source } from '../action/sources/source.ts';
import { repositoryKey } from '../contract/primitives.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new ZenPulseError('file_unreadable', { path, cause: message }, { cause: error });
  }
}

async function openSource(given: string, folder: string, edges: GitSourceEdges): Promise<Source> {
  const path = resolve(folder, given);
  if (repositoryKey.safeParse(given).success && !given.startsWith('.') && !(await exists(path))) {
    throw new ZenPulseError('not_in_this_version', {
      what: `Reading ${given} from GitHub`,
      instead: `Clone it and give the clone's path; if you meant a folder, there is none at "${path}".`,
    });
  }
  return createGitSource(path, edges);
}

/**
 * Opens every repository of a request.
 * @throws ZenPulseError for a path that is no usable clone, and `repository_twice` for two with the same key
 */
export async function openSources(
  given: readonly string[],
  folder: string,
  edges: GitSourceEdges,
): Promise<Source[]> {
  const sources = await Promise.all(given.map((each) => openSource(each, folder, edges)));
  for (const { key } of sources) {
    const paths = given.filter((_, at) => sources[at]?.key === key);
    if (paths.length > 1) throw new ZenPulseError('repository_twice', { key, paths });
  }
  return sources;
}
