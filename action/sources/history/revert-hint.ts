import { revertTitle } from '../../../contract/reading/revert-title.ts';
import type { RevertHint } from '../source.ts';

const sha = String.raw`[0-9a-f]{7,64}`;
/** Git's word, and those that people use besides: `Back out …`, Mercurial's `Backed out changeset …`, `Roll back …`. */
const verb = String.raw`(?:revert(?:s|ed|ing)?|back(?:s|ed|ing)?[ -]?out|roll(?:s|ed|ing)?[ -]?back|undo(?:es)?)\b(?! (?:in|by)\b)`;
const statement = String.raw`(?:this (?:change |commit |patch |pr |pull request )?)?${verb}:? `;
const atStart = new RegExp(`^${statement}`, 'i');
const anywhere = new RegExp(`(?:^(?:[-*] )?|[.!?;:] )${statement}`, 'gi');
const isMentioned = new RegExp(String.raw`\b${verb}`, 'i');
/** A title that begins with it, behind a conventional type or not, is of a change that takes something back. */
const titleVerb = new RegExp(
  String.raw`^(?:\w+(?:\([^()]*\))?!?: )?(?:temporarily |partial(?:ly)? )?${verb}`,
  'i',
);
/** Words between the verb and what is named, as in `This reverts merge commit …` or `Reverts changes made in #12`. */
const filler =
  /(?:the|of|merge|commits?|changesets?|revisions?|pull|requests?|prs?|changes|made|introduced|in|from|by):? /iy;
const named = new RegExp(
  String.raw`[[("'<]?[*\x60]{0,2}(?:https?:\/\/[^\s/]+\/(?<urlRepository>[^\s/]+\/[^\s/]+)\/(?:commit\/(?<urlCommit>${sha})|pull\/(?<urlNumber>[1-9]\d{0,9}))` +
    String.raw`|(?:(?<repository>[\w.-]+\/[\w.-]+)?#(?<number>[1-9]\d{0,9}))|(?<commit>${sha}))(?![\w/-])[\])"'*>\x60.;]*`,
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

/** What the sentences of one line say is taken back; a line that ends in a colon goes on in the bullets below it. */
function namedInLine(lines: readonly string[], at: number, sentences: 'first' | 'all'): Named[] {
  const line = lines[at] ?? '';
  const starts =
    sentences === 'first'
      ? [atStart.exec(line)?.[0].length].filter((end) => end !== undefined)
      : [...line.matchAll(anywhere)].map((match) => match.index + match[0].length);
  if (starts.length === 0) return [];
  const found = starts.flatMap((start) => namedFrom(line, start));
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

const isPartial = new RegExp(
  String.raw`^(?:\w+(?:\([^()]*\))?!?: )?(?:this )?(?:partial(?:ly)? ${verb}|${verb} (?:(?:a )?parts?|some) of\b)`,
  'i',
);

/**
 * What a message says it takes back; null when it says nothing of the kind. The commit that is named is the proof,
 * wherever a sentence says so and however: in full or shortened, as an address, several at once. Under a title that
 * begins with no such word only the start of the body counts: further down it may be one of many commits; and where
 * more is said below it, the change does more than to revert.
 * @param isOwn whether `owner/name` is the repository the commit belongs to
 */
export function revertHint(
  title: string,
  body: string,
  isOwn: (repository: string) => boolean,
): RevertHint | null {
  // Hardly any message has the word: most need no closer look.
  if (!/reapply/i.test(title) && !isMentioned.test(title) && !isMentioned.test(body)) return null;
  const quoted = revertTitle(title);
  const titleLines = linesOf(title);
  const lines = linesOf(body);
  const first = lines.findIndex((line) => line !== '');
  if ([...titleLines, ...lines].some((line) => isPartial.test(line))) return null;
  const isRevert = quoted !== null || titleVerb.test(titleLines[0] ?? '');
  const inBody = lines.flatMap((_, at) => {
    if (isRevert) return namedInLine(lines, at, 'all');
    return at === first ? namedInLine(lines, at, 'first') : [];
  });
  // What a title quotes is a title again, in which a number may be that of an issue.
  const inTitle = /^\S+ ["“]/.test(title) ? [] : namedInLine(titleLines, 0, 'first');
  const all = [...inTitle, ...inBody];
  if (quoted === null && all.length === 0) return null;
  const isForeign = ({ repository }: Named) => repository !== null && !isOwn(repository);
  const isTold = isRevert || isMentioned.test(title);
  const numbered = all.filter(({ number }) => number !== null);
  const own = numbered.filter((each) => !isForeign(each));
  const foreign = all.find(isForeign);
  return {
    commits: [...new Set(all.flatMap((each) => (isForeign(each) ? [] : (each.commit ?? []))))],
    numbers: [...new Set(own.flatMap(({ number }) => number ?? []))],
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
    numbers: known.find(({ numbers }) => numbers.length > 0)?.numbers ?? [],
    quoted: first('quoted'),
    elsewhere: first('elsewhere'),
    isAll: known.some(({ isAll }) => isAll),
  };
}
