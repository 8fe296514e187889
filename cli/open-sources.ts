import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGitSource } from '../action/sources/git.ts';
import { createGitHubSource } from '../action/sources/github.ts';
import { toolkitFetch } from '../action/sources/github/toolkit-fetch.ts';
import type { Source } from '../action/sources/source.ts';
import { repositoryKey } from '../contract/primitives.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { Io } from './io.ts';

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

/** GitHub as the environment names it: `GITHUB_API_URL` and `GITHUB_GRAPHQL_URL` for an Enterprise Server. */
function openGitHub(key: string, { environment, clock }: Io): Source {
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
  if (!token) throw new ZenPulseError('github_token_missing', { repository: key });
  const apiUrl = environment['GITHUB_API_URL'] || 'https://api.github.com';
  const address = { apiUrl, graphqlUrl: environment['GITHUB_GRAPHQL_URL'] || `${apiUrl}/graphql` };
  return createGitHubSource(key, address, {
    fetch: toolkitFetch,
    clock,
    sleep: (ms) => sleep(ms),
    random: Math.random,
    token: async () => token,
  });
}

async function openSource(given: string, io: Io, onProgress: (message: string) => void): Promise<Source> {
  const path = resolve(io.folder, given);
  const isKey = repositoryKey.safeParse(given).success && !given.startsWith('.');
  return isKey && !(await exists(path))
    ? openGitHub(given, io)
    : createGitSource(path, { environment: io.environment, onProgress });
}

/**
 * Opens every repository of a request: a folder that exists is a clone, else owner/name is one on GitHub.
 * @throws ZenPulseError for a path that is no usable clone, `github_token_missing`, and `repository_twice` for two
 *   with the same key
 */
export async function openSources(
  given: readonly string[],
  io: Io,
  onProgress: (message: string) => void,
): Promise<Source[]> {
  const sources = await Promise.all(given.map((each) => openSource(each, io, onProgress)));
  for (const { key } of sources) {
    const paths = given.filter((_, at) => sources[at]?.key === key);
    if (paths.length > 1) throw new ZenPulseError('repository_twice', { key, paths });
  }
  return sources;
}
