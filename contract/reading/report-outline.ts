import type { CallbackPayload } from '../callback-payload.ts';
import type { DirectPushEntry, Manifest, PullRequestEntry } from '../manifest.ts';
import type { Report, ReportItem } from '../report.ts';
import type { OutlineItem, OutlineSection, ReportOutline } from '../outline.ts';
import { displayTitle } from './display-title.ts';
import { visibleText } from './visible-text.ts';
import { formatTimeframe } from './format-timeframe.ts';
import { isWarning, warningsOf } from './notices.ts';

export type Timeframe = NonNullable<CallbackPayload['results']>['timeframe'];

/** Direct pushes shown by name; the manifest holds them all. */
export const shownPushes = 20;

const counted = (count: number, singular: string, plural = `${singular}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;

const unique = <Value>(values: readonly Value[]) => [...new Set(values)];

/** Names as they show; one that shows nothing is none. */
const authorsOf = (authors: readonly (string | null)[]) =>
  unique(authors.flatMap((author) => visibleText(author ?? '') || []));

interface View {
  pulls: ReadonlyMap<string, PullRequestEntry>;
  isSingle: boolean;
}

function itemOf(view: View, { text, pull_requests: keys }: ReportItem): OutlineItem {
  const pulls = keys.flatMap((key) => view.pulls.get(key) ?? []);
  const title = pulls[0]?.title ?? null;
  return {
    text: text ?? (displayTitle(title ?? '') || '(no title)'),
    references: pulls.map(({ key, number, url }) => ({ label: view.isSingle ? `#${number}` : key, url })),
    authors: authorsOf(pulls.map(({ author }) => author)),
  };
}

function pushItem(
  { commit, title, author, url, repository }: DirectPushEntry,
  isSingle: boolean,
): OutlineItem {
  const label = commit.slice(0, 7);
  return {
    text: displayTitle(title ?? '') || '(no title)',
    references: [{ label: isSingle ? label : `${repository}@${label}`, url }],
    authors: authorsOf([author]),
  };
}

function pushSection(manifest: Manifest, isSingle: boolean): OutlineSection[] {
  const pushes = manifest.direct_pushes.filter(({ decision }) => decision === 'included');
  if (pushes.length === 0) return [];
  const hidden = pushes.length - shownPushes;
  return [
    {
      title: 'Commits without a pull request',
      items: pushes.slice(-shownPushes).map((push) => pushItem(push, isSingle)),
      note:
        hidden > 0
          ? `Truncated: the newest ${shownPushes} of ${counted(pushes.length, 'commit')}; the manifest lists all.`
          : null,
    },
  ];
}

function openSection({ open_pull_requests: open }: Manifest, isSingle: boolean): OutlineSection[] {
  if (open.length === 0) return [];
  const items = open.map(({ key, number, title, author, url }) => ({
    text: displayTitle(title) || '(no title)',
    references: [{ label: isSingle ? `#${number}` : key, url }],
    authors: authorsOf([author]),
  }));
  return [{ title: 'Still open, planned for the next release', items, note: null }];
}

function contextOf(manifest: Manifest, timeframe: Timeframe): string[] {
  const [repository] = manifest.repositories;
  const names = manifest.repositories.map(({ key }) => key).join(', ');
  const isSingle = manifest.repositories.length === 1;
  const base = repository?.window.base?.ref ?? 'the beginning';
  const head = repository?.window.head?.ref;
  const place =
    isSingle && repository ? (head === undefined ? repository.base_branch : `${base} to ${head}`) : null;
  const included = manifest.pull_requests.filter(({ decision }) => decision === 'included').length;
  return [names, place, formatTimeframe(timeframe), counted(included, 'pull request')]
    .filter((part) => part !== null)
    .map(visibleText);
}

function notesOf(report: Report, manifest: Manifest): string[] {
  const leftOut = manifest.pull_requests.filter(({ decision }) => decision === 'excluded').length;
  const pushesLeftOut = manifest.direct_pushes.filter(({ decision }) => decision === 'excluded').length;
  const left = [
    leftOut > 0
      ? `${leftOut.toLocaleString('en')} of ${counted(manifest.pull_requests.length, 'merged pull request')}`
      : null,
    pushesLeftOut > 0
      ? `${pushesLeftOut.toLocaleString('en')} of ${counted(manifest.direct_pushes.length, 'other commit')}`
      : null,
  ].filter((part) => part !== null);
  return [
    left.length > 0
      ? `Left out by rule or because they cancel out: ${left.join(', ')}; manifest.json gives each reason.`
      : null,
    report.complete ? null : 'Incomplete: not everything in this window could be read.',
    report.degraded === null ? null : `Written in a plainer way than asked for: ${report.degraded}.`,
    ...report.notices.flatMap((notice) => (isWarning(notice) ? [] : notice.text)),
  ].flatMap((note) => (note === null ? [] : visibleText(note)));
}

/** A verified report joined with the manifest's titles, authors and links. */
export function reportOutline(report: Report, manifest: Manifest, timeframe: Timeframe): ReportOutline {
  const isSingle = manifest.repositories.length === 1;
  const view: View = { pulls: new Map(manifest.pull_requests.map((pull) => [pull.key, pull])), isSingle };
  const alsoMerged = report.also_merged.map((key) => itemOf(view, { text: null, pull_requests: [key] }));
  const warnings = warningsOf(report.notices);
  return {
    ...(warnings.length > 0 && { warnings }),
    headline: report.headline,
    context: contextOf(manifest, timeframe),
    summary: report.summary,
    sections: [
      ...report.sections.map(({ title, items }) => ({
        title,
        items: items.map((item) => itemOf(view, item)),
        note: null,
      })),
      ...(alsoMerged.length > 0 ? [{ title: 'Also merged', items: alsoMerged, note: null }] : []),
      ...openSection(manifest, isSingle),
      ...pushSection(manifest, isSingle),
    ],
    notes: notesOf(report, manifest),
  };
}
