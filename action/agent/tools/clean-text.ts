import { visibleText } from '../../../contract/reading/visible-text.ts';

const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const mostIndent = 40;

function cleanLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const text = visibleText(line.slice(indent.length));
  return text === '' ? '' : indent.replaceAll('\t', '  ').slice(0, mostIndent) + text;
}

/** The runner obeys lines that start with `::`, and `##[` anywhere in a line: neither is left. */
const withoutCommands = (line: string) => line.replace(/^( *)::/, '$1: :').replaceAll('##[', '# #[');

/**
 * Untrusted text of several lines: hidden code points removed, white space folded but for the indent, no line that a
 * runner would take for a command. Several empty lines become one.
 */
export function cleanLines(text: string): string {
  const lines = text.split(lineBreak).map((line) => withoutCommands(cleanLine(line)));
  return lines
    .filter((line, at) => line !== '' || lines[at - 1] !== '')
    .join('\n')
    .trimEnd();
}

/** The same as a single line. */
export const cleanTitle = (text: string): string => withoutCommands(visibleText(text));

/** Cut to a budget, with a mark that says so. @param total characters there were, when `text` is a part already */
export function cutText(text: string, most: number, total = text.length): string {
  if (text.length <= most && total <= text.length) return text;
  // Not in the middle of a character of two units.
  const kept = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}\n[truncated: ${kept.length} of ${total} characters]`;
}
