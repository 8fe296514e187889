/** Text as markdown shows it literally: nothing in it becomes emphasis, HTML, a link or a table cell. */
export const escapeText = (text: string): string => text.replace(/[\\*<|`[\]~]/g, '\\$&');

/** A code span that may stand in a table; the text must hold no backtick. */
export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** Shown where a cell has nothing to say. */
export const nothing = '–';

/** A table of cells that are markdown already. Columns are not padded: a longer cell changes one line only. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
