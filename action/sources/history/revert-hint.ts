import { revertTitle } from '../../../contract/reading/revert-title.ts';
import type { RevertHint } from '../source.ts';

const sha = String.raw`[0-9a-f]{7,64}`;
const sentence = /^(?:this (?:change |commit )?)?reverts?:? /i;
/** Words between the verb and what is named, as in `This reverts merge commit …` or `Reverts changes made in #12`. */
const filler = /(?:the|merge|commits?|pull|requests?|prs?|changes|made|introduced|in|from|by):? /iy;
const named = new RegExp(
  String.raw`[[("']?(?:https?:\/\/[^\s/]+\/(?<urlRepository>[^\s/]+\/[^\s/]+)\/(?:commit\/(?<urlCommit>${sha})|pull\/(?<urlNumber>[1-9]\d{0,9}))` +
    String.raw`|(?:(?<repository>[\w.-]+\/[\w.-]+)?#(?<number>[1-9]\d{0,9}))|(?<commit>${sha}))(?![\w/-])[\])"'.;]*`,
  'iy',
);
const between = /,? and |, ?| & | /y;
const bullet = /^[-*] /;

/** Longest line looked at; longer ones are cut, for nobody names commits that far to the right. */
const longestLine = 2_000;

/** Lines with single spaces, so that no pattern meets a long run of them. */
const linesOf = (text: string) =>
  text.split('\n').map((line) => line.slice(0, longestLine).replaceAll(/\s+/g, ' ').trim());

interface Named {
  repository: string | null;
  commit: string | null;
  number: number | null;
}

/** A word of seven letters a to f is a word; only with a digit, or at full length, it is a commit. */
const isCommit = (text: string) => /\d/.test(text) || text.length >= 40;

/** Commits and numbers in a row, from a place on; the first word that is neither ends them. */
function namedFrom(text: string, from: number): Named[] {
  const found: Named[] = [];
  let at = from;
  for (filler.lastIndex = at; filler.test(text); at = filler.lastIndex);
  for (;;) {
    named.lastIndex = at;
    const groups = named.exec(text)?.groups;
    if (!groups) return found;
    const commit = groups['urlCommit'] ?? groups['commit'] ?? null;
    if (commit !== null && !isCommit(commit)) return found;
    const number = groups['urlNumber'] ?? groups['number'];
    found.push({
      repository: groups['urlRepository'] ?? groups['repository'] ?? null,
      commit: commit?.toLowerCase() ?? null,
      number: number === undefined ? null : Number(number),
    });
    between.lastIndex = named.lastIndex;
    if (!between.test(text)) return found;
    at = between.lastIndex;
  }
}

/** What one line says is taken back; a line that ends in a colon goes on in the bullets below it. */
function namedInLine(lines: readonly string[], at: number): Named[] {
  const line = lines[at] ?? '';
  const start = sentence.exec(line)?.[0].length;
  if (start === undefined) return [];
  const found = namedFrom(line, start);
  if (found.length > 0 || !line.endsWith(':')) return found;
  const list = [];
  for (const below of lines.slice(at + 1)) {
    if (below === '' && list.length === 0) continue;
    const mark = bullet.exec(below)?.[0].length;
    if (mark === undefined) break;
    list.push(...namedFrom(below, mark));
  }
  return list;
}

const trailer = /^[A-Za-z][A-Za-z-]*: \S/;

/** Whether a body says nothing below its first paragraph but trailers. */
function isOneParagraph(lines: readonly string[], first: number): boolean {
  const end = lines.findIndex((line, at) => at > first && line === '');
  return end < 0 || lines.slice(end).every((line) => line === '' || trailer.test(line));
}

const isPartial = /^(?:this )?(?:partial(?:ly)? reverts?|reverts? (?:a )?parts? of|reverts? some of)\b/i;

/**
 * What a message says it takes back; null when it says nothing of the kind. The commit that is named is the proof,
 * wherever a line of the body says so and however: in full or shortened, as an address, several at once. Under a
 * title that tells of no revert only the body's first line counts: further down it may be one of many commits; and where
 * more is said below it, the change does more than to revert.
 * @param isOwn whether `owner/name` is the repository the commit belongs to
 */
export function revertHint(
  title: string,
  body: string,
  isOwn: (repository: string) => boolean,
): RevertHint | null {
  // Hardly any message has the word: most need no closer look.
  if (!/revert|reapply/i.test(title) && !/revert/i.test(body)) return null;
  const quoted = revertTitle(title);
  const inTitle = namedInLine(linesOf(title), 0);
  const lines = linesOf(body);
  const first = lines.findIndex((line) => line !== '');
  if (lines.some((line) => isPartial.test(line))) return null;
  const isRevert = quoted !== null || inTitle.length > 0;
  const inBody = lines.flatMap((_, at) => (isRevert || at === first ? namedInLine(lines, at) : []));
  const all = [...inTitle, ...inBody];
  if (quoted === null && all.length === 0) return null;
  const isForeign = ({ repository }: Named) => repository !== null && !isOwn(repository);
  const isTold = isRevert || /\brevert/i.test(title);
  const numbered = all.filter(({ number }) => number !== null);
  const own = numbered.filter((each) => !isForeign(each));
  const foreign = all.find(isForeign);
  return {
    commits: [...new Set(all.flatMap((each) => (isForeign(each) ? [] : (each.commit ?? []))))],
    number: own[0]?.number ?? null,
    quoted: quoted && {
      title: quoted.action === 'reapply' ? `Revert "${quoted.subject}"` : quoted.subject,
      number: quoted.number,
    },
    elsewhere:
      foreign && own.length === 0
        ? `${foreign.repository}${foreign.number === null ? `@${foreign.commit}` : `#${foreign.number}`}`
        : null,
    isAll: isTold || isOneParagraph(lines, first),
  };
}

/** What several messages of one revert say together, the first having the first word; null when none says any. */
export function mergeHints(hints: readonly (RevertHint | null)[]): RevertHint | null {
  const known = hints.filter((hint) => hint !== null);
  if (known.length === 0) return null;
  const first = <Field extends keyof RevertHint>(field: Field) =>
    known.map((hint) => hint[field]).find((value) => value !== null) ?? null;
  return {
    commits: [...new Set(known.flatMap(({ commits }) => commits))],
    number: first('number'),
    quoted: first('quoted'),
    elsewhere: first('elsewhere'),
    isAll: known.some(({ isAll }) => isAll),
  };
}
