import { describeMessage, type MessageContext, type MessageFacts } from '../history/describe-message.ts';
import { type Line, linesOfDevelopment } from '../history/lines-of-development.ts';
import { type CommitNode, type PullNode, unknownDate } from './answers.ts';
import type { RestCommit } from './range-answers.ts';
import { type Links, mergeCommitsOf, rebasedCommits } from './merge-method.ts';

/** A commit of a window as GitHub tells it. */
export interface HubCommit {
  sha: string;
  parents: readonly string[];
  author: { login: string | null; name: string | null };
  /** Committer date. */
  at: string;
  message: string;
  facts: MessageFacts;
}

export const ofGraphql = (node: CommitNode, messages: MessageContext): HubCommit => ({
  sha: node.oid,
  parents: (node.parents.nodes ?? []).flatMap((parent) => parent?.oid ?? []),
  author: { login: node.author?.user?.login ?? null, name: node.author?.name ?? null },
  at: node.committedDate,
  message: node.message,
  facts: describeMessage(node.message, messages),
});

export const ofRest = (
  { sha, commit, author, parents }: RestCommit,
  messages: MessageContext,
): HubCommit => ({
  sha,
  parents: parents.map((parent) => parent.sha),
  author: { login: author?.login ?? null, name: commit.author?.name ?? null },
  at: commit.committer?.date ?? unknownDate,
  message: commit.message,
  facts: describeMessage(commit.message, messages),
});

/** Commits that no pull request of the window accounts for, and those that hide behind one. */
export interface Unaccounted {
  /** Not merges; they reached the branch on their own. */
  loose: HubCommit[];
  /** Part of a merged pull request, but their own message names one too: perhaps one merged into that branch. */
  nested: HubCommit[];
  /** Part of the branch of a merged pull request, which says nothing of whether another brought them there. */
  inside: HubCommit[];
  /** Commits on the branch itself, not on one that was merged into it. */
  mainLine: ReadonlySet<string>;
  /** By SHA, the merge on the branch itself with which each nested commit of another line arrived. */
  landing: ReadonlyMap<string, HubCommit>;
}

const isMerge = (commit: HubCommit) => commit.parents.length > 1;
const namesPull = ({ facts }: HubCommit) => facts.pulls.length > 0;

/**
 * Tells which commits the pull requests brought, by the graph: merge commits with their branches, squashes, and
 * rebases with their number of commits.
 * @param commits parents before or after children, in any order
 * @param links what GitHub says of the commits of rebases, where it was asked
 */
export function unaccountedCommits(
  commits: ReadonlyMap<string, HubCommit>,
  tips: readonly string[],
  pulls: readonly PullNode[],
  links: Links,
): Unaccounted {
  const merged = mergeCommitsOf(pulls);
  const rebased = new Set(
    pulls.flatMap((pull) => rebasedCommits(pull, commits, merged, links)).map(({ sha }) => sha),
  );
  const insidePull = new Set<Line<HubCommit>>();
  const seen = new Set<string>();
  const mainLine = new Set<string>();
  const landing = new Map<string, HubCommit>();
  const landingOfLine = new Map<Line<HubCommit>, HubCommit>();
  const result: Pick<Unaccounted, 'loose' | 'nested' | 'inside'> = { loose: [], nested: [], inside: [] };
  for (const line of tips.flatMap((tip) => linesOfDevelopment(commits, tip))) {
    const { mergedBy, into } = line;
    if (mergedBy && into && (merged.has(mergedBy.sha) || insidePull.has(into))) insidePull.add(line);
    const landed = into ? (landingOfLine.get(into) ?? mergedBy) : null;
    if (landed) landingOfLine.set(line, landed);
    for (const commit of line.commits) {
      if (seen.has(commit.sha)) continue;
      seen.add(commit.sha);
      if (!mergedBy) mainLine.add(commit.sha);
      if (merged.has(commit.sha)) continue;
      const isPart = insidePull.has(line) || rebased.has(commit.sha);
      if (namesPull(commit) && (isPart || isMerge(commit))) {
        result.nested.push(commit);
        if (landed) landing.set(commit.sha, landed);
      } else if (!isMerge(commit)) (isPart ? result.inside : result.loose).push(commit);
    }
  }
  return { ...result, mainLine, landing };
}
