import type { Notice } from '../../contract/manifest.ts';
import { noRules } from '../../contract/no-rules.generated.ts';
import type { RuleSubject } from '../../rules/exclusion-rules.ts';
import type { Surveyed } from './survey.ts';

/** Names in one notice; the rest are counted. */
const shownNames = 20;

const listed = (names: readonly string[]) =>
  names.length > shownNames
    ? `${names.slice(0, shownNames).join(', ')} and ${names.length - shownNames} more`
    : names.join(', ');

const forOperators = (code: string, text: string): Notice => ({ code, text, audience: 'operators' });

function ignoredElsewhere({ source, query }: Surveyed, subjects: readonly RuleSubject[]): Notice[] {
  const seen = new Set(subjects.map(({ number }) => number));
  const absent = [...new Set(query.ignoredPulls)].filter((number) => !seen.has(number));
  if (absent.length === 0) return [];
  const names = listed(absent.map((number) => `#${number}`));
  return [
    forOperators('ignored_pull_not_found', `${source.key}: ignored_prs names ${names}, not in this window.`),
  ];
}

function labelsUnknown({ source, reading, ownFile: { excludes, report } }: Surveyed): Notice[] {
  if (reading.repository.labels_known) return [];
  const isOwn = excludes.labels.some((label) => !noRules.excludes.labels.includes(label));
  const fields = [
    ...(isOwn ? ['excludes.labels'] : []),
    ...(report.sections.length > 0 ? ['report.sections'] : []),
  ];
  if (fields.length === 0) return [];
  const verb = fields.length === 1 ? 'was' : 'were';
  const text = `${source.key}: git knows no labels, so ${fields.join(' and ')} ${verb} not applied.`;
  return [forOperators('labels_unknown', text)];
}

// Patterns take long to load: only rules of its own make a repository load them.
async function withoutMatch(
  { source, reading, ownFile }: Surveyed,
  subjects: readonly RuleSubject[],
  paths: readonly string[],
): Promise<Notice[]> {
  if (ownFile === noRules || subjects.length === 0) return [];
  const { unmatchedRules } = await import('../../rules/unmatched-rules.ts');
  const labelsKnown = reading.repository.labels_known;
  const rules = unmatchedRules(ownFile, { subjects, paths, labelsKnown });
  if (rules.length === 0) return [];
  return [forOperators('rules_unmatched', `${source.key}: nothing in this window matched ${listed(rules)}.`)];
}

/**
 * What whoever keeps the rules should know of how they did in a run. An organisation's rules are for many repositories,
 * so of those nothing is said.
 * @param subjects what was looked at, open pull requests too
 * @param paths their changed paths, as far as they were read
 */
export const ruleNotices = async (
  surveyed: Surveyed,
  subjects: readonly RuleSubject[],
  paths: readonly string[],
): Promise<Notice[]> => [
  ...ignoredElsewhere(surveyed, subjects),
  ...labelsUnknown(surveyed),
  ...(await withoutMatch(surveyed, subjects, paths)),
];
