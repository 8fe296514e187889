import { isSameTitle } from '../../../contract/reading/trailing-number.ts';
import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';

/** Whether a commit has the words of a pull request's merge: GitHub keeps them, also of a history that was rewritten. */
export function isWordedAs({ facts }: HubCommit, { mergeCommit, title }: PullNode): boolean {
  const subject = mergeCommit?.message.split('\n', 1)[0]?.trim();
  return facts.subject === subject || isSameTitle(facts.title, title);
}

/** A commit as the merge commit of a pull request. */
export const withMergeCommit = (pull: PullNode, { sha: oid, message, parents, at }: HubCommit): PullNode => ({
  ...pull,
  mergeCommit: {
    oid,
    message,
    authoredDate: at,
    committedDate: at,
    parents: { totalCount: parents.length },
  },
});

/**
 * Gives pull requests whose merge commit is not among the commits the one that names them: GitHub has none any more of
 * some old ones, and after a history was rewritten it still names the commit from before.
 * @param commits oldest first: of several the first one counts
 * @param withSquashes also takes a single commit of the same words; false where it may as well be a cherry-pick
 */
export function mergeAdopter(
  commits: ReadonlyMap<string, HubCommit>,
  withSquashes: boolean,
): (pull: PullNode) => PullNode {
  const byNumber = new Map<number, HubCommit[]>();
  for (const commit of commits.values())
    for (const { number, form } of commit.facts.pulls)
      if (form === 'merge' || form === 'squash')
        byNumber.set(number, [...(byNumber.get(number) ?? []), commit]);
  return (pull) => {
    const { merged, mergeCommit } = pull;
    if (!merged || (mergeCommit && commits.has(mergeCommit.oid))) return pull;
    const naming = byNumber.get(pull.number) ?? [];
    const isIt = (commit: HubCommit) =>
      (withSquashes || commit.parents.length > 1) && isWordedAs(commit, pull);
    const commit = mergeCommit === null ? naming[0] : naming.find(isIt);
    return commit ? withMergeCommit(pull, commit) : pull;
  };
}
