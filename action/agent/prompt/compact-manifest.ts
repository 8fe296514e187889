import type { Manifest, PullRequestEntry } from '../../../contract/manifest.ts';
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
