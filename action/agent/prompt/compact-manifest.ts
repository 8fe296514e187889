import type { DirectPushEntry, Manifest, PullRequestEntry } from '../../../contract/manifest.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';

/** Ids that a model uses for pull requests: `#12` where there is one repository, else the key. */
export interface PullIds {
  idOf: (pull: Pick<PullRequestEntry, 'key' | 'number'>) => string;
  /** The key of an id as a model wrote it; what is no id comes back as it is, for verify to refuse. */
  keyOf: (id: string) => string;
}

export function pullIds({ repositories }: Manifest): PullIds {
  const [only] = repositories;
  if (!only || repositories.length > 1) return { idOf: ({ key }) => key, keyOf: (id) => id.trim() };
  return {
    idOf: ({ number }) => `#${number}`,
    keyOf: (id) => (/^#?\d+$/.test(id.trim()) ? `${only.key}#${id.trim().replace('#', '')}` : id.trim()),
  };
}

/** Longest title shown, in characters; GitHub's own limit is 256. */
const longestTitle = 256;

// Not cut in the middle of a character of two units.
const field = (text: string) =>
  visibleText(text)
    .slice(0, longestTitle)
    .replace(/[\uD800-\uDBFF]$/, '');

/** Pull requests, one line each: id, kind, author, title. Excluded ones are left out here too. */
export const compactPulls = (pulls: readonly PullRequestEntry[], { idOf }: PullIds): string =>
  pulls
    .filter(({ decision }) => decision === 'included')
    .map((pull) => [idOf(pull), pull.kind, field(pull.author ?? ''), field(pull.title ?? '')].join('\t'))
    .join('\n');

/** Direct pushes listed at most: they tell little, and must not crowd out what merged. */
export const mostPushes = 40;
/** Characters of a SHA that a model is shown: enough to name a commit, a quarter of the tokens. */
const shownSha = 10;

/** Commits without a pull request, one line each like pull requests; a last line says how many were left out. */
export function compactPushes(pushes: readonly DirectPushEntry[]): string {
  const included = pushes.filter(({ decision }) => decision === 'included');
  const lines = included
    .slice(0, mostPushes)
    .map(({ commit, author, title }) =>
      [commit.slice(0, shownSha), 'push', field(author ?? ''), field(title ?? '')].join('\t'),
    );
  const isCut = included.length > mostPushes;
  return [...lines, ...(isCut ? [`[truncated: ${mostPushes} of ${included.length} pushes]`] : [])].join('\n');
}
