import { readRendered } from '../support/read-rendered.ts';

/**
 * Code points that show nothing or move what shows. Written out here as ranges, so that this list and that of the code
 * under test are two.
 */
export const hiddenCodePoint =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uE000-\uF8FF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}\u{F0000}-\u{10FFFD}]|[\uD800-\uDFFF]/u;

type Live = readonly (readonly [form: RegExp, what: string])[];

/** What GitHub or a mail client makes live in text, outside code. */
const liveAnywhere: Live = [
  [/#\p{Nd}/u, 'a reference'],
  [/\bgh-\p{Nd}/iu, 'a reference'],
  [/@[\p{L}\p{N}_-]/u, 'a mention'],
  [/:\/\/|\/\/[\p{L}\p{N}-]+\./u, 'an address'],
  [/(?<![\p{L}\p{N}])www\.[^\s.]/iu, 'an address'],
  [/\b(?:javascript|data|vbscript|mailto|xmpp):\S/i, 'an address'],
  [/(?<![\p{L}\p{N}])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?![\p{L}\p{N}])/u, 'a commit'],
];

/** On a page of GitHub, mathematics can hold links; where Slack shows words as they are, it has marks of its own. */
const liveOnPages: Live = [...liveAnywhere, [/\$[^$\n]+\$/, 'mathematics']];
const liveInWords: Live = [
  ...liveAnywhere,
  [/<(?:[@#]|!(?:channel|here|everyone|subteam|date))/, 'a mention of Slack'],
];

const found = (live: Live, text: string): string[] =>
  live.filter(([form]) => form.test(text.normalize('NFKC'))).map(([, what]) => what);

/** What is live in words that some medium may show as they are. */
export const liveIn = (text: string): string[] => found(liveInWords, text);

/** A runner obeys a line that starts with `::` after blanks, and `##[` anywhere. */
export const commandIn = (text: string): string | null =>
  text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).find((line) => /^\s*::/.test(line) || line.includes('##[')) ??
  null;

/** markdown-it also links bare names such as `evil.com`; GitHub does not. */
const isBareName = ({ href, text }: { href: string; text: string }) =>
  href === `http://${text}` && !/^www\.|[/?#]/i.test(text);

/** What is wrong with a page of markdown. @param home address below which links may go */
export function pageFaults(markdown: string, home: string): string[] {
  const { links, liveText, allText, forbidden } = readRendered(markdown);
  const own = (href: string) => new RegExp(`^${home}/(?:pull/\\d+|commit/[0-9a-f]{40})$`).test(href);
  return [
    ...forbidden.map((what) => `markup: ${what}`),
    ...links.filter((link) => !own(link.href) && !isBareName(link)).map(({ href }) => `a link to ${href}`),
    ...liveText
      .split('\n')
      .flatMap((line) =>
        found(liveOnPages, line).map((what) => `${what} is live in ${JSON.stringify(line.slice(0, 120))}`),
      ),
    ...(hiddenCodePoint.test(allText) ? ['hidden code points'] : []),
  ];
}

/** Numbers of pull requests that a page links, in order, as often as it does. */
export const linkedPulls = (markdown: string, home: string): number[] =>
  readRendered(markdown)
    .links.filter(({ href }) => href.startsWith(`${home}/pull/`))
    .map(({ href }) => Number(href.slice(`${home}/pull/`.length)))
    .sort((left, right) => left - right);
