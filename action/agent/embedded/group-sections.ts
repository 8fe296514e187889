import {
  type ChangeKind,
  changeKinds,
  type Manifest,
  type PullRequestEntry,
} from '../../../contract/manifest.ts';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { foldedText } from '../../../contract/reading/folded-text.ts';
import type { ReportItem, ReportSection } from '../../../contract/report.ts';
import { capitalise, countOf } from '../../report/words.ts';
import type { Wishes } from '../writer.ts';

const titleOfKind: Readonly<Record<ChangeKind, string>> = {
  breaking: 'Breaking changes',
  feature: 'Features',
  fix: 'Fixes',
  performance: 'Performance',
  docs: 'Documentation',
  maintenance: 'Maintenance',
  reverted: 'Reverted',
  other: 'Other changes',
};

/** From so many on, dependency updates share one line. */
const foldedFrom = 3;

const updateWords = /^(?:bump|update|upgrade|pin)\b.*\b(?:to|from)\s+v?\d/i;

/** Told by the title alone: bots also open pull requests that are not dependency updates. */
function isDependencyUpdate({ kind, title }: PullRequestEntry): boolean {
  if (kind !== 'maintenance' || title === null) return false;
  const conventional = conventionalTitle(title);
  return (
    /^deps(?:-dev)?$/.test(conventional?.scope ?? '') || updateWords.test(conventional?.subject ?? title)
  );
}

function itemsOf(pulls: readonly PullRequestEntry[]): ReportItem[] {
  const updates = pulls.filter(isDependencyUpdate);
  const folds = updates.length >= foldedFrom;
  const own = folds ? pulls.filter((pull) => !isDependencyUpdate(pull)) : pulls;
  const items: ReportItem[] = own.map(({ key }) => ({ text: null, pull_requests: [key] }));
  if (folds) {
    items.push({
      text: capitalise(countOf(updates.length, 'dependency update')),
      pull_requests: updates.map(({ key }) => key),
    });
  }
  return items;
}

const hasLabel = (pull: PullRequestEntry, labels: readonly string[]) =>
  pull.labels?.some((label) => labels.some((wanted) => foldedText(wanted) === foldedText(label))) ?? false;

/** Sections by label as wished for, then by kind; each pull request in the first that takes it. */
export function groupSections(manifest: Manifest, wished: Wishes['sections']): ReportSection[] {
  let rest = manifest.pull_requests.filter(({ decision }) => decision === 'included');
  const take = (title: string, wants: (pull: PullRequestEntry) => boolean): ReportSection => {
    const taken = rest.filter(wants);
    rest = rest.filter((pull) => !wants(pull));
    return { title, items: itemsOf(taken) };
  };
  return [
    ...wished.map(({ title, labels }) => take(title, (pull) => hasLabel(pull, labels))),
    ...changeKinds.map((kind) => take(titleOfKind[kind], (pull) => pull.kind === kind)),
  ].filter(({ items }) => items.length > 0);
}
