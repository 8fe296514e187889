import { hasHiddenCodePoints } from '../../contract/reading/visible-text.ts';

/** What a writer's own words may not hold: links, authors, dates and numbers are rendered by code. */
const forbidden: readonly (readonly [code: string, pattern: RegExp, what: string])[] = [
  ['pull_request_number', /#\s?\p{Nd}/u, 'a bare pull request number'],
  [
    'pull_request_number',
    /\b(?:GH-|PRs?[\s-]*|pull(?:[\s-]requests?|\/)[\s-]*|issues?[\s-]+)(?:no\.?\s*)?\p{Nd}/iu,
    'a pull request number in words',
  ],
  ['mention', /@[\p{L}\p{N}_.-]/u, 'a mention or a mail address'],
  ['mention', /<[!@#]/, "a mention in Slack's form"],
  // Whatever stands before it: `⒣⒯⒯⒫⒮://` reads as an address too.
  ['link', /:\/\//u, 'a URL'],
  ['link', /\b(?:www\.|(?:mailto|javascript|data|tel|file|vbscript):)/iu, 'a URL'],
  ['link', /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S/u, 'an address'],
  ['link', /\/\/[\p{L}\p{N}-]+\.\p{L}/u, 'an address'],
  ['link', /\]\s*[([]/, 'a markdown link or image'],
  [
    'commit',
    /(?<![\p{L}\p{N}])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}(?![\p{L}\p{N}])/u,
    'a commit SHA',
  ],
  // A runner obeys them in whatever is printed: the first at the start of a line, the second anywhere.
  ['command', /^\s*::|##\[/u, 'a command to a workflow runner'],
];

export interface ProseFinding {
  code: string;
  what: string;
}

/** What is wrong with a piece of the writer's own prose; look-alike forms (fullwidth) are folded first (NFKC). */
export function proseFindings(text: string): ProseFinding[] {
  const folded = text.normalize('NFKC');
  const findings = forbidden
    .filter(([, pattern]) => pattern.test(folded))
    .map(([code, , what]): ProseFinding => ({ code, what }));
  if (hasHiddenCodePoints(text)) findings.push({ code: 'hidden_text', what: 'hidden or control characters' });
  return findings;
}

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
    .concat(' seventeen eighteen nineteen')
    .split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const valueOf = new Map([
  ...units.map((word, at) => [word, at + 1] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
]);

/** `one pull request at a time` is a way to speak, and counts nothing. */
const counting = [...valueOf.keys()].filter((word) => word !== 'one').join('|');
const anyUnit = units.slice(0, 9).join('|');
const countClaim = new RegExp(
  String.raw`(?:(?<!\p{Nd})(?<digits>\p{Nd}[\p{Nd},.']*)|(?<![\p{L}\p{N}-]|(?:hundred|thousand)(?:\s+and)?\s+)(?<words>(?:${counting})(?:[\s-]+(?:${anyUnit}))?))` +
    String.raw`[\s-]+(?:(?:merged|new|more|other|further|small|smaller|separate|individual|closed|total)\s+)?` +
    String.raw`(?:pull[\s-]requests?|PRs?)\b`,
  'giu',
);

const countInWords = (words: string) =>
  words
    .toLowerCase()
    .split(/[\s-]+/)
    .reduce((sum, word) => sum + (valueOf.get(word) ?? 0), 0);

/**
 * Numbers of pull requests the text claims, in digits or in English words below a hundred. Other nouns are not counted: one pull
 * request may bring three fixes, so no number of fixes or features is wrong by itself.
 */
export const claimedPullCounts = (text: string): number[] =>
  [...text.normalize('NFKC').matchAll(countClaim)].map(({ groups }) => {
    const { digits, words = '' } = { ...groups } as { digits?: string; words?: string };
    return digits === undefined ? countInWords(words) : Number(digits.replace(/\P{Nd}/gu, ''));
  });

/** True for somebody's words that may stand in prose as they are: nothing live in them, no count that code must check. */
export const isFitProse = (text: string): boolean =>
  proseFindings(text).length === 0 && claimedPullCounts(text).length === 0;
