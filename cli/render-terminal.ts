import { styleText } from 'node:util';
import { authorsInWords } from '../action/report/render-markdown.ts';
import type { OutlineItem, ReportOutline } from '../contract/outline.ts';

/** The report as plain lines for a terminal, coloured only where `stream` shows colours and NO_COLOR is unset. */
export function renderTerminal(outline: ReportOutline, stream: NodeJS.WriteStream): string {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { stream });
  const item = ({ text, references, authors }: OutlineItem) => {
    const cited = references.map(({ label }) => label).join(', ');
    const by = authors.length > 0 ? ` by ${authorsInWords(authors, (name) => name)}` : '';
    return `  • ${text} ${style('cyan', `(${cited})`)}${style('dim', by)}`;
  };
  const blocks = [
    ...(outline.warnings ?? []).map((warning) => style('yellow', `Note: ${warning}`)),
    style('bold', outline.headline),
    style('dim', outline.context.join(' · ')),
    outline.summary,
    ...outline.sections.map(({ title, items, note }) =>
      [style('bold', title), ...items.map(item), ...(note === null ? [] : [style('dim', `  ${note}`)])].join(
        '\n',
      ),
    ),
    ...(outline.notes.length > 0 ? [style('dim', outline.notes.join('\n'))] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}
