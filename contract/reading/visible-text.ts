/**
 * Code points that show nothing, or change how others show: controls, format characters (zero-width, bidi, tags),
 * private use, lone surrogates, and all that Unicode says to ignore when unknown (variation selectors, fillers,
 * unassigned tags). The blank braille pattern is none of these and still shows nothing.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
const hiddenAll = new RegExp(hidden.source, 'gu');

export const hasHiddenCodePoints = (text: string): boolean => hidden.test(text);

export const withoutHiddenCodePoints = (text: string): string => text.replace(hiddenAll, '');

/** What most titles are: words of printable ASCII with one space between, which show as they stand. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** Text as a reader sees it, on one line: hidden code points removed, white space folded. */
export const seenText = (text: string): string =>
  plain.test(text)
    ? text
    : withoutHiddenCodePoints(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '))
        .replace(/\s+/gu, ' ')
        .trim();

/**
 * Untrusted text as one line a reader can trust to be all there is: hidden code points removed, white space
 * folded. Emoji stay; those joined by zero-width joiners fall apart into their parts. A workflow runner is a reader
 * too, and obeys `##[…]` anywhere in a line and `::` at its start: both are drawn apart.
 */
export const visibleText = (text: string): string =>
  seenText(text).replaceAll('##[', '# #[').replace(/^::/, ': :');
