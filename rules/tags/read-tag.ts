import { isPreReleaseWord, type Qualifier, readQualifiers } from './qualifiers.ts';

/** A tag name taken apart: `api-v1.2.3-rc.1+7` is package `api`, numbers 1 2 3, qualifier `rc` 1, build 7. */
export interface TagParts {
  name: string;
  /** In lower case; empty for the repository itself. Each package is a series of its own. */
  package: string;
  /** How the name is written around its numbers: `v1.2.3` and `1.2.3` are two styles of one series. */
  style: string;
  kind: 'version' | 'date';
  numbers: readonly number[];
  qualifiers: readonly Qualifier[];
  /** What counts up behind a version that is complete: build metadata, a revision, the second release of a day. */
  build: readonly (number | string)[];
}

/** Longest name looked at. */
const maxLength = 250;

/** Words before a number that say only that a version follows. */
const versionWords = new Set(['v', 'ver', 'version', 'rel', 'release', 'releases', 'stable', 'tag', 'tags']);

const isDigits = (token: string | undefined) => token !== undefined && token >= '0' && token < ':';
const isLetters = (token: string | undefined) => token !== undefined && /^[A-Za-z]/.test(token);

/** `R_2_5_0` and `r1234`; but `r-1.2.3` may be the package of that name. */
const isVersionWord = (word: string, next: string | undefined) =>
  versionWords.has(word.toLowerCase()) || word === 'R' || (word === 'r' && isDigits(next));

/** Numbers joined by one separator, as places in the list of tokens. */
interface Run {
  start: number;
  end: number;
  separator: string;
  texts: string[];
}

function runsOf(tokens: readonly string[], separator: string): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    if (!isDigits(tokens[start])) continue;
    const texts = [tokens[start] as string];
    let end = start;
    while (tokens[end + 1] === separator && isDigits(tokens[end + 2])) {
      end += 2;
      texts.push(tokens[end] as string);
    }
    runs.push({ start, end, separator, texts });
    start = end;
  }
  return runs;
}

const isYear = (text: string | undefined) => text !== undefined && /^(?:19[7-9]|20\d)\d$/.test(text);
const isMonth = (text: string | undefined) => text !== undefined && /^(?:0[1-9]|1[0-2])$/.test(text);
const isDay = (text: string | undefined) => text !== undefined && /^(?:0[1-9]|[12]\d|3[01])$/.test(text);

/** `20260105`, with a time `202601051230` or `20260105123000`: year, month, day and the rest. */
function compactDate(text: string): string[] | null {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(\d{4}|\d{6})?$/.exec(text) ?? [];
  if (!isYear(year) || !isMonth(month) || !isDay(day)) return null;
  return [year, month, day, ...(time ? [time.padEnd(6, '0')] : [])] as string[];
}

/** The texts of a run that is a date, apart: year, month, day, counters. Null for any other. */
function dateOf({ texts, separator }: Run): string[] | null {
  const [first = '', month, day] = texts;
  const compact = compactDate(first);
  if (compact) return [...compact, ...texts.slice(1)];
  if (!isYear(first) || !isMonth(month)) return null;
  if (isDay(day)) return texts;
  // `2026.01` is a version of two numbers, as 24.04 is.
  return texts.length === 2 && separator !== '.' ? texts : null;
}

const longestFirst = (runs: readonly Run[]) =>
  runs.find(({ texts }) => texts.length > 2) ?? runs.find(({ texts }) => texts.length === 2);

/** The run that is the version: a date, else dotted numbers, the longer form first; then other separators; then one number. */
function versionRun(tokens: readonly string[]): Run | undefined {
  const dotted = runsOf(tokens, '.');
  const others = ['_', '-'].map((separator) => runsOf(tokens, separator));
  const isAttached = ({ start }: Run) => {
    const before = tokens[start - 1];
    return isLetters(before) && !isVersionWord(before as string, tokens[start]);
  };
  const versions = dotted.filter(({ texts }) => texts.length > 1);
  const date = [...dotted, ...others.flat()]
    .filter((run) => dateOf(run))
    .sort((left, right) => left.start - right.start || right.end - left.end)[0];
  if (date && !versions.some(({ start }) => start < date.start)) return date;
  const leading = versions.find(({ start }) => packageOf(tokens.slice(0, start), tokens[start]) === '');
  const [underscored = [], dashed = []] = others;
  return (
    leading ??
    longestFirst(versions) ??
    longestFirst(underscored) ??
    longestFirst(dashed.filter((run) => !isAttached(run))) ??
    // `pkg2-5` is version 5 of pkg2.
    dotted.find((run) => !isAttached(run)) ??
    dotted[0]
  );
}

/** What a prefix names, without the words that only announce a version: `release/api-v` names `api`. */
function packageOf(prefix: readonly string[], number: string | undefined): string {
  let [start, end] = [0, prefix.length];
  let next = number;
  while (end > start) {
    const last = prefix[end - 1] as string;
    if (isLetters(last)) {
      if (!isVersionWord(last, next) || isLetters(prefix[end - 2]) || isDigits(prefix[end - 2])) break;
    } else if (isDigits(last)) break;
    next = last;
    end -= 1;
  }
  while (end - start > 1 && isVersionWord(prefix[start] as string, undefined) && prefix[start + 1] === '/')
    start += 2;
  return prefix.slice(start, end).join('').toLowerCase();
}

/** Null for a tag that names no version, such as `nightly`. */
export function readTag(name: string): TagParts | null {
  if (name.length > maxLength) return null;
  const tokens = name.match(/\d+|[A-Za-z]+|[^A-Za-z\d]/g) ?? [];
  const run = versionRun(tokens);
  if (!run) return null;
  const prefix = tokens.slice(0, run.start);
  const rest = tokens.slice(run.end + 1);
  // `1.1.x` names a line of releases.
  if (/^(?:\.x){1,3}$/i.test(rest.join(''))) return null;
  // `2026a`, `2026b`: the releases of a year by letter.
  const isYearLetter =
    run.texts.length === 1 && isYear(run.texts[0]) && rest.length === 1 && /^[a-z]$/i.test(rest[0] ?? '');
  const date = dateOf(run);
  const kind = date || isYearLetter ? 'date' : 'version';
  const named = packageOf(prefix, tokens[run.start]);
  const numbers = (date ?? run.texts).map(Number);
  // `preview-3.1.0` is no package of that name.
  const isStage = kind === 'version' && numbers.length > 1 && isPreReleaseWord(named);
  const { qualifiers, build } = readQualifiers(rest, kind, named);
  const parts = date ? Math.min(3, date.length) : numbers.length;
  return {
    name,
    package: isStage ? '' : named,
    style: `${prefix.join('')}${kind === 'date' ? '' : run.separator}`,
    kind,
    numbers: numbers.slice(0, parts),
    qualifiers: isStage ? [{ word: named, numbers: [] }, ...qualifiers] : qualifiers,
    build: [...numbers.slice(parts), ...build],
  };
}
