import { splitTrailingNumber } from '../../../contract/reading/trailing-number.ts';

/** How a message names a pull request: a merge says most, an entry in a merge bot's list least. */
export type PullForm = 'merge' | 'squash' | 'trailer' | 'listed';

/** A pull request of the own repository that a commit message names. Texts are untrusted. */
export interface NamedPull {
  number: number;
  form: PullForm;
  /** Its title where the message gives one for each pull request; null: the message's own title stands. */
  title: string | null;
  /** Login of its author, as bors writes it. */
  author: string | null;
  /** True for the words of a bot or script that merges by itself, so GitHub may not know of the merge. */
  isByBot: boolean;
}

export interface NamedPulls {
  pulls: readonly NamedPull[];
  /** Pull requests the message names; more than `pulls` where it names more than are read. */
  total: number;
}

/** Most pull requests read of one message. Rollups and batches of real merge bots stay below fifty. */
export const mostNamedPulls = 200;

const noPulls: NamedPulls = { pulls: [], total: 0 };

const githubMerge = /^Merge pull request #([1-9]\d{0,9}) from \S+/;
/**
 * bors, homu and its rollups, Mergify, and scripts and people that batch; a list of numbers follows. In lower case, as
 * in `merge #67490 from trunk`, it may be any number.
 */
const botMerge =
  /^(?:(?:Merge|Merged|Auto[ -]?merge|Batch merge|Rollup merge)(?: of)?|[Mm]erged? (?:pull requests?|PRs?)) (?=#)/;
const numberInList = /#([1-9]\d{0,9})(?!\w)(?:(?:,? and|,| &| \+)? (?=#))?/y;
const endOfList = /(?:$| - |:| r=| from | into )/y;

/** `owner/name#12` or `#12`, or the address of a pull request; the first two groups are the repository's name. */
const reference = String.raw`(?:https?:\/\/[^\s/]+\/([^\s/]+\/[^\s/]+)\/pull\/|([\w.-]+\/[\w.-]+)?#)([1-9]\d{0,9})`;
/** As Node.js, PyTorch, Apache's and Google's scripts write, which close a pull request instead of merging it. */
const trailers = [
  new RegExp(
    String.raw`^(?:PR-URL|Pull-Request|Reviewed-in|Pull Request resolved):[ \t]*${reference}\s*$`,
    'im',
  ),
  new RegExp(String.raw`^Imported from GitHub PR ${reference}\s*$`, 'im'),
  new RegExp(String.raw`^Closes ${reference} from [^\s/]+\/\S+\.\s*$`, 'im'),
];

/** `- #101 (Fix the parser)` of homu's newer rollups. */
const rollupEntry = /^(?:[-*] )?#([1-9]\d{0,9})(?: \((.*)\))?$/;

/** The numbers that a merge lists, and what stands behind a colon: the title. */
function listOfSubject(subject: string): { numbers: number[]; title: string } {
  const found: number[] = [];
  numberInList.lastIndex = botMerge.exec(subject)?.[0].length ?? subject.length;
  for (let match = numberInList.exec(subject); match; match = numberInList.exec(subject)) {
    found.push(Number(match[1]));
    endOfList.lastIndex = numberInList.lastIndex;
  }
  const end = found.length > 0 ? endOfList.exec(subject) : null;
  return {
    numbers: end ? [...new Set(found)] : [],
    title: end?.[0] === ':' ? subject.slice(endOfList.lastIndex).trim() : '',
  };
}

/** Cuts ` r=grace` or ` a=ada` off the end of a line. */
function splitMark(text: string, mark: string): [text: string, value: string | null] {
  const at = text.lastIndexOf(mark);
  const value = at < 0 ? '' : text.slice(at + mark.length);
  return value === '' || /\s/.test(value) ? [text, null] : [text.slice(0, at), value];
}

/** A line in which bors names a pull request: `12: Fix totals r=grace a=ada`. */
function borsLine(line: string): { number: number; title: string; author: string } | null {
  const [, digits, rest = ''] = /^#?([1-9]\d{0,9}): (.*)$/.exec(line) ?? [];
  const [reviewed, author] = splitMark(rest, ' a=');
  if (digits === undefined || author === null) return null;
  return { number: Number(digits), title: splitMark(reviewed, ' r=')[0].trim(), author };
}

function namedBySubject(numbers: readonly number[], title: string, body: readonly string[]): NamedPull[] {
  const told = new Map(body.flatMap((line) => borsLine(line) ?? []).map((each) => [each.number, each]));
  return numbers.map((number) => ({
    number,
    form: 'merge',
    title: told.get(number)?.title ?? (numbers.length > 1 ? '' : title || null),
    author: told.get(number)?.author ?? null,
    isByBot: true,
  }));
}

/** Pull requests below `Successful merges:` in the body of homu's rollup, one a line or all in one. */
function listedPulls(body: readonly string[]): NamedPull[] {
  const start = body.findIndex((line) => /^(?:[-*] )?Successful merges:/i.test(line));
  if (start < 0) return [];
  const entry = (number: string, title: string | null): NamedPull => ({
    number: Number(number),
    form: 'listed',
    title,
    author: null,
    isByBot: true,
  });
  const found = [...(body[start] ?? '').matchAll(/#([1-9]\d{0,9})\b/g)].map(([, number = '']) =>
    entry(number, ''),
  );
  for (const line of body.slice(start + 1)) {
    const [, number, title = ''] = rollupEntry.exec(line) ?? [];
    if (number !== undefined) found.push(entry(number, title));
    else if (line !== '') break;
  }
  return found;
}

function capped(pulls: readonly NamedPull[]): NamedPulls {
  const byNumber = new Map<number, NamedPull>();
  for (const pull of pulls) if (!byNumber.has(pull.number)) byNumber.set(pull.number, pull);
  return { pulls: [...byNumber.values()].slice(0, mostNamedPulls), total: byNumber.size };
}

function trailedPull(body: string, isOwn: (repository: string) => boolean): NamedPull | null {
  for (const trailer of trailers) {
    const [, addressed, written, number] = trailer.exec(body) ?? [];
    const repository = addressed ?? written;
    if (number === undefined || (repository !== undefined && !isOwn(repository))) continue;
    return { number: Number(number), form: 'trailer', title: null, author: null, isByBot: true };
  }
  return null;
}

/**
 * Pull requests that a commit message names: GitHub's merge and squash subjects, merges, batches and rollups of merge
 * bots, and the trailers of projects and scripts that rebase. A subject is read to its end: a number in its middle is
 * only a mention.
 * @param isOwn whether `owner/name` is the repository the commit belongs to
 */
export function namedPulls(
  subject: string,
  body: string,
  isOwn: (repository: string) => boolean,
): NamedPulls {
  const merged = githubMerge.exec(subject)?.[1];
  if (merged !== undefined)
    return capped([{ number: Number(merged), form: 'merge', title: null, author: null, isByBot: false }]);
  const { numbers, title } = listOfSubject(subject);
  const squashed = splitTrailingNumber(subject).number;
  // A later pull request may bring an earlier one: `Merge #12: fix totals (#34)` is the squash of #34.
  if (numbers.length > 0 && (squashed === null || squashed <= Math.max(...numbers))) {
    const lines = body.split('\n').map((line) => line.trim());
    return capped([...namedBySubject(numbers, title, lines), ...listedPulls(lines)]);
  }
  if (squashed !== null)
    return capped([{ number: squashed, form: 'squash', title: null, author: null, isByBot: false }]);
  const trailed = trailedPull(body, isOwn);
  return trailed ? capped([trailed]) : noPulls;
}
