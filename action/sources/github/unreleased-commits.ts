import { releasesOfSeries, type Tag } from '../../window/tag-series.ts';
import type { HubCommit } from './history-commits.ts';

/** What waits for the next release, and the release it comes after. */
export interface Unreleased<Release extends Tag> {
  commits: HubCommit[];
  base: Release;
}

/**
 * Leaves out what other releases of the series hold: one of a hotfix line may be the latest, and one made earlier
 * may have been merged back. The base is the release that is nearest on the branch's own line.
 * @param commits those of `head` that `base` does not hold
 */
export function unreleasedCommits<Release extends Tag>(
  commits: readonly HubCommit[],
  head: string,
  base: Release,
  tags: readonly Release[],
): Unreleased<Release> {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const releases = new Set(releasesOfSeries(base.name, tags).map(({ name }) => name));
  const within = tags.filter(({ name, commit }) => releases.has(name) && bySha.has(commit));
  const released = new Set<string>();
  const open = within.map(({ commit }) => commit);
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    const commit = bySha.get(sha);
    if (!commit || released.has(sha)) continue;
    released.add(sha);
    open.push(...commit.parents);
  }
  let nearest: Release | undefined;
  for (let at = bySha.get(head); at && !nearest; at = bySha.get(at.parents[0] ?? '')) {
    const { sha } = at;
    nearest = within.find(({ commit }) => commit === sha);
  }
  return { commits: commits.filter(({ sha }) => !released.has(sha)), base: nearest ?? base };
}
