import type { MessageContext } from '../history/describe-message.ts';
import type { Change, Reading, SourceQuery } from '../source.ts';
import { pullsOnBranch } from './pulls-on-branch.ts';
import type { Branch } from './refs.ts';
import type { Git } from './run-git.ts';

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
