/** Bytes of UTF-8. */
const sizeOf = (text: string) => Buffer.byteLength(text);

/**
 * Markdown that fits a limit of GitHub's: whole when it does, else cut between lines, with a mark that says so, the
 * limit and the full size.
 * @param maxBytes of UTF-8, the mark included
 * @param where the place that holds all of it, such as `report.md in the run artifact`
 */
export function shortenMarkdown(markdown: string, maxBytes: number, where: string): string {
  const size = sizeOf(markdown);
  if (size <= maxBytes) return markdown;
  const mark = `\n_Truncated at ${maxBytes} of ${size} bytes; ${where} holds all of it._\n`;
  const room = maxBytes - sizeOf(mark);
  const kept: string[] = [];
  let used = 0;
  for (const line of markdown.split('\n')) {
    used += sizeOf(line) + 1;
    if (used > room) break;
    kept.push(line);
  }
  return `${kept.join('\n')}\n${mark}`;
}
