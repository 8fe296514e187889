import { isSameTitle } from '../../../contract/reading/trailing-number.ts';
import { mergeHints } from '../history/revert-hint.ts';
import type { NamedPull } from '../history/named-pulls.ts';
import type { Change } from '../source.ts';
import { type Line as LineOf, linesOfDevelopment } from '../history/lines-of-development.ts';
import type { Commit } from './read-commits.ts';

type Line = LineOf<Commit>;

/** Which commits count: all of a range, or what landed on one branch in a span of time (end exclusive). */
export type Scope = { kind: 'range' } | { kind: 'branch'; branch: string; start: string; end: string };

/** A commit that names a pull request, and the commit of the main line with which it arrived. */
interface Naming {
  commit: Commit;
  pull: NamedPull;
  landed: Commit;
}

const namesPull = ({ facts }: Commit) => facts.pulls.length > 0;
const isByBot = ({ facts }: Commit) => facts.pulls.some((pull) => pull.isByBot && pull.form === 'merge');

/**
 * git words the revert of a revert `Reapply "title (#1)" (#3)`, where #3 is the revert: a commit that names the
 * very pull request it takes back has none of its own.
 */
function withoutBorrowedNumber(commit: Commit, commits: ReadonlyMap<string, Commit>): Commit {
  const { pulls, reverts } = commit.facts;
  const [pull] = pulls;
  const isBorrowed = (sha: string) =>
    commits.get(sha)?.facts.pulls.some(({ number }) => number === pull?.number);
  if (pull?.form !== 'squash' || !reverts?.commits.some(isBorrowed)) return commit;
  return { ...commit, facts: { ...commit.facts, pulls: [] } };
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

/** A merge says most, a merge bot's list least: the commit that stands for a pull request named by several. */
const formRank = { merge: 0, squash: 1, trailer: 2, listed: 3 } as const;

function standsFor(named: readonly Naming[], placed: Placed): Naming | undefined {
  const rank = ({ commit, pull }: Naming) => {
    const line = placed.lineOf.get(commit.sha);
    return formRank[pull.form] * 2 + (line && placed.isMain(line) ? 0 : 1);
  };
  // A stable sort keeps the oldest first among equals; of a rebase the last commit is the merge commit.
  const best = [...named].sort((left, right) => rank(left) - rank(right))[0];
  return best?.pull.form === 'trailer' ? named.at(-1) : best;
}

/** Commits a merge brought for one of its pull requests: of an octopus each has the parent of its own. */
function broughtFor({ commit, pull }: Naming, placed: Placed): Commit[] {
  const lines = placed.broughtBy.get(commit.sha) ?? [];
  const merged = commit.facts.pulls.filter(({ form }) => form === 'merge');
  const at = merged.indexOf(pull);
  if (pull.form === 'listed') return [];
  const own =
    merged.length > 1 && commit.parents.length === merged.length + 1
      ? lines.filter((line) => line.commits[0]?.sha === commit.parents[at + 1])
      : lines;
  return own
    .flatMap((line) => line.commits)
    .filter((each) => !isMerge(each))
    .sort((left, right) => instantOf(left) - instantOf(right));
}

/** The title the message gives, else that of the first commit the pull request brought. */
function titleOf({ commit: { facts }, pull }: Naming, first: Commit | undefined): string {
  if (pull.title) return pull.title;
  const isTold = facts.pulls[0] === pull && !facts.isUntitledMerge && pull.form !== 'trailer';
  return isTold ? facts.title : (first?.facts.title ?? facts.title);
}

function pullChange(named: readonly Naming[], placed: Placed, url: string | null): Change | null {
  const standing = standsFor(named, placed);
  if (!standing) return null;
  const { commit, pull } = standing;
  const { facts } = commit;
  const own = broughtFor(standing, placed);
  const sole = own.length === 1 ? own[0] : undefined;
  const rebased = pull.form === 'trailer' ? named.map((each) => each.commit) : [];
  const first = rebased[0] ?? own[0];
  // A merge of several is none of them as a whole, and what its message says is of all.
  const isWhole = facts.pulls.length === 1;
  const told = isWhole ? [facts] : [];
  const author = (isMerge(commit) ? first : commit)?.author ?? (pull.author === null ? commit.author : null);
  return {
    number: pull.number,
    commit: commit.sha,
    aliases: [...(sole ? [sole.sha] : []), ...facts.pickedFrom],
    rebased: rebased.length > 1 ? rebased.map((each) => each.sha) : [],
    title: titleOf(standing, first),
    author:
      pull.author === null ? (author ?? commit.author) : { login: pull.author, name: author?.name ?? null },
    at: standing.landed === commit || !isByBot(standing.landed) ? commit.at : standing.landed.at,
    url: url === null ? null : `${url}/pull/${pull.number}`,
    labels: null,
    isBreaking: [...told, ...own.map((each) => each.facts)].some(({ isBreaking }) => isBreaking),
    reverts: mergeHints([
      ...told.map(({ reverts }) => reverts),
      ...(sole && facts.reverts ? [sole.facts.reverts] : []),
    ]),
  };
}

const pushChange = (commit: Commit, at: string, url: string | null): Change => ({
  number: null,
  commit: commit.sha,
  aliases: commit.facts.pickedFrom,
  rebased: [],
  title: commit.facts.subject,
  author: commit.author,
  at,
  url: url === null ? null : `${url}/commit/${commit.sha}`,
  labels: null,
  isBreaking: commit.facts.isBreaking,
  reverts: commit.facts.reverts,
});

/** What a piece of history holds, and what of it a reader should be told. */
export interface HistoryChanges {
  /** Oldest first. */
  changes: Change[];
  /** Pull requests that merged into other branches, which a branch and a span of time leave out. */
  sideBranchPulls: number[];
  /** Pull requests that only a merge bot's list names: no commit of theirs is here. */
  listedPulls: number[];
  /** Commits that name more pull requests than are read. */
  cutCommits: Commit[];
}

/**
 * Merged pull requests and direct pushes of a piece of history.
 *
 * A range counts every pull request whose merge it contains, also those merged into side branches. A branch and a
 * span of time count what merged into that branch itself, as GitHub does, what a merge bot rolled up among it; how
 * many came by side branches is returned apart.
 * @param commits parents before children
 * @param url web address of the repository, null when links cannot be told
 */
export function changesOfHistory(
  commits: ReadonlyMap<string, Commit>,
  tip: string,
  scope: Scope,
  url: string | null,
): HistoryChanges {
  const placed = place(commits, tip, scope.kind === 'branch' ? scope.branch : '');
  const isInWindow = (commit: Commit) =>
    scope.kind === 'range' ||
    (instantOf(commit) >= Date.parse(scope.start) && instantOf(commit) < Date.parse(scope.end));

  const named = new Map<number, Naming[]>();
  const sideBranch = new Set<number>();
  const order = new Map<string, number>();
  const cutCommits: Commit[] = [];
  const pushes: Change[] = [];
  const push = (commit: Commit, landed: Commit) =>
    pushes.push(pushChange(commit, scope.kind === 'branch' ? landed.at : commit.at, url));
  for (const read of commits.values()) {
    const commit = withoutBorrowedNumber(read, commits);
    const line = placed.lineOf.get(commit.sha);
    if (!line) continue;
    order.set(commit.sha, order.size);
    const landed = placed.landing(commit, line);
    if (!isInWindow(landed)) continue;
    if (commit.facts.namedTotal > commit.facts.pulls.length) cutCommits.push(commit);
    const isAside = scope.kind === 'branch' && !placed.isMain(line) && !(isByBot(commit) && isByBot(landed));
    for (const pull of commit.facts.pulls) {
      if (isAside) sideBranch.add(pull.number);
      else named.set(pull.number, [...(named.get(pull.number) ?? []), { commit, pull, landed }]);
    }
    if (!namesPull(commit) && !isMerge(commit) && !placed.isInsidePull(line)) push(commit, landed);
  }

  const pulls: Change[] = [];
  const listedPulls: number[] = [];
  for (const [number, namings] of named) {
    const change = pullChange(namings, placed, url);
    if (!change) continue;
    pulls.push(change);
    if (namings.every(({ pull }) => pull.form === 'listed')) listedPulls.push(number);
    // A later commit that ends in a number may only mention it; under another title it is a change of its own.
    for (const { commit, pull, landed } of namings) {
      const line = placed.lineOf.get(commit.sha);
      const isOther = pull.form === 'squash' && !isSameTitle(commit.facts.title, change.title);
      if (isOther && commit.sha !== change.commit && line && !placed.isInsidePull(line)) push(commit, landed);
    }
  }
  const position = (change: Change) => order.get(change.commit ?? '') ?? 0;
  return {
    changes: [...pulls, ...pushes].sort((left, right) => position(left) - position(right)),
    sideBranchPulls: [...sideBranch].filter((number) => !named.has(number)),
    listedPulls,
    cutCommits,
  };
}
