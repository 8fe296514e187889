import picomatch from 'picomatch';
import { RE2JS } from 're2js';
import type { Exclusion } from '../../contract/manifest.ts';
import type { RepositoryFile } from '../../contract/repository-file.ts';
import type { Change } from '../sources/source.ts';

/** Decides one change; null keeps it. `paths` is undefined when they were not read. */
export type ExclusionRule = (change: Change, paths: readonly string[] | undefined) => Exclusion | null;

const fold = (name: string) => name.toLowerCase().replace(/\[bot\]$/, '');
const globOptions = { dot: true } as const;

/** True when a decision needs the changed paths of every change. */
export const rulesNeedPaths = (file: RepositoryFile): boolean =>
  file.excludes.paths.length > 0 || file.includes.paths.length > 0;

/** The rules of a repository file and the request as one function, most specific reason first. */
export function exclusionRules(file: RepositoryFile, ignoredPulls: readonly number[]): ExclusionRule {
  const { authors, labels, paths: excludedPaths, titles } = file.excludes;
  const ignored = new Set(ignoredPulls);
  const authorOf = new Map(authors.map((author) => [fold(author), author]));
  const labelSet = new Set(labels.map((label) => label.toLowerCase()));
  const patterns = titles.map((source) => ({ source, pattern: RE2JS.compile(source) }));
  const isExcludedPath = picomatch(excludedPaths, globOptions);
  const isIncludedPath = picomatch(file.includes.paths, globOptions);

  return (change, paths) => {
    if (change.number !== null && ignored.has(change.number)) {
      return { code: 'ignored_prs', detail: 'named in ignored_prs' };
    }
    const label = change.labels?.find((each) => labelSet.has(each.toLowerCase()));
    if (label !== undefined) return { code: 'label', detail: `label ${label}` };
    const author = [change.author.login, change.author.name].find((name) => name && authorOf.has(fold(name)));
    if (author) return { code: 'author', detail: `author rule ${authorOf.get(fold(author))}` };
    const title = patterns.find(({ pattern }) => pattern.matcher(change.title).find());
    if (title) return { code: 'title', detail: `title rule ${title.source}` };
    if (paths === undefined || paths.length === 0) return null;
    if (excludedPaths.length > 0 && paths.every((path) => isExcludedPath(path))) {
      return { code: 'path', detail: `changes only ${excludedPaths.join(', ')}` };
    }
    if (file.includes.paths.length > 0 && !paths.some((path) => isIncludedPath(path))) {
      return { code: 'outside_paths', detail: `touches none of ${file.includes.paths.join(', ')}` };
    }
    return null;
  };
}
