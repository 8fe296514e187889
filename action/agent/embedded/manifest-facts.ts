import type { ChangeKind, Manifest } from '../../../contract/manifest.ts';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { displayTitle } from '../../../contract/reading/display-title.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { isFitProse } from '../../report/prose-rules.ts';
import { countOf, joinWords } from '../../report/words.ts';

/** What a headline and a summary are made of: numbers, and words that are safe to stand in prose. */
export interface ManifestFacts {
  pulls: number;
  people: number;
  pushes: number;
  kinds: Readonly<Record<ChangeKind, number>>;
  /** The branch, or the number of repositories. */
  place: string;
  /** Name of the tag a release report is about, when it can stand in prose. */
  release: string | null;
  /** Areas that several pull requests name as their scope, the busiest first, three at most. */
  areas: string[];
  /** Short names of breaking changes and features, in merge order. */
  highlights: string[];
}

const isSafe = (text: string) => text !== '' && isFitProse(text);
const safe = (text: string, instead: string) => (isSafe(text) ? text : instead);

const isBot = (author: string) => /\[bot\]$|^(?:dependabot|renovate|github-actions)\b/i.test(author);

const longestHighlight = 36;

/** Words that say nothing once what followed them is cut away. */
const vague =
  /\b(?:options?|config|configuration|support|flags?|fields?|parameters?|tests?|files?|ability|types?|way)$/i;

/** What a change adds, told by its title: `Add a dark mode for the shop` gives `dark mode`; null where none can be told. */
export function highlightOf(title: string): string | null {
  const opened =
    /^(?<verb>add|introduce|implement|support|provide)\s+(?:support (?:for|to)\s+)?(?:(?:an?|the|new|basic|initial)\s+)*(?<thing>.+)$/i;
  const { verb = '', thing = '' } = opened.exec(displayTitle(title))?.groups ?? {};
  const cut = thing.replace(
    /\s+(?:for|to|when|so|in|via|by|from|on|that|which|if|as|at|into|instead|using)\s.*$/i,
    '',
  );
  const named = thing.length <= longestHighlight || vague.test(cut) ? thing : cut;
  const phrase = /^support$/i.test(verb) && !/^to\b/i.test(thing) ? `${named} support` : named;
  return phrase.length <= longestHighlight && /^[\p{L}\p{N}]/u.test(phrase) && isSafe(phrase) ? phrase : null;
}

function busiestAreas(titles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const scope = visibleText(conventionalTitle(title)?.scope ?? '');
    if (isSafe(scope) && !/^(?:deps|deps-dev|release|main|master)$/.test(scope)) {
      counts.set(scope, (counts.get(scope) ?? 0) + 1);
    }
  }
  const busy = [...counts].filter(([, count]) => count > 1);
  return busy
    .sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1))
    .slice(0, 3)
    .map(([area]) => area);
}

export function manifestFacts(manifest: Manifest): ManifestFacts {
  const pulls = manifest.pull_requests.filter(({ decision }) => decision === 'included');
  const count = (kind: ChangeKind) => pulls.filter((pull) => pull.kind === kind).length;
  const [repository] = manifest.repositories;
  const isSingle = manifest.repositories.length === 1;
  const titlesOf = (kind: ChangeKind) =>
    pulls.flatMap((pull) => (pull.kind === kind ? (pull.title ?? []) : []));
  const head = isSingle && manifest.analysis_type === 'release' ? repository?.window.head?.ref : undefined;
  return {
    pulls: pulls.length,
    people: new Set(pulls.flatMap(({ author }) => (author && !isBot(author) ? author : []))).size,
    pushes: manifest.direct_pushes.filter(({ decision }) => decision === 'included').length,
    kinds: {
      breaking: count('breaking'),
      feature: count('feature'),
      fix: count('fix'),
      performance: count('performance'),
      docs: count('docs'),
      maintenance: count('maintenance'),
      reverted: count('reverted'),
      other: count('other'),
    },
    place: isSingle
      ? safe(repository?.base_branch ?? '', 'the base branch')
      : `${manifest.repositories.length} repositories`,
    release: head !== undefined && isSafe(head) ? head : null,
    areas: busiestAreas(pulls.flatMap(({ title }) => title ?? [])),
    highlights: [
      ...new Set(
        [...titlesOf('breaking'), ...titlesOf('feature')].flatMap((title) => highlightOf(title) ?? []),
      ),
    ],
  };
}

const wordsOfKind: readonly (readonly [ChangeKind, string, string?])[] = [
  ['breaking', 'breaking change'],
  ['feature', 'feature'],
  ['fix', 'fix', 'fixes'],
  ['performance', 'performance improvement'],
  ['reverted', 'revert'],
];

/** `three features, five fixes and 14 smaller changes`: what users notice by name, the rest as a number. */
export function kindsInWords({ kinds, pulls }: ManifestFacts): string {
  const named = wordsOfKind.filter(([kind]) => kinds[kind] > 0);
  const smaller = pulls - named.reduce((sum, [kind]) => sum + kinds[kind], 0);
  const words = named.map(([kind, singular, plural]) => countOf(kinds[kind], singular, plural));
  if (words.length === 0) return countOf(smaller, 'smaller change');
  return joinWords(smaller > 0 ? [...words, countOf(smaller, 'smaller change')] : words);
}
