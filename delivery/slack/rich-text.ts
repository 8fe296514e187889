import type { OutlineReference } from '../../contract/outline.ts';
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

interface Piece {
  isCode: boolean;
  text: string;
}

const codeInText = /(?<!`)(?<fence>`+)(?!`)(?<code>.+?)(?<!`)\k<fence>(?!`)/gu;

/** Punctuation around a word that may stay outside its code. */
const wrapped = /^(?<open>["'“‘([{<]*)(?<core>.*?)(?<close>["'”’)\]}>.,;:!?…]*)$/u;

function piecesOfWord(word: string): Piece[] {
  const { open = '', core = '', close = '' } = wrapped.exec(word)?.groups ?? {};
  if (!live.some((pattern) => pattern.test(core.normalize('NFKC')))) return [{ isCode: false, text: word }];
  return [
    { isCode: false, text: open },
    { isCode: true, text: core },
    { isCode: false, text: close },
  ];
}

const piecesOfProse = (text: string): Piece[] => text.split(/(?<=\s)|(?=\s)/u).flatMap(piecesOfWord);

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(codeInText)) {
    pieces.push(...piecesOfProse(text.slice(from, match.index)));
    pieces.push({ isCode: true, text: match.groups?.['code']?.trim() ?? '' });
    from = match.index + match[0].length;
  }
  return [...pieces, ...piecesOfProse(text.slice(from))].filter((piece) => piece.text !== '');
}

function joinAlike(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.isCode === piece.isCode) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

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
  const pieces = joinAlike(piecesOf(visible));
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
