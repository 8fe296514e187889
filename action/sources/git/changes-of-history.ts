import { mergeHints } from '../history/merge-hints.ts';
import type { Change } from '../source.ts';
import type { MessageFacts } from '../history/describe-message.ts';
import { type Line as LineOf, linesOfDevelopment } from '../history/lines-of-development.ts';
import type { Commit } from './read-commits.ts';

type Line = LineOf<Commit>;

/** Which commits count: all of a range, or what landed on one branch in a span of time (end exclusive). */
export type Scope = { kind: 'range' } | { kind: 'branch'; branch: string; start: string; end: string };

type Numbered = Commit & { facts: MessageFacts & { pull: NonNullable<MessageFacts['pull']> } };

const namesPull = (commit: Commit): commit is Numbered => commit.facts.pull !== null;

/**
 * git words the revert of a revert `Reapply "title (#1)" (#3)`, where #3 is the revert: a commit that names the
 * very pull request it takes back has none of its own.
 */
function withoutBorrowedNumber(commit: Commit, commits: ReadonlyMap<string, Commit>): Commit {
  const { pull, reverts } = commit.facts;
  const target = reverts?.commit ? commits.get(reverts.commit) : undefined;
  if (pull === null || target?.facts.pull?.number !== pull.number) return commit;
  return { ...commit, facts: { ...commit.facts, pull: null } };
}
const isMerge = (commit: Commit) => commit.parents.length > 1;
const instantOf = (commit: Commit) => Date.parse(commit.at);

/** Where commits lie, and what that says about how they reached the main line. */
interface Placed {
  lineOf: ReadonlyMap<string, Line>;
  broughtBy: ReadonlyMap<string, Line[]>;
  /** On the branch itself: the main line, or a line joined by merging the branch with its own remote. */
  isMain: (line: Line) => boolean;
  /** Brought, at any depth, by the merge of a pull request. */
  isInsidePull: (line: Line) => boolean;
  /** The commit of the main line with which a commit arrived. */
  landing: (commit: Commit, line: Line) => Commit;
}

function place(commits: ReadonlyMap<string, Commit>, tip: string, branch: string): Placed {
  const lineOf = new Map<string, Line>();
  const broughtBy = new Map<string, Line[]>();
  const main = new Set<Line>();
  const insidePull = new Set<Line>();
  // A line comes after the line it was merged into, so one pass settles both sets.
  for (const line of linesOfDevelopment(commits, tip)) {
    for (const commit of line.commits) lineOf.set(commit.sha, line);
    const { mergedBy, into } = line;
    if (mergedBy === null || into === null) {
      main.add(line);
      continue;
    }
    broughtBy.set(mergedBy.sha, [...(broughtBy.get(mergedBy.sha) ?? []), line]);
    if (main.has(into) && mergedBy.facts.pulledBranch === branch) main.add(line);
    else if (namesPull(mergedBy) || insidePull.has(into)) insidePull.add(line);
  }
  return {
    lineOf,
    broughtBy,
    isMain: (line) => main.has(line),
    isInsidePull: (line) => insidePull.has(line),
    landing: (commit, line) => {
      let landed = commit;
      for (let at = line; !main.has(at) && at.mergedBy && at.into; at = at.into) landed = at.mergedBy;
      return landed;
    },
  };
}

/** A merge says most, a squash next, a trailer least: the commit that stands for a pull request named by several. */
const formRank = { merge: 0, squash: 1, trailer: 2 } as const;

function standsFor(named: readonly Numbered[], placed: Placed): Numbered | undefined {
  const rank = (commit: Numbered) => {
    const line = placed.lineOf.get(commit.sha);
    return formRank[commit.facts.pull.form] * 2 + (line && placed.isMain(line) ? 0 : 1);
  };
  // A stable sort keeps the oldest first among equals; of a rebase the last commit is the merge commit.
  const best = [...named].sort((left, right) => rank(left) - rank(right))[0];
  return best?.facts.pull.form === 'trailer' ? named.at(-1) : best;
}

function pullChange(named: readonly Numbered[], placed: Placed, url: string | null): Change | null {
  const commit = standsFor(named, placed);
  if (!commit) return null;
  const { facts } = commit;
  const { number, form } = facts.pull;
  const own = (placed.broughtBy.get(commit.sha) ?? [])
    .flatMap((line) => line.commits)
    .filter((each) => !isMerge(each))
    .sort((left, right) => instantOf(left) - instantOf(right));
  const sole = own.length === 1 ? own[0] : undefined;
  const rebased = form === 'trailer' ? named : [];
  const first = rebased[0] ?? own[0];
  return {
    number,
    commit: commit.sha,
    aliases: sole ? [sole.sha] : [],
    rebased: rebased.length > 1 ? rebased.map((each) => each.sha) : [],
    title: (facts.isUntitledMerge || form === 'trailer') && first ? first.facts.title : facts.title,
    author: (isMerge(commit) ? first : commit)?.author ?? commit.author,
    at: commit.at,
    url: url === null ? null : `${url}/pull/${number}`,
    labels: null,
    isBreaking: facts.isBreaking || own.some((each) => each.facts.isBreaking),
    reverts: mergeHints([facts.reverts, facts.reverts && sole ? sole.facts.reverts : null]),
  };
}

const pushChange = (commit: Commit, at: string, url: string | null): Change => ({
  number: null,
  commit: commit.sha,
  aliases: [],
  rebased: [],
  title: commit.facts.title,
  author: commit.author,
  at,
  url: url === null ? null : `${url}/commit/${commit.sha}`,
  labels: null,
  isBreaking: commit.facts.isBreaking,
  reverts: commit.facts.reverts,
});

/**
 * Merged pull requests and direct pushes of a piece of history.
 *
 * A range counts every pull request whose merge it contains, also those merged into side branches. A branch and a
 * span of time count what merged into that branch itself, as GitHub does; how many came by side branches is
 * returned apart.
 * @param commits parents before children
 * @param url web address of the repository, null when links cannot be told
 */
export function changesOfHistory(
  commits: ReadonlyMap<string, Commit>,
  tip: string,
  scope: Scope,
  url: string | null,
): { changes: Change[]; sideBranchPulls: number[] } {
  const placed = place(commits, tip, scope.kind === 'branch' ? scope.branch : '');
  const isInWindow = (commit: Commit) =>
    scope.kind === 'range' ||
    (instantOf(commit) >= Date.parse(scope.start) && instantOf(commit) < Date.parse(scope.end));

  const named = new Map<number, Numbered[]>();
  const sideBranch = new Set<number>();
  const order = new Map<string, number>();
  const pushes: Change[] = [];
  for (const read of commits.values()) {
    const commit = withoutBorrowedNumber(read, commits);
    const line = placed.lineOf.get(commit.sha);
    if (!line) continue;
    order.set(commit.sha, order.size);
    const landed = placed.landing(commit, line);
    if (!isInWindow(landed)) continue;
    if (namesPull(commit)) {
      const { number } = commit.facts.pull;
      if (scope.kind === 'branch' && !placed.isMain(line)) sideBranch.add(number);
      else named.set(number, [...(named.get(number) ?? []), commit]);
    } else if (!isMerge(commit) && !placed.isInsidePull(line)) {
      pushes.push(pushChange(commit, scope.kind === 'branch' ? landed.at : commit.at, url));
    }
  }

  const position = (change: Change) => order.get(change.commit ?? '') ?? 0;
  const pulls = [...named.values()].flatMap((each) => pullChange(each, placed, url) ?? []);
  const changes = [...pulls, ...pushes].sort((left, right) => position(left) - position(right));
  return { changes, sideBranchPulls: [...sideBranch].filter((number) => !named.has(number)) };
}
