/** Text that GitHub, Slack or a mail client would turn into a link, a mention or a reference. */
const live: readonly RegExp[] = [
  /#\p{Nd}/u,
  // Also `a@-b.example` and `a@.b.example`: GitHub makes mail addresses of them.
  /@[\p{L}\p{N}_.-]/u,
  /gh-\p{Nd}/iu,
  // Also without a scheme: some readers make a link of `//host`.
  /:\/\/|\/\/\S/u,
  /www\.|(?:mailto|javascript|data|tel|file|vbscript):/iu,
  /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\//u,
  /(?<![\p{L}\p{N}])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}(?![\p{L}\p{N}])/iu,
  // Mathematics, in which GitHub renders links too.
  /\$/,
];

interface Piece {
  isCode: boolean;
  text: string;
}

const codeInText = /(?<!`)(?<fence>`+)(?!`)(?<code>.+?)(?<!`)\k<fence>(?!`)/gu;

/** Punctuation around a word that may stay outside its code span. */
const wrapped = /^(?<open>["'“‘([{<]*)(?<core>.*?)(?<close>["'”’)\]}>.,;:!?…]*)$/u;

function piecesOfWord(word: string): Piece[] {
  const { open = '', core = '', close = '' } = wrapped.exec(word)?.groups ?? {};
  // Look-alikes (fullwidth signs and digits) are folded for the judgement only.
  if (!live.some((pattern) => pattern.test(core.normalize('NFKC')))) return [{ isCode: false, text: word }];
  return [
    { isCode: false, text: open },
    { isCode: true, text: core },
    { isCode: false, text: close },
  ];
}

const piecesOfProse = (text: string): Piece[] =>
  text
    .split(/(\s+)/u)
    .flatMap((part) => (/^\s*$/u.test(part) ? [{ isCode: false, text: part }] : piecesOfWord(part)));

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

/** Two code spans that touch would read as one broken span. */
function joinTouching(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.isCode === piece.isCode)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function codeSpan(text: string): string {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
  let length = 1;
  while (runs.includes(length)) length += 1;
  const fence = '`'.repeat(length);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

const escape = (text: string) => text.replace(/[\\`*_{}[\]<>|~&!]/g, '\\$&');

/** A line that starts so would be a heading, a list or a rule. */
const escapeStart = (line: string) =>
  line.replace(/^(?:([#+=-])|(\d+)(?=[.)]))/, (_, mark?: string, digits?: string) =>
    mark === undefined ? `${digits}\\` : `\\${mark}`,
  );

/**
 * Untrusted visible text as markdown that shows just those characters: markup is escaped, code in back-ticks
 * stays code, and any word that would become a link, a mention or a reference is shown as code, where nothing
 * is live.
 * @param text one visible line, see `visibleText`
 */
export const markdownText = (text: string): string =>
  escapeStart(
    joinTouching(piecesOf(text))
      .map((piece) => (piece.isCode ? codeSpan(piece.text) : escape(piece.text)))
      .join(''),
  );
