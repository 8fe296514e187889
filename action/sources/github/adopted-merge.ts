import { describeMessage } from '../history/describe-message.ts';
import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';

/**
 * Gives old pull requests, for which GitHub has no merge commit any more, the commit whose message names them.
 * @param commits oldest first: of several the first one counts
 */
export function mergeAdopter(commits: Iterable<HubCommit>): (pull: PullNode) => PullNode {
  const byNumber = new Map<number, HubCommit>();
  for (const commit of commits) {
    const { pull } = describeMessage(commit.message);
    if (pull && !byNumber.has(pull.number)) byNumber.set(pull.number, commit);
  }
  return (pull) => {
    const commit = byNumber.get(pull.number);
    if (!pull.merged || pull.mergeCommit || !commit) return pull;
    const { sha: oid, message, parents, at } = commit;
    return {
      ...pull,
      mergeCommit: { oid, message, authoredDate: at, parents: { totalCount: parents.length } },
    };
  };
}
