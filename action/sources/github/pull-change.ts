import { describeMessage, type MessageContext, type MessageFacts } from '../history/describe-message.ts';
import { mergeHints } from '../history/revert-hint.ts';
import type { Change } from '../source.ts';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';
import { type Links, mergeMethod, rebasedCommits } from './merge-method.ts';

const lastCommit = (pull: PullNode) => pull.commits.nodes?.at(-1)?.commit ?? null;

/** What the messages of a pull request say: of its merge commit, and of its only commit. */
function factsOf(pull: PullNode, messages: MessageContext): MessageFacts[] {
  const sole = pull.commits.totalCount === 1 ? lastCommit(pull) : null;
  return [pull.mergeCommit, sole].flatMap((commit) =>
    commit ? [describeMessage(commit.message, messages)] : [],
  );
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
export function pullChange(
  pull: PullNode,
  messages: MessageContext,
  rebased: readonly string[] = [],
): Change | null {
  if (!pull.merged || pull.mergedAt === null) return null;
  const last = lastCommit(pull);
  const isSole = pull.commits.totalCount === 1 && mergeMethod(pull) === 'merge';
  const facts = factsOf(pull, messages);
  const ofTitle = describeMessage(pull.title, messages).reverts;
  // A merge of several pull requests says of none what it says of all.
  const own = facts.filter(({ pulls }) => pulls.length <= 1);
  return {
    number: pull.number,
    commit: pull.mergeCommit?.oid ?? null,
    aliases: [...(isSole && last ? [last.oid] : []), ...facts.flatMap(({ pickedFrom }) => pickedFrom)],
    rebased: rebased.length > 1 ? rebased : [],
    title: pull.title,
    author: { login: pull.author?.login ?? null, name: null },
    at: pull.mergedAt,
    url: pull.url,
    labels: (pull.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    isBreaking:
      conventionalTitle(pull.title)?.kind === 'breaking' || own.some(({ isBreaking }) => isBreaking),
    reverts: mergeHints([...own.map(({ reverts }) => reverts), ofTitle]),
  };
}

/** What tells the commits that rebases made of pull requests. */
export interface LandedCommits {
  commits: ReadonlyMap<string, HubCommit>;
  /** Merge commits of all pull requests known. */
  merged: ReadonlySet<string>;
  links: Links;
}

/** Merged pull requests as changes, with the commits that rebases made of them. */
export function pullChanges(
  pulls: readonly PullNode[],
  messages: MessageContext,
  { commits, merged, links }: LandedCommits,
): Change[] {
  const rebasedOf = (pull: PullNode) =>
    rebasedCommits(pull, commits, merged, links)
      .map(({ sha }) => sha)
      .reverse();
  return pulls.flatMap((pull) => pullChange(pull, messages, rebasedOf(pull)) ?? []);
}
