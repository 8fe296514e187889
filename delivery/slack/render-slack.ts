import type { ReportOutline } from '../../contract/outline.ts';
import type { Block, ContextBlock, SlackMessage } from './block-kit.ts';
import { flow } from './flow.ts';
import { sizeOf, slackLimits } from './limits.ts';
import { type Piece, paragraphs, richBlock, richSection, sectionPieces, smallPrint } from './pieces.ts';
import { escapeMrkdwn, quietText, shorten } from './plain-text.ts';
import { inlineText, webLink } from './rich-text.ts';

/** Where a reader finds more; null where there is no such place. */
export interface SlackLinks {
  /** Web address of the workflow run, whose summary shows the whole report. */
  runUrl: string | null;
  /** Web address of the run's files. */
  artifactUrl: string | null;
}

/** Messages a report may take before it is shortened: in the channel itself, and with replies in a thread. */
export const mostMessages = { channel: 4, thread: 20 } as const;

const blocksOf = (blocks: readonly Block[]): Piece[] => blocks.map((block) => ({ kind: 'block', block }));

export const headerBlock = (title: string): Block => ({
  type: 'header',
  text: { type: 'plain_text', text: shorten(title, slackLimits.headerCharacters), emoji: false },
});

/** What puts the report in doubt, headline, what was looked at, summary. */
function headPieces({ warnings = [], headline, context, summary }: ReportOutline): Piece[] {
  const title = quietText(headline) || 'Report';
  return blocksOf([
    ...warnings.flatMap((warning) => paragraphs(`Note: ${warning}`, true)),
    headerBlock(title),
    // A header that had to be cut is told in full below it.
    ...(title.length > slackLimits.headerCharacters ? paragraphs(headline, true) : []),
    ...smallPrint(context.join(' · ')),
    ...paragraphs(summary),
  ]);
}

/** Links made by code, the only mrkdwn there is. */
export function linksBlock({ runUrl, artifactUrl }: SlackLinks, part: string | null): ContextBlock[] {
  const links = [
    { label: 'Workflow run', href: webLink(runUrl) },
    { label: 'Files of this report', href: webLink(artifactUrl) },
  ].flatMap(({ label, href }) => (href === null ? [] : `<${escapeMrkdwn(href)}|${label}>`));
  const elements: ContextBlock['elements'] = [
    ...(part === null ? [] : [{ type: 'plain_text' as const, text: part, emoji: false as const }]),
    ...(links.length === 0
      ? []
      : [{ type: 'mrkdwn' as const, text: links.join(' · '), verbatim: true as const }]),
  ];
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

const noLinks: SlackLinks = { runUrl: null, artifactUrl: null };

const distinct = (pieces: readonly Piece[]) =>
  new Set(
    pieces.flatMap((piece) => (piece.kind === 'row' ? piece.row.references.map(({ label }) => label) : [])),
  ).size;

const counted = (count: number) => count.toLocaleString('en');

/** Says what is left out, and where it is. */
const cutNotice = (shown: readonly Piece[], all: readonly Piece[], href: string): Block =>
  richBlock([
    richSection([
      inlineText(
        `Truncated: ${counted(distinct(shown))} of ${counted(distinct(all))} pull requests and commits are shown here. `,
        { italic: true },
      ),
      { type: 'link', url: href, text: 'The whole report' },
    ]),
  ]);

/** The largest number from `least` up to `most` that fits; `least` itself is taken to fit. */
function largest(least: number, most: number, fits: (count: number) => boolean): number {
  let [good, bad] = [least, most + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Titles that each section keeps when a report is folded. */
const leastTitles = 3;

/**
 * A report that fits on `most` messages, or has nowhere to point to, is shown whole. Any other is folded: each section
 * shows as many titles as there is room for, and of the rest the references. Only where these do not fit either are
 * rows left out, and the last line says so.
 */
function fit(outline: ReportOutline, links: SlackLinks, most: number, reserved: number): Block[][] {
  const head = headPieces(outline);
  const tail = blocksOf(outline.notes.flatMap(smallPrint));
  const body = (titles: number) => outline.sections.flatMap((section) => sectionPieces(section, titles));
  const folded = (titles: number) => flow([...head, ...body(titles), ...tail], reserved);
  const whole = folded(Number.POSITIVE_INFINITY);
  const href = webLink(links.runUrl) ?? webLink(links.artifactUrl);
  if (whole.length <= most || href === null) return whole;
  if (folded(leastTitles).length <= most) {
    const longest = Math.max(leastTitles, ...outline.sections.map(({ items }) => items.length));
    return folded(largest(leastTitles, longest, (titles) => folded(titles).length <= most));
  }
  const rows = body(leastTitles);
  const cut = (count: number) => {
    const shown = rows.slice(0, count);
    return flow([...head, ...shown, ...blocksOf([cutNotice(shown, rows, href)]), ...tail], reserved);
  };
  return cut(largest(0, rows.length, (count) => cut(count).length <= most));
}

/**
 * A report as messages for Slack, the first of them its head. Every pull request of the outline is in one of them with
 * its reference. Only where a report would take more than `most` messages and the links say where the whole of it is,
 * titles give way to bare references, and in the end a line counts what is left out and links there.
 *
 * Text of the outline stands only in rich text and plain text, which Slack shows as they are.
 * @param most messages, at least 1; see `mostMessages`
 */
export function renderSlack(
  outline: ReportOutline,
  links: SlackLinks,
  most: number = mostMessages.channel,
): SlackMessage[] {
  const reserved = sizeOf(linksBlock(links, '1,000 of 1,000')) + 1;
  const messages = fit(outline, links, Math.max(1, most), reserved);
  const headline = shorten(quietText(outline.headline), 300) || 'Report';
  const warning = shorten(quietText((outline.warnings ?? []).join(' ')), 300);
  return messages.map((blocks, at) => {
    const part = messages.length === 1 ? null : `${counted(at + 1)} of ${counted(messages.length)}`;
    const about = at === 0 ? shorten(quietText(outline.context.join(' · ')), 300) : '';
    return {
      text: escapeMrkdwn(
        [at === 0 ? warning : '', part === null || at === 0 ? headline : `${headline} (${part})`, about]
          .filter(Boolean)
          .join('\n'),
      ),
      blocks: [...blocks, ...linksBlock(at === 0 ? links : noLinks, part)],
    };
  });
}
