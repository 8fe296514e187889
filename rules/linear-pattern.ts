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

/** One piece of a glob and what it means as a regular expression; the first that fits is taken. */
const pieces: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^\*\*\//, () => '(?:[^/]+/)*'],
  [/^\*\*/, () => '.*'],
  [/^\*/, () => '[^/]*'],
  [/^\?/, () => '[^/]'],
  [/^\[!?[^\]/]+\]/, ([set]) => `[${set.slice(1, -1).replace(/^!/, '^').replace(/\\/g, '\\\\')}]`],
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
 * Globs over paths: `*` within a folder, `**` across folders, `?`, `[a-z]`, `{a,b}`; a leading dot is a character
 * like any other. A path matches when one of the globs does.
 * @throws RE2JSException for a set such as `[z-a]`
 */
export function globMatcher(globs: readonly string[]): Matches {
  if (globs.length === 0) return () => false;
  const compiled = RE2JS.compile(`^(?:${globs.map(translate).join('|')})$`, RE2JS.DOTALL);
  return (path) => compiled.matcher(path).find();
}
