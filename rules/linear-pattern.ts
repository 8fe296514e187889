import { RE2JS } from 're2js';

/**
 * Patterns that strangers write: they run in time linear in the text (RE2), so no pattern can stall a run or a
 * server that serves many repositories.
 */
export type Matches = (text: string) => boolean;

/** @throws RE2JSException for a pattern outside RE2's syntax */
export function regexMatcher(pattern: string): Matches {
  const compiled = RE2JS.compile(pattern);
  return (text) => compiled.matcher(text).find();
}

const literal = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

/** A set as a regular expression has it; a `+` behind it repeats it, as in GitHub's own filters. */
const setOf = (set: string, plus: string) =>
  `[${set.slice(1, -1).replace(/^!/, '^').replace(/\\/g, '\\\\')}]${plus}`;

/** One piece of a glob and what it means as a regular expression; the first that fits is taken. */
const pieces: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^\*\*\//, () => '(?:[^/]+/)*'],
  [/^\*\*/, () => '.*'],
  [/^\*/, () => '[^/]*'],
  [/^\?/, () => '[^/]'],
  [/^(\[!?[^\]/]+\])(\+?)/, ([, set = '', plus = '']) => setOf(set, plus)],
  [/^\{[^{}]*,[^{}]*\}/, ([set]) => `(?:${set.slice(1, -1).split(',').map(translate).join('|')})`],
  [/^[^*?[{]+|^./su, ([text]) => literal(text)],
];

function translate(glob: string): string {
  let rest = glob;
  let pattern = '';
  while (rest !== '') {
    for (const [piece, mean] of pieces) {
      const match = piece.exec(rest);
      if (!match) continue;
      pattern += mean(match);
      rest = rest.slice(match[0].length);
      break;
    }
  }
  return pattern;
}

/**
 * Globs over names of branches and tags: `*` within a part, `**` across parts, `?`, `[a-z]`, `[0-9]+`, `{a,b}`; a leading
 * dot is a character like any other. A name matches when one of the globs does.
 * @throws RE2JSException for a set such as `[z-a]`
 */
export function globMatcher(globs: readonly string[]): Matches {
  if (globs.length === 0) return () => false;
  const compiled = RE2JS.compile(`^(?:${globs.map(translate).join('|')})$`, RE2JS.DOTALL);
  return (name) => compiled.matcher(name).find();
}

/**
 * What a pattern over paths stands for. A plain one is the file of that name, or the folder with everything below it; so
 * is one that ends in a plain name. With `/` at its end it is the folder alone. `/` or `./` before it is the top folder.
 */
function globsOfPath(pattern: string): string[] {
  const path = pattern.replace(/^(?:\.?\/)+/, '');
  if (path.endsWith('/')) return [`${path}**`];
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /[*?[]/.test(name) ? [path] : [path, `${path}/**`];
}

/** Patterns over changed paths, as `globMatcher` reads them, and folders. @throws as `globMatcher` */
export const pathMatcher = (patterns: readonly string[]): Matches =>
  globMatcher(patterns.flatMap(globsOfPath));
