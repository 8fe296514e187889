/**
 * Code points that show nothing, or change how others show: format characters (zero-width, bidi, tags),
 * controls, variation selectors, fillers, private use and lone surrogates. The ranges are Unicode 16 properties.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u2800\u3164\uFE00-\uFE0F\uFFA0\u{E0100}-\u{E01EF}]/u;
const hiddenAll = new RegExp(hidden.source, 'gu');

export const hasHiddenCodePoints = (text: string): boolean => hidden.test(text);

/**
 * Untrusted text as one line a reader can trust to be all there is: hidden code points removed, white space
 * folded. Emoji stay; those joined by zero-width joiners fall apart into their parts.
 */
export function visibleText(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(hiddenAll, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
