import { noRules } from '../contract/no-rules.generated.ts';
import { visibleText } from '../contract/reading/visible-text.ts';
import type { RepositoryFile } from '../contract/repository-file.ts';
import { exclusionRules, type RuleSubject } from './exclusion-rules.ts';
import { pathMatcher } from './linear-pattern.ts';

const noExcludes: RepositoryFile['excludes'] = { labels: [], authors: [], titles: [], paths: [] };

/** What a run looked at in one repository. */
export interface LookedAt {
  subjects: readonly RuleSubject[];
  /** Of all of them together. */
  paths: readonly string[];
  labelsKnown: boolean;
}

/**
 * The rules that matched nothing of what was looked at, each as `excludes.authors "renovate"`, in the order of the file.
 * A rule that matches beside another one counts as matching. The default labels are nobody's rules.
 */
export function unmatchedRules(
  { excludes, includes }: Pick<RepositoryFile, 'excludes' | 'includes'>,
  { subjects, paths, labelsKnown }: LookedAt,
): string[] {
  const leavesOutNothing = (field: 'labels' | 'authors' | 'titles') => (rule: string) => {
    const alone = exclusionRules(
      { ...noRules, excludes: { ...noExcludes, [field]: [rule] }, includes: { paths: [] } },
      [],
    );
    return subjects.every((subject) => alone(subject, undefined) === null);
  };
  const isNoPath = (rule: string) => !paths.some(pathMatcher([rule]));
  const labels = labelsKnown
    ? excludes.labels.filter((label) => !noRules.excludes.labels.includes(label))
    : [];
  const found = {
    'excludes.labels': labels.filter(leavesOutNothing('labels')),
    'excludes.authors': excludes.authors.filter(leavesOutNothing('authors')),
    'excludes.titles': excludes.titles.filter(leavesOutNothing('titles')),
    'excludes.paths': excludes.paths.filter(isNoPath),
    'includes.paths': includes.paths.filter(isNoPath),
  };
  return Object.entries(found).flatMap(([field, rules]) =>
    rules.map((rule) => `${field} "${visibleText(rule)}"`),
  );
}
