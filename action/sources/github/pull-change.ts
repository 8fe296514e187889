import { describeMessage } from '../history/describe-message.ts';
import { mergeHints } from '../history/merge-hints.ts';
import type { Change, RevertHint } from '../source.ts';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { revertTitle } from '../../../contract/reading/revert-title.ts';
import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';
import { mergeCommitsOf, mergeMethod, rebasedCommits } from './merge-method.ts';

const lastCommit = (pull: PullNode) => pull.commits.nodes?.at(-1)?.commit ?? null;

function revertHint(pull: PullNode): RevertHint | null {
  if (!revertTitle(pull.title)) return null;
  const sole = pull.commits.totalCount === 1 ? lastCommit(pull) : null;
  const messages = [pull.mergeCommit?.message, sole?.message].filter((message) => message !== undefined);
  return mergeHints([...messages, pull.title].map((message) => describeMessage(message).reverts));
}

/** What of a pull request did not come: a rule might have asked for one of the labels left out. */
export function gapsOfPull({ number, labels }: PullNode): string[] {
  const read = (labels?.nodes ?? []).filter((label) => label !== null).length;
  if (labels === null) return [`the labels of #${number} were not read`];
  return read < labels.totalCount
    ? [`only ${read} of ${labels.totalCount} labels of #${number} were read`]
    : [];
}

/**
 * A merged pull request as a change; null for one without a merge time.
 * @param rebased the commits of a rebase merge, oldest first, where they are known
 */
export function pullChange(pull: PullNode, rebased: readonly string[] = []): Change | null {
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
    rebased: rebased.length > 1 ? rebased : [],
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

/** Merged pull requests as changes, with the commits that rebases made of them. */
export function pullChanges(pulls: readonly PullNode[], commits: ReadonlyMap<string, HubCommit>): Change[] {
  const merged = mergeCommitsOf(pulls);
  const rebasedOf = (pull: PullNode) =>
    rebasedCommits(pull, commits, merged)
      .map(({ sha }) => sha)
      .reverse();
  return pulls.flatMap((pull) => pullChange(pull, rebasedOf(pull)) ?? []);
}
