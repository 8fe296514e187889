import type { OutlineItem, OutlineReference, ReportOutline } from '../../contract/outline.ts';
import { markdownText } from './markdown-text.ts';
import { joinWords } from './words.ts';

/** Authors named on one line; the rest are counted. */
const shownAuthors = 3;

function reference({ label, url }: OutlineReference): string {
  const text = /^#\d+$/.test(label) ? label : markdownReference(label);
  return url === null ? text : `[${text}](${url})`;
}

/** A key of several repositories, or a commit: escaped where a name holds markup such as `_`. */
const markdownReference = (label: string) => label.replace(/[_*~]/g, '\\$&');

/** `Ada, Bob and 3 others`. */
export function authorsInWords(authors: readonly string[], show: (name: string) => string): string {
  const hidden = authors.length - shownAuthors;
  if (hidden <= 0) return joinWords(authors.map(show));
  return joinWords([
    ...authors.slice(0, shownAuthors).map(show),
    `${hidden} other${hidden === 1 ? '' : 's'}`,
  ]);
}

function item({ text, references, authors }: OutlineItem): string {
  const cited = references.map(reference).join(', ');
  const by = authors.length > 0 ? ` by ${authorsInWords(authors, markdownText)}` : '';
  return `- ${markdownText(text)} (${cited})${by}`;
}

/** `report.md`: GitHub-flavoured markdown in which nothing but code's own references is live. */
export function renderMarkdown(outline: ReportOutline): string {
  const { warnings = [], headline, context, summary, sections, notes } = outline;
  const blocks = [
    ...warnings.map((warning) => `> **Note:** ${markdownText(warning)}`),
    `# ${markdownText(headline)}`,
    context.map((part, at) => (at === 0 ? `**${markdownText(part)}**` : markdownText(part))).join(' · '),
    markdownText(summary),
    ...sections.flatMap(({ title, items, note }) => [
      `## ${markdownText(title)}`,
      items.map(item).join('\n'),
      ...(note === null ? [] : [`_${markdownText(note)}_`]),
    ]),
    ...(notes.length > 0 ? ['---', notes.map(markdownText).join(' ')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}
