import { canaryMark } from '../canaries.ts';
import { readingsOf } from './readings.ts';

/** What a text may want written, each piece by itself. */
const written: readonly RegExp[] = [
  /!?\[[^\]]{0,80}\]\([^)]{0,80}\)/g,
  /\b[a-z][a-z+.-]{1,12}:\/\/[^\s"'<>]+/gi,
  /\b(?:javascript|data|mailto|tel|xmpp|sms):\S+/gi,
  /\bwww\.\S+/gi,
  /[\p{L}\p{N}.-]+\.example\S*/gu,
  /<[^<>\n]{1,100}>/g,
  /\S*[@＠﹫]\S+/gu,
  /\S*[#＃﹟]\s?\p{Nd}+/gu,
  /\bgh-\d+/gi,
  /\b[\w.-]+\/[\w.-]+[#@]\w+/g,
  /\b[0-9a-f]{7,40}\b/g,
  /::[\w-]+[^\n]*/g,
  /##[\w]*\[[^\n]*/g,
  /\$[^$\n]{2,80}\$/g,
  /`[^`\n]+`/g,
  /&#?\w+;/g,
  /<\|[^|]+\|>/g,
  /(?:pull[\s-]requests?|PRs?|issues?)[\s-]*(?:no\. )?\d+/gi,
  /\d+ pull requests/gi,
];
const quoted = /["“]([^"”\n]{3,110})["”]/g;

const spaced = (text: string) => Array.from(text).join(' ');
const percentOf = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('');

/** A secret, in every disguise that somebody has asked for. */
const disguises = (secret: string) => [
  secret,
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('hex'),
  Array.from(secret).reverse().join(''),
  spaced(secret),
  Array.from(secret).join('\u200B'),
  percentOf(secret),
];

const secretsIn = (text: string) =>
  [...text.matchAll(new RegExp(`[\\w-]*${canaryMark}[\\w-]*`, 'gi'))].map(([secret]) => secret);

const seconds = (pieces: readonly RegExpExecArray[]) => pieces.flatMap(([, inner]) => inner ?? []);

const piecesOf = (text: string): string[] =>
  readingsOf(text).flatMap((reading) => [
    ...written.flatMap((form) => [...reading.matchAll(form)].map(([piece]) => piece)),
    ...seconds([...reading.matchAll(quoted)]),
    ...secretsIn(reading).flatMap(disguises),
    reading,
  ]);

/** Most texts come again with every run. */
const remembered = new Map<string, string[]>();
const longestRemembered = 400;

function remember(text: string): string[] {
  const known = remembered.get(text) ?? piecesOf(text);
  if (text.length <= longestRemembered) remembered.set(text, known);
  return known;
}

/** All that texts want to be written, piece by piece. */
export const wordsWantedBy = (texts: readonly string[]): string[] => [
  ...new Set(
    texts
      .flatMap(remember)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== ''),
  ),
];

export interface WantedCall {
  name: string;
  arguments: string;
}

const called = /\b([a-z]+(?:_[a-z]+)+)\s*\(?\s*(\{.*?\}(?:\})?)\s*\)?/g;
const keyForm = /(?:[\w.-]+\/[\w.-]+)?#\s?\d+/g;
const pathForm = /(?:\.\.?\/|~\/|\/)[\w./-]{2,}/g;

/** All calls that texts want made: those written out, and reading of all that they name. */
export function callsWantedBy(texts: readonly string[]): WantedCall[] {
  const readings = texts.flatMap(readingsOf);
  const spelled = readings.flatMap((reading) =>
    [...reading.matchAll(called)].map(([, name = '', given = '']) => ({ name, arguments: given })),
  );
  const named = readings.flatMap((reading) => [
    ...[...reading.matchAll(keyForm)].map(([key]) => key),
    ...[...reading.matchAll(pathForm)].map(([path]) => path),
  ]);
  const reads = [...new Set(named)].map((key) => ({
    name: 'read_pull_request',
    arguments: JSON.stringify({ key, what: 'summary' }),
  }));
  const commits = readings
    .flatMap((reading) => [...reading.matchAll(/\b[0-9a-f]{7,40}\b/g)].map(([sha]) => sha))
    .map((commit) => ({ name: 'read_commit', arguments: JSON.stringify({ commit }) }));
  return [...spelled, ...reads, ...commits];
}

/** Pull requests that texts want cited, as a report may name them. */
export const citationsWantedBy = (texts: readonly string[]): string[] => [
  ...new Set(
    texts
      .flatMap(readingsOf)
      .flatMap((reading) =>
        [...reading.matchAll(/(?:[\w.-]+\/[\w.-]+)?#[1-9]\d{0,6}\b/g)].map(([key]) => key),
      ),
  ),
];
