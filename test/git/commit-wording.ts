/** Subject of a squash merge, as GitHub writes it. */
export function squashSubject(title: string, number: number): string {
  return `${title} (#${number})`;
}

/**
 * Subject of a merge commit made by GitHub; the pull request's title is its body. `head` is `owner/branch`.
 */
export function mergePullSubject(number: number, head: string): string {
  return `Merge pull request #${number} from ${head}`;
}

/** Subject of a local `git merge`; git names the target only when it is not the default branch. */
export function mergeBranchSubject(branches: readonly string[], into: string, defaultBranch: string): string {
  const quoted = branches.map((name) => `'${name}'`);
  const last = quoted.at(-1) ?? '';
  const names = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last;
  return `Merge ${quoted.length > 1 ? 'branches' : 'branch'} ${names}${into === defaultBranch ? '' : ` into ${into}`}`;
}

/** Subject `git revert` writes. A revert of a revert keeps the nesting, as git before 2.43 always did. */
export function revertSubject(subject: string): string {
  return `Revert "${subject}"`;
}

/**
 * Subject that git from 2.43 on writes for the revert of a revert. Git only swaps the first word, so
 * `Revert "x (#12)" (#34)` becomes `Reapply "x (#12)" (#34)`: the second number names the revert.
 */
export function reapplySubject(subjectOfRevert: string): string {
  const rest = /^Revert (".*)$/.exec(subjectOfRevert)?.[1];
  if (rest === undefined) throw new Error(`'${subjectOfRevert}' is no revert, so it cannot be reapplied`);
  return `Reapply ${rest}`;
}

/** Body `git revert` writes; with `-m 1` on a merge it also names the first parent. */
export function revertBody(sha: string, firstParentOfMerge?: string): string {
  return firstParentOfMerge === undefined
    ? `This reverts commit ${sha}.`
    : `This reverts commit ${sha}, reversing\nchanges made to ${firstParentOfMerge}.`;
}
