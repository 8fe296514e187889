import { describeMessage } from '../history/describe-message.ts';
import { mergeHints } from '../history/merge-hints.ts';
import type { Change, RevertHint } from '../source.ts';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { revertTitle } from '../../../contract/reading/revert-title.ts';
import type { PullNode } from './answers.ts';

/** How a pull request was merged, as its commits tell. */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

const lastCommit = (pull: PullNode) => pull.commits.nodes?.at(-1)?.commit ?? null;

/**
 * A rebase keeps the authored date of the last commit; a squash is authored when it is made. Null without a merge
 * commit.
 */
export function mergeMethod(pull: PullNode): MergeMethod | null {
  if (!pull.mergeCommit) return null;
  if (pull.mergeCommit.parents.totalCount > 1) return 'merge';
  return lastCommit(pull)?.authoredDate === pull.mergeCommit.authoredDate ? 'rebase' : 'squash';
}

function revertHint(pull: PullNode): RevertHint | null {
  if (!revertTitle(pull.title)) return null;
  const sole = pull.commits.totalCount === 1 ? lastCommit(pull) : null;
  const messages = [pull.mergeCommit?.message, sole?.message].filter((message) => message !== undefined);
  return mergeHints([...messages, pull.title].map((message) => describeMessage(message).reverts));
}

/** A merged pull request as a change. @throws never; a pull request without a merge time is no change: null */
export function pullChange(pull: PullNode): Change | null {
  if (!pull.merged || pull.mergedAt === null) return null;
  const last = lastCommit(pull);
  const isSole = pull.commits.totalCount === 1 && mergeMethod(pull) === 'merge';
  const messages = [
    pull.mergeCommit?.message ?? '',
    pull.commits.totalCount === 1 ? (last?.message ?? '') : '',
  ];
  return {
    number: pull.number,
    commit: pull.mergeCommit?.oid ?? null,
    aliases: isSole && last ? [last.oid] : [],
    rebased: [],
    title: pull.title,
    author: { login: pull.author?.login ?? null, name: null },
    at: pull.mergedAt,
    url: pull.url,
    labels: (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    isBreaking:
      conventionalTitle(pull.title)?.kind === 'breaking' ||
      messages.some((message) => describeMessage(message).isBreaking),
    reverts: revertHint(pull),
  };
}
