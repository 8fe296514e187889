import type { Change } from '../source.ts';
import type { HubCommit } from './history-commits.ts';

/** A commit without a pull request as a change. @param url web address of the repository */
export function pushChange(commit: HubCommit, url: string): Change {
  const { facts } = commit;
  return {
    number: null,
    commit: commit.sha,
    aliases: facts.pickedFrom,
    rebased: [],
    title: facts.subject,
    author: commit.author,
    at: commit.at,
    url: `${url}/commit/${commit.sha}`,
    labels: null,
    isBreaking: facts.isBreaking,
    reverts: facts.reverts,
  };
}
