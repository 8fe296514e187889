import type { OutlineReference } from '../../contract/outline.ts';
import { textPieces } from '../../contract/reading/text-pieces.ts';
import { visibleText } from '../../contract/reading/visible-text.ts';
import type { Inline, InlineStyle } from './block-kit.ts';
import { slackLimits } from './limits.ts';
import { shorten, withoutMarks } from './plain-text.ts';

/** Words that some reader of Slack's messages may turn into a link or a mention. Shown as code they stay words. */
const live: readonly RegExp[] = [
  /@[\p{L}\p{N}_]/u,
  /:\/\/|\/\/\S/u,
  /(?<![\p{L}\p{N}])www\./iu,
  /(?<![\p{L}\p{N}])(?:mailto|javascript|data|tel|file|vbscript):/iu,
  // A bare host such as evil.example/x; Node.js and its like are no hosts.
  /^(?:[\p{L}\p{N}_-]+\.)+(?!js$)\p{L}{2,}(?:[/:?#].*)?$/iu,
];

/** Beyond so many pieces the markup outweighs the text; then all of it is code, which is one piece. */
export const mostPieces = 60;

export const inlineText = (text: string, style?: InlineStyle): Inline => ({
  type: 'text',
  text,
  ...(style && Object.keys(style).length > 0 ? { style } : {}),
});

/**
 * Untrusted text as rich text. Slack parses nothing in it: no escaping, no mention, no link. Code in back-ticks becomes
 * code, and so does a word that a reader of messages might still make live.
 * @param most pieces; of a text with more, all is code
 * @returns nothing for a text that shows nothing
 */
export function richText(text: string, style: InlineStyle = {}, most = mostPieces): Inline[] {
  const visible = withoutMarks(visibleText(text));
  if (visible === '') return [];
  const pieces = textPieces(visible, live);
  if (pieces.length > most) return [inlineText(visible, { ...style, code: true })];
  // Without its back-ticks a piece of code may bring the two signs of a mark together again.
  return pieces.map(({ isCode, text: piece }) =>
    inlineText(withoutMarks(piece), isCode ? { ...style, code: true } : style),
  );
}

/** The address as it may stand in a message, or null: only the web, no user name, no sign of mrkdwn. */
export function webLink(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
    return null;
  const href = parsed.href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return href.length > slackLimits.linkCharacters ? null : href;
}

/** `#12` with its link, or the bare label where there is no link. */
export function referenceText({ label, url }: OutlineReference): Inline {
  const shown = shorten(visibleText(label), 200) || '(no number)';
  const href = webLink(url);
  if (href !== null) return { type: 'link', url: href, text: withoutMarks(shown) };
  return richText(shown, {}, 1)[0] ?? inlineText(shown);
}
