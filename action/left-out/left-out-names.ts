import type { Manifest } from '../../contract/manifest.ts';
import { foldedText } from '../../contract/reading/folded-text.ts';
import { isLeftOut, leftOutTitles } from './left-out-titles.ts';

/** By what a text can name something that a rule leaves out. */
export interface LeftOutNames {
  /**
   * Numbers of the lines that name something left out: by number, key, address, commit or title.
   * @param repository key of the repository the text is from
   */
  linesIn(text: string, repository: string): ReadonlySet<number>;
  isCommit(sha: string): boolean;
}

const mention = /(?:#|\/(?:pull|pulls|issues)\/|\bgh-|\b(?:pr|pull request) ?)(?<digits>\d{1,10})(?!\d)/g;
const longestRepository = 140;
const repositoryBefore = /[\w.-]{1,39}\/[\w.-]{1,100}$/;
const hexWord = /\b[0-9a-f]{7,64}\b/g;

/** Keys of the pull requests that a line names, in lower case. A bare number is one of the repository. */
export function keysIn(text: string, repository: string): string[] {
  const line = foldedText(text);
  return [...line.matchAll(mention)].map(({ index, groups }) => {
    const before = line.slice(Math.max(0, index - longestRepository), index);
    const key = repositoryBefore.exec(before)?.[0] ?? repository.toLowerCase();
    return `${key}#${Number(groups?.['digits'])}`;
  });
}

/** @param manifest with its titles, not as a public place shows it */
export function leftOutNames(manifest: Manifest): LeftOutNames {
  const pulls = manifest.pull_requests.filter(isLeftOut);
  const keys = new Set(pulls.map(({ key }) => key.toLowerCase()));
  const commits = [
    ...pulls.flatMap(({ merge_commit: commit }) => commit ?? []),
    ...manifest.direct_pushes.filter(isLeftOut).map(({ commit }) => commit),
  ];
  const titleLines = leftOutTitles(manifest);
  const isNamed = (line: string, repository: string) =>
    keysIn(line, repository).some((key) => keys.has(key)) ||
    (line.toLowerCase().match(hexWord) ?? []).some((word) =>
      commits.some((commit) => commit.startsWith(word)),
    );
  return {
    isCommit: (sha) => commits.includes(sha),
    linesIn(text, repository) {
      const found = new Set(titleLines(text));
      if (keys.size + commits.length === 0) return found;
      for (const [at, line] of text.split('\n').entries()) if (isNamed(line, repository)) found.add(at);
      return found;
    },
  };
}
