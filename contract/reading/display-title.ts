import { conventionalTitle } from './conventional-title.ts';
import { unwrapReverts } from './revert-title.ts';
import { visibleText } from './visible-text.ts';

/** Upper-cases a plain first word; names of code (`useState`, `@scope/pkg`, `x.ts`) keep their case. */
function sentenceCase(text: string): string {
  const firstWord = /^\S+/.exec(text)?.[0] ?? '';
  return /^\p{Ll}[\p{Ll}'’-]*[,;:]?$/u.test(firstWord) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/**
 * A pull request's title as a line of a report: hidden code points gone, the conventional prefix, its own
 * number and a closing full stop dropped, a revert named by what it takes back. Still untrusted text.
 */
export function displayTitle(title: string): string {
  const { subject, state } = unwrapReverts(visibleText(title).replace(/\s*\(#\d+\)$/, ''));
  const bare = conventionalTitle(subject)?.subject ?? subject;
  const line = sentenceCase(bare.replace(/(?<=[^.])\.$/, ''));
  // Once more, for what now stands at the start did not before.
  return visibleText(state === 'brought back' ? `${line} (brought back)` : line);
}
