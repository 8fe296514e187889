/** A word behind a version with its numbers: `rc.1` or `alpha01`. An empty word is a bare number, as in `1.2.3-4`. */
export interface Qualifier {
  word: string;
  numbers: readonly number[];
}

/** Words that order releases of one version, by rank. What their worlds mean by them, not their letters. */
const words: readonly (readonly [rank: number, words: string])[] = [
  [1, 'dev develop wip ci experimental exp test'],
  [2, 'snapshot canary nightly daily edge unstable insider insiders'],
  [4, 'alpha a ea eap'],
  [6, 'beta b'],
  [8, 'milestone m'],
  [10, 'pre preview prerelease next pr'],
  [12, 'rc cr c candidate'],
  [30, 'sp sr post patch p pl fix fixed hotfix rev r u update'],
];
const rankOfWord = new Map(words.flatMap(([rank, each]) => each.split(' ').map((word) => [word, rank])));

/** Between pre-releases and what comes after a release. */
const released = 20;

/** Words that say that a version is complete, and nothing else. */
const finalWords = new Set(['final', 'release', 'ga', 'stable', 'incubating']);

/** Words of the pre-releases above in alphabetical order, as SemVer has them; other words fall between by their letters. */
const anchors = ['alpha', 'beta', 'milestone', 'pre', 'rc'];

const rankOf = ({ word }: Qualifier): number =>
  word === '' ? 0 : (rankOfWord.get(word) ?? 3 + 2 * anchors.filter((anchor) => anchor < word).length);

/** True for a word that is nothing of its own rank: behind several versions it is a flavour, such as `jre`. */
export const isUnknownWord = ({ word }: Qualifier) => word !== '' && !rankOfWord.has(word);

/** `alpha` to `rc`: what a tag may also have in front, as in `preview-3.1.0`. Nightly builds are a series of their own. */
export const isPreReleaseWord = (word: string) => {
  const rank = rankOfWord.get(word);
  return rank !== undefined && rank > 2 && rank < released;
};

export const isPreRelease = (qualifiers: readonly Qualifier[]) =>
  qualifiers.some((qualifier) => rankOf(qualifier) < released);

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at] as number) - (right[at] as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

export const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/**
 * Rank of "nothing more": behind the numbers, and behind `post1`, it is the release. Behind a pre-release it comes after
 * `rc1.dev2` and before everything else, as `alpha` before `alpha.1`.
 */
const rankOfEnd = (before: Qualifier | undefined) =>
  before === undefined || rankOf(before) > released ? released : 2.5;

/** Orders what stands behind the same numbers. */
export function compareQualifiers(left: readonly Qualifier[], right: readonly Qualifier[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one, two] = [left[at], right[at]];
    const end = rankOfEnd(left[at - 1]);
    const difference = (one ? rankOf(one) : end) - (two ? rankOf(two) : end);
    if (difference !== 0) return difference;
    if (!one || !two) continue;
    // `a1` and `alpha1` are the same; words that are not known compare by their letters.
    const order =
      (isUnknownWord(one) || isUnknownWord(two) ? byText(one.word, two.word) : 0) ||
      compareNumbers(one.numbers, two.numbers);
    if (order !== 0) return order;
  }
  return 0;
}

/** A commit in a name, as `git describe` writes it: it orders nothing. */
const isCommit = (text: string) => /^g?[\da-f]{7,40}$/i.test(text) && /\d/.test(text) && /[a-f]/i.test(text);

/** Packaging counts revisions where SemVer would see a pre-release: `debian/1.2.3-4`. */
const countsRevisions = (packageName: string) => /^(?:debian|ubuntu)\b/.test(packageName);

/** `12-30-00`, `1230` or `123000` as one number of six digits. */
const timeOf = (texts: readonly string[]) => Number(texts.join('').padEnd(6, '0').slice(0, 6));

/** Letters of a patch (`1.0.2u`) or of a day (`2026-01-05b`) as a number. */
const letterNumber = (letter: string) => letter.toLowerCase().charCodeAt(0) - 96;

/** Pieces between separators, each with the separator before it. */
function segmentsOf(tokens: readonly string[]): { separator: string; tokens: string[] }[] {
  const segments: { separator: string; tokens: string[] }[] = [];
  let separator = '';
  let isOpen = false;
  for (const token of tokens) {
    if (/^[A-Za-z\d]/.test(token)) {
      if (isOpen) segments.at(-1)?.tokens.push(token);
      else segments.push({ separator, tokens: [token] });
      isOpen = true;
    } else {
      separator = token;
      isOpen = false;
    }
  }
  return segments;
}

/**
 * What stands behind the numbers of a tag.
 * @param rest runs of letters, runs of digits and single separators, in order
 */
export function readQualifiers(
  rest: readonly string[],
  kind: 'version' | 'date',
  packageName: string,
): { qualifiers: Qualifier[]; build: (number | string)[] } {
  const plus = rest.indexOf('+');
  const body = plus === -1 ? rest : rest.slice(0, plus);
  const found: { word: string; texts: string[] }[] = [];
  const build: (number | string)[] = [];
  const [first, ...more] = body;
  // A letter right behind the numbers and nothing more: `1.0.2u`, `3.3a`, `2026-01-05b`.
  const isLetter = first !== undefined && more.length === 0 && /^[A-Za-z]$/.test(first);
  if (isLetter) build.push(letterNumber(first));
  for (const { separator, tokens } of isLetter ? [] : segmentsOf(body)) {
    const text = tokens.join('');
    if (isCommit(text)) {
      build.push(text.toLowerCase());
      continue;
    }
    for (const token of tokens) {
      const last = found.at(-1);
      if (/^[A-Za-z]/.test(token)) found.push({ word: token.toLowerCase(), texts: [] });
      else if (last) last.texts.push(token);
      else if (kind === 'date' || separator !== '-' || countsRevisions(packageName))
        build.push(Number(token));
      else found.push({ word: '', texts: [token] });
    }
  }
  const qualifiers: Qualifier[] = [];
  for (const { word, texts } of found) {
    const isTime = kind === 'date' && word === 't' && texts.length > 0;
    if (isTime) build.push(timeOf(texts));
    // `9.4.50.v20221201`: a stamp of a complete version.
    else if (word === 'v') build.push(...texts.map(Number));
    else if (!finalWords.has(word) && !(kind === 'date' && word === 'z'))
      qualifiers.push({ word, numbers: texts.map(Number) });
  }
  if (plus !== -1)
    for (const token of rest.slice(plus + 1))
      if (/^\d/.test(token)) build.push(Number(token));
      else if (/^[A-Za-z]/.test(token)) build.push(token.toLowerCase());
  return { qualifiers, build };
}
