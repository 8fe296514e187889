import type { Manifest } from '../../contract/manifest.ts';
import { splitTrailingNumber } from '../../contract/reading/trailing-number.ts';
import { seenText } from '../../contract/reading/visible-text.ts';
import type { ExclusionRule } from '../../rules/exclusion-rules.ts';
import { describeMessage } from '../sources/history/describe-message.ts';
import type { Source } from '../sources/source.ts';
import { keysIn, leftOutNames } from './left-out-names.ts';
import { isLeftOut } from './left-out-titles.ts';

/** A repository with the rules that decided over it. */
export interface RuledRepository {
  source: Pick<Source, 'key' | 'details' | 'pullsByNumber'>;
  rule: ExclusionRule;
  /** True when a number, label, author or title may leave something out. */
  canLeaveOut: boolean;
}

/** Where a text is from. */
interface Origin {
  /** Key of the repository. */
  repository: string;
  /** Of a commit; null for any other text. */
  author: string | null;
}

/** What rules leave out of a run's repositories, also of what no window counted. A look-up that fails is thrown. */
export interface LeftOut {
  /** Numbers of the lines of a text that name something left out. */
  linesIn(text: string, origin: Origin, signal: AbortSignal): Promise<ReadonlySet<number>>;
  /** True for a pull request that holds something left out, or may. */
  isHeldBy(repository: string, number: number, signal: AbortSignal): Promise<boolean>;
}

/** A pull request that a line names. */
interface NamedPull {
  line: number;
  number: number;
  title: string;
  /** True where the line is about it, as in the list of a release, and not only mentions it. */
  isListed: boolean;
}

/** Longest part of a line that rules look at; a title has at most 256 characters. */
const longestTitle = 300;
/** Pull requests of a repository looked up in a run; what is named beyond them is taken as left out. */
const mostLookedUp = 200;

/** GraphQL knows no larger number, and GitHub has given none. */
const largestNumber = 2 ** 31 - 1;

const noTemplate: ReadonlySet<string> = new Set();

const numberOf = (key: string) => Number(key.slice(key.lastIndexOf('#') + 1));

function pullsNamedIn(text: string, repository: string): NamedPull[] {
  const { pulls, title: subject } = describeMessage(text, { names: [repository], template: noTemplate });
  const brought = pulls.map(({ number, title }) => ({
    line: 0,
    number,
    title: title || subject,
    isListed: true,
  }));
  const lines = text.split('\n').flatMap((whole, line) => {
    const { title, number: listed } = splitTrailingNumber(seenText(whole).replace(/^[* -]{1,8}/, ''));
    const own = keysIn(whole, repository).filter((key) => key.startsWith(`${repository.toLowerCase()}#`));
    return own.map(numberOf).map((number) => ({ line, number, title, isListed: number === listed }));
  });
  return [...brought, ...lines]
    .filter(({ number }) => number <= largestNumber)
    .map((named) => ({ ...named, title: named.title.slice(0, longestTitle) }));
}

/** Looks pull requests up as they are now, each once. @returns the numbers of those that the rules leave out */
function lookUp({ source, rule }: RuledRepository) {
  const looked = new Map<number, Promise<ReadonlySet<number>>>();
  const look = async (numbers: readonly number[], signal: AbortSignal) => {
    const pulls = (await source.pullsByNumber?.(numbers, signal)) ?? [];
    const leftOut = pulls.filter((pull) => rule(pull, undefined) !== null);
    return new Set(leftOut.flatMap(({ number }) => number ?? []));
  };
  return async (numbers: readonly number[], signal: AbortSignal): Promise<ReadonlySet<number>> => {
    const wanted = [...new Set(numbers)];
    const fresh = wanted.filter((number) => !looked.has(number)).slice(0, mostLookedUp - looked.size);
    if (fresh.length > 0) {
      const looking = look(fresh, signal);
      for (const number of fresh) looked.set(number, looking);
      looking.catch(() => fresh.forEach((number) => looked.delete(number)));
    }
    const leftOut = await Promise.all(
      wanted.map(async (number) => {
        const found = await looked.get(number);
        return found === undefined || found.has(number) ? number : [];
      }),
    );
    return new Set(leftOut.flat());
  };
}

/**
 * What came to a branch by one pull request may come to the base branch by another, and a description may list it: a
 * date window then does not count it, and the rules are asked by what names it.
 * @param manifest with its titles, not as a public place shows it
 */
export function leftOutPulls(manifest: Manifest, repositories: readonly RuledRepository[]): LeftOut {
  const names = leftOutNames(manifest);
  const known = new Set(manifest.pull_requests.map(({ key }) => key));
  const ruled = new Map(
    repositories.map((repository) => [repository.source.key, { ...repository, lookUp: lookUp(repository) }]),
  );
  const leavesOutAny = [...manifest.pull_requests, ...manifest.direct_pushes].some(isLeftOut);
  const held = new Map<string, Promise<boolean>>();

  /** What a text names and no window counted. */
  const strangersIn = (text: string, key: string) =>
    pullsNamedIn(text, key).filter(({ number }) => !known.has(`${key}#${number}`));
  const listedIn = (text: string, key: string) =>
    strangersIn(text, key).flatMap(({ number, isListed }) => (isListed ? number : []));

  async function linesIn(text: string, { repository: key, author }: Origin, signal: AbortSignal) {
    const found = new Set(names.linesIn(text, key));
    const repository = ruled.get(key);
    if (!repository?.canLeaveOut) return found;
    const lookedUp = await repository.lookUp(listedIn(text, key), signal);
    for (const { line, number, title, isListed } of strangersIn(text, key)) {
      const told = { number, title, author: { login: null, name: author }, labels: null };
      const reason = repository.rule(told, undefined);
      // A line that only mentions a number, an issue's mostly, does not hold its title.
      const isOut = isListed ? reason !== null || lookedUp.has(number) : reason?.code === 'ignored_prs';
      if (isOut) found.add(line);
    }
    return found;
  }

  async function lookInto(key: string, number: number, signal: AbortSignal): Promise<boolean> {
    const repository = ruled.get(key);
    if (!repository || !(repository.canLeaveOut || leavesOutAny)) return false;
    const { items, total } = await repository.source.details.commits(number, signal);
    // What is not listed may be anything.
    if (total !== items.length || items.some(({ sha }) => names.isCommit(sha))) return true;
    // All at once, so that it costs one request.
    if (repository.canLeaveOut)
      await repository.lookUp(
        items.flatMap(({ message }) => listedIn(message, key)),
        signal,
      );
    const lines = await Promise.all(
      items.map(({ message, author }) => linesIn(message, { repository: key, author }, signal)),
    );
    return lines.some(({ size }) => size > 0);
  }

  return {
    linesIn,
    isHeldBy(key, number, signal) {
      const id = `${key}#${number}`;
      const looking = held.get(id) ?? lookInto(key, number, signal);
      held.set(id, looking);
      looking.catch(() => held.delete(id));
      return looking;
    },
  };
}
