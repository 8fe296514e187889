import type { Notice } from '../../../contract/manifest.ts';
import { mostNamedPulls } from './named-pulls.ts';

const shown = 20;

const keysOf = (key: string, numbers: readonly number[]) => {
  const named = numbers.slice(0, shown).map((number) => `${key}#${number}`);
  const rest = numbers.length - named.length;
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
};

/** Says which pull requests only a merge bot's words vouch for. @param why what else there would be to go by */
export const namedByBot = (key: string, numbers: readonly number[], why: string): Notice[] =>
  numbers.length === 0
    ? []
    : [
        {
          code: 'named_by_merge_bot',
          text: `${keysOf(key, numbers)} ${numbers.length === 1 ? 'stands' : 'stand'} as named by the merge bot: ${why}.`,
        },
      ];

/** Says which commits name more pull requests than are read. */
export const namesCut = (key: string, commits: readonly { sha: string; total: number }[]): Notice[] =>
  commits.map(({ sha, total }) => ({
    code: 'named_pulls_truncated',
    text: `Truncated: ${key}@${sha.slice(0, 10)} names ${total} pull requests; the first ${mostNamedPulls} were read.`,
  }));
