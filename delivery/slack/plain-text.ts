import { visibleText } from '../../contract/reading/visible-text.ts';

/** Text without Slack's own marks: `<!channel>` reads `< !channel>`, as `visibleText` draws a runner's marks apart. */
export const withoutMarks = (text: string): string => text.replace(/<(?=[!@#])/g, '< ');

/** Untrusted text for where nothing can be shown as code: what calls people or makes a link is drawn apart too. */
export const quietText = (text: string): string =>
  withoutMarks(visibleText(text))
    .replace(/[@＠](?=channel|here|everyone)/giu, '@ ')
    .replace(/:\/\//g, ': //');

/**
 * Text of at most `most` UTF-16 units; a longer one ends in `…`, so that the cut shows.
 * @param most at least 2
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half a surrogate pair shows as a broken character.
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** Text in parts of at most `most` UTF-16 units, parted between words where there are any. Nothing is lost but blanks. */
export function partsOf(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const blank = rest.lastIndexOf(' ', most);
    const end = blank > most / 2 ? blank : rest.slice(0, most).replace(/[\uD800-\uDBFF]$/, '').length;
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Text for Slack's mrkdwn, in which just these three characters have a meaning that can be escaped. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
