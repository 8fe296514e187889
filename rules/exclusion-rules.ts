import type { Exclusion } from '../contract/manifest.ts';
import { foldedText } from '../contract/reading/folded-text.ts';
import { unwrapReverts } from '../contract/reading/revert-title.ts';
import { seenText, visibleText, withoutHiddenCodePoints } from '../contract/reading/visible-text.ts';
import type { RepositoryFile } from '../contract/repository-file.ts';
import { authorRule } from './author-rule.ts';
import { globMatcher, type Matches, regexMatcher } from './linear-pattern.ts';

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

/**
 * Whether an expression matches what readers see of a title, as it is or with compatible characters (full width,
 * ligatures) as one; of a revert also what it takes back, for reports show it by that.
 */
function titleRule(source: string): Matches {
  // Pasted with a mark that nobody sees, it still means what is seen.
  const pattern = withoutHiddenCodePoints(source).normalize('NFC');
  if (pattern === '') return () => false;
  const matches = regexMatcher(pattern);
  return (title) => {
    const seen = seenText(title);
    return [seen, unwrapReverts(seen).subject].some(
      (text) => matches(text.normalize('NFC')) || matches(seenText(text.normalize('NFKC'))),
    );
  };
}

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
  const patterns = titles.map((source) => ({ source, matches: titleRule(source) }));
  const isExcludedPath = globMatcher(excludedPaths);
  const isIncludedPath = globMatcher(file.includes.paths);

  return (change, paths) => {
    if (change.number !== null && ignored.has(change.number)) {
      return because('ignored_prs', 'named in ignored_prs');
    }
    const label = change.labels?.find((each) => labelSet.has(foldedText(each)));
    if (label !== undefined) return because('label', `label ${label}`);
    const author = authorRuleOf(change.author);
    if (author !== undefined) return because('author', `author rule ${author}`);
    const title = patterns.find(({ matches }) => matches(change.title));
    if (title) return because('title', `title rule ${title.source}`);
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
