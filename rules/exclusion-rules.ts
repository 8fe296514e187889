import type { Exclusion } from '../contract/manifest.ts';
import { foldedText } from '../contract/reading/folded-text.ts';
import { visibleText } from '../contract/reading/visible-text.ts';
import type { RepositoryFile } from '../contract/repository-file.ts';
import { authorRule } from './author-rule.ts';
import { pathMatcher } from './linear-pattern.ts';
import { titleRule } from './title-rule.ts';

/** What a rule looks at of a pull request or a commit. */
export interface RuleSubject {
  /** Null for a commit that came without a pull request. */
  number: number | null;
  title: string;
  author: { login: string | null; name: string | null };
  /** Null: not known. */
  labels: readonly string[] | null;
}

/** Decides one change; null keeps it. `paths` is undefined when they were not read. */
export type ExclusionRule = (change: RuleSubject, paths: readonly string[] | undefined) => Exclusion | null;

/** Rules and labels are untrusted text, and a reason is read in terminals. */
const because = (code: Exclusion['code'], detail: string): Exclusion => ({
  code,
  detail: visibleText(detail),
});

/** The rules of a repository file and the request as one function, most specific reason first. */
export function exclusionRules(file: RepositoryFile, ignoredPulls: readonly number[]): ExclusionRule {
  const { authors, labels, paths: excludedPaths, titles } = file.excludes;
  const ignored = new Set(ignoredPulls);
  const authorRuleOf = authorRule(authors);
  const labelSet = new Set(labels.map(foldedText));
  const titleRuleOf = titleRule(titles);
  const isExcludedPath = pathMatcher(excludedPaths);
  const isIncludedPath = pathMatcher(file.includes.paths);

  return (change, paths) => {
    if (change.number !== null && ignored.has(change.number)) {
      return because('ignored_prs', 'named in ignored_prs');
    }
    const label = change.labels?.find((each) => labelSet.has(foldedText(each)));
    if (label !== undefined) return because('label', `label ${label}`);
    const author = authorRuleOf(change.author);
    if (author !== undefined) return because('author', `author rule ${author}`);
    const title = titleRuleOf(change.title);
    if (title !== undefined) return because('title', `title rule ${title}`);
    if (paths === undefined || paths.length === 0) return null;
    if (excludedPaths.length > 0 && paths.every((path) => isExcludedPath(path))) {
      return because('path', `changes only ${excludedPaths.join(', ')}`);
    }
    if (file.includes.paths.length > 0 && !paths.some((path) => isIncludedPath(path))) {
      return because('outside_paths', `touches none of ${file.includes.paths.join(', ')}`);
    }
    return null;
  };
}
