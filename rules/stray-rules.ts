import type { Notice } from '../contract/manifest.ts';
import { repositoryFilePath } from '../contract/repository-file-path.ts';

const likeRules = /^(?:\.github\/)?\.?zen[-_]?pulse\.(?:ya?ml|json)$/i;

/**
 * What to do about files that look like a repository's rules and are not read, a sentence each.
 * @param paths what lies in the top folder and in `.github`
 */
export function strayRules(paths: readonly string[]): string[] {
  const stray = paths.filter((path) => likeRules.test(path) && path !== repositoryFilePath).toSorted();
  return paths.includes(repositoryFilePath)
    ? stray.map(
        (path) => `${path} is not read beside ${repositoryFilePath}; delete it, or move its rules there.`,
      )
    : stray.map((path) => `${path} is not read; rename it to ${repositoryFilePath}.`);
}

/** Code of the notices on such files. */
export const rulesNotRead = 'rules_not_read';

/** The same as notices. @param key owner/name of the repository */
export const strayNotices = (key: string, paths: readonly string[]): Notice[] =>
  strayRules(paths).map((text) => ({ code: rulesNotRead, text: `${key}: ${text}`, audience: 'operators' }));
