import type { HubCommit } from './history-commits.ts';
import { type RangeCommits, readComparison } from './range-commits.ts';
import type { RepositoryContext } from './repository-context.ts';
import type { End } from './tag-ends.ts';

/** What waits for the next release, and the release it comes after. */
export interface Unreleased {
  commits: HubCommit[];
  base: End;
  gaps: string[];
}

/**
 * Leaves out what any release of the series holds. Releases contained in the branch cost nothing; one made beside it
 * costs a comparison, and is only asked about where it is younger than something that still waits.
 * @param found the commits of `head` that the highest release does not hold
 * @param releases of the series, the highest first
 */
export async function unreleasedCommits(
  context: RepositoryContext,
  found: RangeCommits,
  head: string,
  releases: readonly [End, ...End[]],
): Promise<Unreleased> {
  const bySha = new Map(found.commits.map((commit) => [commit.sha, commit]));
  const [highest] = releases;
  const gaps: string[] = [];
  /** Of each commit that is released the place of the highest release that holds it. */
  const holder = new Map<string, number>();
  const hold = (sha: string, place: number) => holder.set(sha, Math.min(place, holder.get(sha) ?? place));

  const walked = new Set<string>();
  releases.forEach(({ commit: tip }, place) => {
    const open = [tip];
    for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
      const commit = bySha.get(sha);
      if (!commit || walked.has(sha)) continue;
      walked.add(sha);
      hold(sha, place);
      open.push(...commit.parents);
    }
  });

  /** The branch's own line above the newest commit of it that is released, and that commit. */
  const ownLine = () => {
    const line: HubCommit[] = [];
    let sha: string | undefined = head;
    for (let at = bySha.get(head); at && !holder.has(at.sha); at = bySha.get(sha ?? '')) {
      line.push(at);
      [sha] = at.parents;
    }
    return { line, released: sha };
  };
  const waitsSince = () => Math.min(...ownLine().line.map(({ at }) => Date.parse(at)));
  const beside = releases
    .map((release, place) => ({ release, place }))
    .filter(({ release }) => !bySha.has(release.commit) && release !== highest && !found.isUnrelated)
    .sort((left, right) => Date.parse(right.release.committedAt) - Date.parse(left.release.committedAt));
  const seen = new Set<string>([highest.commit]);
  for (const { release, place } of beside) {
    if (seen.has(release.commit) || Date.parse(release.committedAt) < waitsSince()) continue;
    const held = await readComparison(context, highest.commit, release.commit);
    gaps.push(...held.gaps);
    for (const { sha } of held.commits) {
      seen.add(sha);
      if (bySha.has(sha)) hold(sha, place);
    }
  }

  const { released } = ownLine();
  const base = releases[holder.get(released ?? '') ?? 0] ?? highest;
  return { commits: found.commits.filter(({ sha }) => !holder.has(sha)), base, gaps };
}
