import { visibleText } from '../../../contract/reading/visible-text.ts';

/** Longest text of a server's that is shown, in characters. */
const shownLength = 300;

/** Shorter parts of a key are also ordinary words. */
const tellingPart = 8;

const keyLike = /\b(?:(?:sk|pk|gsk|xai|hf|nvapi|ghp|ghs|github_pat)[-_]|AIza|eyJ)[\w.-]{8,}/g;
const masked = /\S*\*{3,}\S*/g;

/**
 * A server's words as one short line, without its last full stop and without secrets: servers echo keys, whole or masked in the middle.
 * @param key the key of this request, of which no telling part may stay either
 */
export function redactSecrets(text: string, key: string | null): string {
  const shown = visibleText(text.slice(0, 20_000));
  const withoutKey = key ? shown.replaceAll(key, '[redacted]') : shown;
  const redacted = withoutKey
    .replace(/\bBearer\s+\S+/gi, 'Bearer [redacted]')
    .replace(keyLike, '[redacted]')
    .replace(masked, '[redacted]')
    .replace(/[\w-]+/g, (word) =>
      key && word.length >= tellingPart && key.includes(word) ? '[redacted]' : word,
    );
  return redacted.length > shownLength
    ? `${redacted.slice(0, shownLength)}…`
    : redacted.replace(/[.\s]+$/, '');
}
