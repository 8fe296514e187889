/** All that one who is eager to obey can read in a text: as it stands, and decoded in every way he can think of. */

const base64Run = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
const hexRun = /(?:[0-9a-f]{2}){6,}/gi;

const printable = (text: string) => /^[\x20-\x7E\n]{4,}$/.test(text);

const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (char) => {
    const start = char <= 'Z' ? 65 : 97;
    return String.fromCharCode(((char.charCodeAt(0) - start + 13) % 26) + start);
  });

const namedEntities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  num: '#',
  commat: '@',
  colon: ':',
  lbrack: '[',
  rbrack: ']',
  lpar: '(',
  rpar: ')',
};

const entities = (text: string) =>
  text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    .replace(/&#(\d{1,6});/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(\w+);/g, (whole, name: string) => namedEntities[name] ?? whole);

const percent = (text: string) =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

const escapes = (text: string) =>
  text
    .replace(/\\u\{?([0-9a-f]{2,6})\}?/gi, (_, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    .replace(/\\x([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

const lookAlikes: Readonly<Record<string, string>> = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x' };
const withoutLookAlikes = (text: string) =>
  text.normalize('NFKC').replace(/[асеорх]/g, (char) => lookAlikes[char] ?? char);

const tags = (text: string) =>
  text.replace(/[\u{E0020}-\u{E007E}]/gu, (char) => String.fromCodePoint(char.codePointAt(0)! - 0xe0000));

const runs = (text: string, form: RegExp, encoding: 'base64' | 'hex') =>
  [...text.matchAll(form)].map(([run]) => Buffer.from(run, encoding).toString('utf8')).filter(printable);

const backwards = (text: string) => Array.from(text).reverse().join('');

/** Ways that give back a text as long as they are given. */
const ways = [entities, percent, (text: string) => percent(percent(text)), escapes, withoutLookAlikes, tags];

function read(text: string): string[] {
  const inside = [...runs(text, base64Run, 'base64'), ...runs(text, hexRun, 'hex')];
  const twice = inside.flatMap((run) => runs(run, base64Run, 'base64'));
  const whole = ways.map((way) => way(text));
  // Turned round, most texts make no sense; only what then wants something is kept.
  const turned = [rot13(text), backwards(text)].filter((reading) => /https?:\/\/|@[a-z]/.test(reading));
  return [...new Set([text, ...inside, ...twice, ...whole, ...turned])];
}

/** Most texts come again with every run. */
const remembered = new Map<string, readonly string[]>();
const longestRemembered = 400;

export function readingsOf(text: string): readonly string[] {
  const known = remembered.get(text) ?? read(text);
  if (text.length <= longestRemembered) remembered.set(text, known);
  return known;
}
