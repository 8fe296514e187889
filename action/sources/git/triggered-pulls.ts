import type { MessageContext } from '../history/describe-message.ts';
import type { Change, Reading, SourceQuery } from '../source.ts';
import { changesOfHistory } from './changes-of-history.ts';
import { type Commit, readCommits } from './read-commits.ts';
import type { Branch } from './refs.ts';
import type { Git } from './run-git.ts';

/** The commits that tell one pull request: a merge's with what it brought, for they name its author and title. */
async function commitsOf(
  git: Git,
  messages: MessageContext,
  named: readonly Commit[],
  number: number,
): Promise<{ tip: string; commits: Commit[] } | null> {
  const formOf = ({ facts }: Commit) => facts.pulls.find((pull) => pull.number === number)?.form;
  const merge = named.find((commit) => formOf(commit) === 'merge' && commit.parents.length > 1);
  if (merge) {
    return { tip: merge.sha, commits: await readCommits(git, messages, [merge.sha, `^${merge.parents[0]}`]) };
  }
  // Of a rebase the last commit is the merge commit; of squashes that name the same number the first.
  const tip = named[0] && formOf(named[0]) === 'trailer' ? named.at(-1) : named[0];
  return tip ? { tip: tip.sha, commits: [...named] } : null;
}

/**
 * Pull requests looked up by number in the whole history of a branch, in the order they reached it. Numbers that
 * it does not name are left out.
 */
async function pullsOnBranch(
  git: Git,
  messages: MessageContext,
  branch: string,
  numbers: readonly number[],
  url: string | null,
): Promise<Change[]> {
  const pattern = `[#/](${numbers.join('|')})([^0-9]|$)`;
  const found = await readCommits(git, messages, [branch], ['--extended-regexp', `--grep=${pattern}`]);
  const order = new Map(found.map(({ sha }, at) => [sha, at]));
  const read = numbers.map(async (number) => {
    const told = await commitsOf(
      git,
      messages,
      found.filter(({ facts }) => facts.pulls.some((pull) => pull.number === number)),
      number,
    );
    if (told === null) return [];
    const commits = new Map(told.commits.map((commit) => [commit.sha, commit]));
    const { changes } = changesOfHistory(commits, told.tip, { kind: 'range' }, url);
    return changes.filter((change) => change.number === number);
  });
  const position = (change: Change) => order.get(change.commit ?? '') ?? 0;
  return (await Promise.all(read)).flat().sort((left, right) => position(left) - position(right));
}

/** Joins the pull requests the trigger knows of that the window does not hold, from the whole branch. */
export async function joinTriggered(
  git: Git,
  messages: MessageContext,
  branch: Branch,
  url: string | null,
  query: SourceQuery,
  { changes, timeframe }: Pick<Reading, 'changes' | 'timeframe'>,
) {
  const held = new Set(changes.map(({ number }) => number));
  const missing = [...new Set(query.triggerPulls)].filter((number) => !held.has(number));
  if (missing.length === 0) return { changes, stillMissing: [] };
  const added = await pullsOnBranch(git, messages, branch.commit, missing, url);
  const found = new Set(added.map(({ number }) => number));
  // The window's own order is that of its graph, and dates need not follow it.
  const end = timeframe.end === null ? Number.POSITIVE_INFINITY : Date.parse(timeframe.end);
  const isLater = ({ at }: Change) => Date.parse(at) > end;
  return {
    changes: [...added.filter((change) => !isLater(change)), ...changes, ...added.filter(isLater)],
    stillMissing: missing.filter((number) => !found.has(number)),
  };
}
