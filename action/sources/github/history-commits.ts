import { type Line, linesOfDevelopment } from '../history/lines-of-development.ts';
import type { CommitNode, PullNode, RestCommit } from './answers.ts';
import { mergeMethod } from './pull-change.ts';

/** A commit of a window as GitHub tells it. */
export interface HubCommit {
  sha: string;
  parents: readonly string[];
  author: { login: string | null; name: string | null };
  /** Committer date. */
  at: string;
  message: string;
}

export const ofGraphql = (node: CommitNode): HubCommit => ({
  sha: node.oid,
  parents: (node.parents.nodes ?? []).flatMap((parent) => parent?.oid ?? []),
  author: { login: node.author?.user?.login ?? null, name: node.author?.name ?? null },
  at: node.committedDate,
  message: node.message,
});

export const ofRest = ({ sha, commit, author, parents }: RestCommit): HubCommit => ({
  sha,
  parents: parents.map((parent) => parent.sha),
  author: { login: author?.login ?? null, name: commit.author?.name ?? null },
  at: commit.committer?.date ?? '',
  message: commit.message,
});

/** Commits that no pull request of the window accounts for. */
export interface Unaccounted {
  /** Not merges; they reached the branch on their own. */
  loose: HubCommit[];
  /** Part of a merged pull request, but their own message names one too: perhaps one merged into that branch. */
  nested: HubCommit[];
}

const isMerge = (commit: HubCommit) => commit.parents.length > 1;
const namesPull = (message: string) =>
  /^Merge pull request #\d|\(#\d+\)\s*$/.test(message.split('\n', 1)[0] ?? '');

/** Commits of a rebase merge: its last, and as many before it as the pull request has. */
function rebasedCommits(pull: PullNode, commits: ReadonlyMap<string, HubCommit>): HubCommit[] {
  const found: HubCommit[] = [];
  let at = commits.get(pull.mergeCommit?.oid ?? '');
  while (at && found.length < pull.commits.totalCount) {
    found.push(at);
    at = commits.get(at.parents[0] ?? '');
  }
  return found;
}

/**
 * Tells which commits the pull requests brought, by the graph: merge commits with their branches, squashes, and
 * rebases with their number of commits.
 * @param commits parents before or after children, in any order
 */
export function unaccountedCommits(
  commits: ReadonlyMap<string, HubCommit>,
  tips: readonly string[],
  pulls: Iterable<PullNode>,
): Unaccounted {
  const pullOf = new Map<string, PullNode>();
  const accounted = new Set<string>();
  for (const pull of pulls) {
    if (pull.mergeCommit) pullOf.set(pull.mergeCommit.oid, pull);
    if (mergeMethod(pull) === 'rebase')
      for (const { sha } of rebasedCommits(pull, commits)) accounted.add(sha);
  }
  const insidePull = new Set<Line<HubCommit>>();
  const seen = new Set<string>();
  const result: Unaccounted = { loose: [], nested: [] };
  for (const line of tips.flatMap((tip) => linesOfDevelopment(commits, tip))) {
    const { mergedBy, into } = line;
    if (mergedBy && into && (pullOf.has(mergedBy.sha) || insidePull.has(into))) insidePull.add(line);
    for (const commit of line.commits) {
      if (seen.has(commit.sha)) continue;
      seen.add(commit.sha);
      if (accounted.has(commit.sha) || pullOf.has(commit.sha)) continue;
      if (namesPull(commit.message) && (insidePull.has(line) || isMerge(commit))) result.nested.push(commit);
      else if (!isMerge(commit) && !insidePull.has(line)) result.loose.push(commit);
    }
  }
  return result;
}
